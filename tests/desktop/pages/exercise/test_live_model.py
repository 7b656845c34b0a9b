"""When the code is looked at, and what is shown of it."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from quizapp.consent import Unasked
from quizapp.desktop.pages.exercise.live_model import Hindrance, LiveEffects, LiveModel, LiveState, can_be_parsed
from quizapp.sandbox.isolation import Isolation
from quizapp.sandbox.messages import Ending, Outcome
from quizapp.sandbox.trace import LineSeen, StepSeen, TraceSeen

TRACE = TraceSeen(lines=(LineSeen(line=1, times=1),), steps=(StepSeen(line=1), StepSeen(line=2)))
OTHER = TraceSeen(lines=(LineSeen(line=7, times=1),))
SEEN = Outcome(ending=Ending.FINISHED, trace=TRACE)


@dataclass
class Look:
    """A look that was begun."""

    code: str
    answer: Callable[[Outcome | None], None]
    fail: Callable[[Exception], None]
    stops: int = 0

    def stop(self) -> None:
        self.stops += 1


@dataclass
class World:
    """What is around the model: a clock that is moved by hand, and a sandbox that does nothing."""

    looks: list[Look] = field(default_factory=list)
    waits: int = 0
    is_ready: bool = True
    states: list[LiveState] = field(default_factory=list)

    def wait(self) -> None:
        self.waits += 1

    def start(self, code: str, answer: Callable[[Outcome | None], None], fail: Callable[[Exception], None]) -> Look:
        self.looks.append(Look(code, answer, fail))
        return self.looks[-1]

    def model(self, *, is_on: bool = True, is_held: bool = False) -> LiveModel:
        effects = LiveEffects(self.wait, self.start, lambda: self.is_ready)
        return LiveModel(effects, self.states.append, is_on=is_on, is_held=is_held)

    @property
    def codes(self) -> list[str]:
        return [look.code for look in self.looks]


@pytest.fixture
def world() -> World:
    return World()


def looked(world: World, outcome: Outcome | None = SEEN) -> LiveModel:
    """Return a model that looked at `x = 1`."""
    model = world.model()
    model.change_code("x = 1")
    model.pause_is_over()
    world.looks[0].answer(outcome)
    return model


def test_the_code_is_looked_at_after_a_pause(world: World) -> None:
    model = world.model()
    model.change_code("x = 1")
    before = (world.waits, world.codes)

    model.pause_is_over()

    assert (before, world.codes) == ((1, []), ["x = 1"])


def test_what_a_look_saw_is_shown(world: World) -> None:
    model = looked(world)

    assert model.state == LiveState(is_on=True, trace=TRACE, is_current=True)


def test_typing_ends_the_look_that_is_under_way_and_its_answer_is_not_shown(world: World) -> None:
    model = world.model()
    model.change_code("x = 1")
    model.pause_is_over()
    model.change_code("x = 12")

    world.looks[0].answer(SEEN)

    assert (world.looks[0].stops, model.state.trace, world.waits) == (1, None, 2)


def test_typing_keeps_what_is_known_but_not_as_current(world: World) -> None:
    model = looked(world)

    model.change_code("x = 12")

    assert (model.state.trace, model.state.is_current, model.state.is_waiting) == (TRACE, False, True)


def test_the_same_code_is_looked_at_once(world: World) -> None:
    model = looked(world)
    model.change_code("x = 1")

    model.pause_is_over()

    assert world.codes == ["x = 1"]


def test_typing_that_is_taken_back_brings_back_what_was_seen_without_a_look(world: World) -> None:
    model = looked(world)
    model.change_code("x = 12")
    model.change_code("x = 1")

    model.pause_is_over()

    assert (world.codes, model.state) == (["x = 1"], LiveState(is_on=True, trace=TRACE, is_current=True))


def test_code_that_is_not_python_yet_leaves_what_is_known(world: World) -> None:
    model = looked(world)
    model.change_code("x = (")
    model.pause_is_over()

    world.looks[1].answer(None)

    assert model.state == LiveState(is_on=True, trace=TRACE, is_current=False)


def test_a_run_ends_the_look_and_it_is_made_after_it(world: World) -> None:
    model = world.model()
    model.change_code("x = 1")
    model.pause_is_over()
    model.set_busy(is_busy=True)
    model.pause_is_over()
    stopped = (world.looks[0].stops, world.codes)
    model.set_busy(is_busy=False)

    model.pause_is_over()

    assert (stopped, world.codes) == ((1, ["x = 1"]), ["x = 1", "x = 1"])


def test_after_a_run_of_code_that_was_looked_at_there_is_no_second_look(world: World) -> None:
    model = looked(world)
    model.set_busy(is_busy=True)
    model.set_busy(is_busy=False)

    assert world.waits == 1


def test_without_a_sandbox_it_waits_and_asks_nobody(world: World) -> None:
    world.is_ready = False
    model = world.model()
    model.change_code("x = 1")

    model.pause_is_over()

    assert (world.codes, world.waits) == ([], 2)


def test_where_the_learner_was_not_asked_yet_nothing_is_said_until_a_run_is_over(world: World) -> None:
    model = world.model()
    model.change_code("x = 1")
    model.pause_is_over()
    world.looks[0].fail(Unasked(Isolation(level="partial")))
    after = (model.state, world.waits)
    model.set_busy(is_busy=True)
    model.set_busy(is_busy=False)

    assert (after, world.waits) == ((LiveState(is_on=True), 1), 2)


def test_a_fault_is_not_swallowed(world: World) -> None:
    model = world.model()
    model.change_code("x = 1")
    model.pause_is_over()

    with pytest.raises(ZeroDivisionError):
        world.looks[0].fail(ZeroDivisionError())


@pytest.mark.parametrize(
    ("ending", "hindrance"), [(Ending.TIMED_OUT, Hindrance.SLOW), (Ending.CRASHED, Hindrance.BROKE_OFF)]
)
def test_a_look_that_does_not_come_to_its_end_leaves_what_is_known(
    ending: Ending, hindrance: Hindrance, world: World
) -> None:
    model = looked(world)
    model.change_code("x = 12")
    model.pause_is_over()

    world.looks[1].answer(Outcome(ending=ending))

    assert model.state == LiveState(is_on=True, trace=TRACE, hindrance=hindrance)


def test_switched_off_nothing_runs_and_nothing_is_shown(world: World) -> None:
    model = looked(world)
    model.switch(is_on=False)
    model.change_code("x = 2")

    model.pause_is_over()

    assert (world.codes, world.states[-1]) == (["x = 1"], LiveState(is_on=False))


def test_switched_on_again_the_code_is_looked_at(world: World) -> None:
    model = looked(world)
    model.switch(is_on=False)
    model.switch(is_on=True)

    model.pause_is_over()

    assert world.codes == ["x = 1", "x = 1"]


def test_steps_go_back_from_the_whole_run_and_on_to_it_again(world: World) -> None:
    model = looked(world)
    seen = []
    for by in (-1, -1, -1, 1, 1, 1):
        model.step_by(by)
        seen.append(model.state.steps)

    assert seen == [2, 1, 1, 2, None, None]


def test_typing_leads_back_to_the_whole_run(world: World) -> None:
    model = looked(world)
    model.step_to(1)

    model.change_code("x = 12")

    assert model.state.steps is None


def test_a_run_leads_back_to_the_whole_run(world: World) -> None:
    model = looked(world)
    model.step_to(1)

    model.set_busy(is_busy=True)

    assert model.state.steps is None


def test_old_code_can_not_be_stepped_through(world: World) -> None:
    model = looked(world)
    model.change_code("x = 12")

    model.step_to(1)

    assert model.state.steps is None


def test_a_new_look_replaces_the_old(world: World) -> None:
    model = looked(world)
    model.change_code("x = 12")
    model.pause_is_over()

    world.looks[1].answer(Outcome(ending=Ending.FINISHED, trace=OTHER))

    assert model.state.trace is OTHER


def test_once_closed_nothing_is_shown_any_more(world: World) -> None:
    model = world.model()
    model.change_code("x = 1")
    model.pause_is_over()
    shown = len(world.states)
    model.close()

    world.looks[0].answer(SEEN)

    assert (world.looks[0].stops, len(world.states)) == (1, shown)


@pytest.mark.parametrize(("code", "can"), [("x = 1", True), ("x = (", False), ("# only this", False), ("", False)])
def test_only_python_is_looked_at(code: str, can: bool) -> None:
    assert can_be_parsed(code) is can


def test_what_would_give_an_answer_away_waits_for_the_first_run(world: World) -> None:
    model = world.model(is_held=True)
    model.change_code("x = 1")
    model.pause_is_over()
    before = (world.waits, world.codes)
    model.set_busy(is_busy=True)
    model.set_busy(is_busy=False)
    model.pause_is_over()

    assert (before, world.codes) == ((0, []), ["x = 1"])
