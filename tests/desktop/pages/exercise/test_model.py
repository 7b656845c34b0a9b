"""What follows from what in an exercise; no window, no sandbox, no clock but the test's."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from quizapp.consent import Unasked
from quizapp.desktop.pages.exercise.model import (
    Activity,
    Effects,
    ExerciseModel,
    ExerciseState,
    Latest,
    OnError,
    StartCheck,
    check_marks,
)
from quizapp.desktop.widgets.check_rows import CheckMark
from quizapp.judging.verdict import Finding, Verdict
from quizapp.message import SaysError, message
from quizapp.packs.model import Aspect, Check, Exercise, Mistake, Text
from quizapp.sandbox.isolation import Isolation
from quizapp.sandbox.messages import Ending, Outcome
from quizapp.study.model import AttemptMade


def text(words: str) -> Text:
    return Text("en", {"en": words})


MISTAKE = Mistake(name="typo", code="", feedback=text("A typo."), concept="requires-grad")
EXERCISE = Exercise(
    id="p/l/e",
    folder=Path(),
    title=text("E"),
    prompt=text("Do it."),
    starter="x = 0\n",
    solution="x = 1\n",
    checks=(Check(observe="x"), Check(observe="y"), Check(observe="z")),
    hints=(text("One"), text("Two")),
    mistakes=(MISTAKE,),
)
FINISHED = Outcome(ending=Ending.FINISHED)
PASSED = Verdict(passed=True, outcome=FINISHED)
FAILED = Verdict(
    passed=False,
    outcome=FINISHED,
    findings=(Finding(where="x", aspect=Aspect.VALUE, expected="1", got="0", check=0),),
    mistake=MISTAKE,
    unchecked=(2,),
)
STOPPED = Verdict(passed=False, outcome=Outcome(ending=Ending.STOPPED), unchecked=(0, 1, 2))
DISK_FULL = SaysError(message("The disk is full."))


@dataclass
class Asked:
    """Everything that the model asked for, and a clock that the test moves."""

    codes: list[str] = field(default_factory=list)
    made: list[AttemptMade] = field(default_factory=list)
    stops: int = 0
    questions: list[tuple[Isolation, Callable[[], None]]] = field(default_factory=list)
    ready: bool = True
    now: float = 100.0
    studied: tuple[str, ...] = ()

    def start(self, code: str, _on_answer: object, _on_error: OnError) -> "Asked":
        self.codes.append(code)
        return self

    def stop(self) -> None:
        self.stops += 1

    def ask(self, isolation: Isolation, then: Callable[[], None]) -> None:
        self.questions.append((isolation, then))

    def record(self, made: AttemptMade, _on_answer: object, _on_error: OnError) -> None:
        self.made.append(made)

    def comes_back(self, concept: str) -> bool:
        return concept in self.studied


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def states() -> list[ExerciseState]:
    return []


@pytest.fixture
def model(asked: Asked, states: list[ExerciseState]) -> ExerciseModel:
    start: StartCheck = asked.start
    effects = Effects(asked.start, start, asked.record, lambda: asked.ready, asked.ask, asked.comes_back)
    made = ExerciseModel(EXERCISE, effects, states.append, lambda: asked.now)
    made.begin("x = 0\n")
    return made


def test_nothing_can_be_started_before_the_draft_is_there(asked: Asked) -> None:
    effects = Effects(asked.start, asked.start, asked.record, lambda: True, asked.ask, asked.comes_back)
    model = ExerciseModel(EXERCISE, effects, lambda _state: None)

    model.check()

    assert (model.state.activity, asked.codes) == (Activity.LOADING, [])


def test_a_check_runs_the_code_as_it_is_now(model: ExerciseModel, asked: Asked) -> None:
    model.change_code("x = 1\n")
    model.check()

    assert (asked.codes, model.state.activity) == (["x = 1\n"], Activity.CHECKING)


UNASKED = Unasked(Isolation(level="partial"))


def test_what_must_be_asked_first_is_asked_and_nothing_counts_as_tried(model: ExerciseModel, asked: Asked) -> None:
    model.check()
    model.could_not(UNASKED)

    assert [isolation.level for isolation, _ in asked.questions] == ["partial"]
    assert (model.state.activity, model.state.latest, asked.made) == (Activity.IDLE, Latest.NOTHING, [])


@pytest.mark.parametrize("activity", [Activity.RUNNING, Activity.CHECKING])
def test_after_a_yes_the_same_is_done_as_was_wanted(activity: Activity, model: ExerciseModel, asked: Asked) -> None:
    begin = model.run if activity is Activity.RUNNING else model.check
    begin()
    model.could_not(UNASKED)

    asked.questions[0][1]()

    assert (model.state.activity, len(asked.codes)) == (activity, 2)


def test_an_exercise_that_was_left_asks_nothing_any_more(model: ExerciseModel, asked: Asked) -> None:
    model.run()
    model.detach()
    model.could_not(UNASKED)

    assert asked.questions == []


def test_nothing_else_starts_while_something_runs(model: ExerciseModel, asked: Asked) -> None:
    model.check()
    model.check()
    model.run()

    assert len(asked.codes) == 1


def test_a_first_check_says_that_it_waits_for_the_sandbox(model: ExerciseModel, asked: Asked) -> None:
    asked.ready = False
    model.check()
    waiting = model.state.waits_for_sandbox
    model.sandbox_became_ready()

    assert (waiting, model.state.waits_for_sandbox, model.state.activity) == (True, False, Activity.CHECKING)


def test_a_verdict_is_shown_and_recorded(model: ExerciseModel, asked: Asked) -> None:
    model.show_hint()
    asked.now += 30
    model.check()
    model.checked(FAILED)

    assert (model.state.verdict, model.state.latest, model.state.can_start) == (FAILED, Latest.CHECK, True)
    assert asked.made == [
        AttemptMade(
            item="p/l/e",
            code="x = 0\n",
            passed=False,
            ending="finished",
            mistake="typo",
            seconds=30,
            hints=1,
            solution_shown=False,
            concept="requires-grad",
        )
    ]


@pytest.mark.parametrize("studied", [("requires-grad",), ("view",)])
def test_cards_come_back_where_some_of_the_mistake_s_concept_were_studied(
    model: ExerciseModel, asked: Asked, studied: tuple[str, ...]
) -> None:
    asked.studied = studied
    model.check()
    model.checked(FAILED)
    told = model.state.cards_come_back

    model.check()
    model.checked(PASSED)

    assert (told, model.state.cards_come_back) == (studied == ("requires-grad",), False)


def test_seconds_count_from_the_check_before(model: ExerciseModel, asked: Asked) -> None:
    for pause in (30, 12):
        asked.now += pause
        model.check()
        model.checked(FAILED)

    assert [made.seconds for made in asked.made] == [30, 12]


def test_what_is_recorded_is_the_code_that_was_judged(model: ExerciseModel, asked: Asked) -> None:
    model.check()
    model.change_code("x = 2\n")
    model.checked(PASSED)

    assert [made.code for made in asked.made] == ["x = 0\n"]


def test_a_verdict_on_other_code_is_outdated_until_that_code_is_back(model: ExerciseModel) -> None:
    model.check()
    model.checked(FAILED)
    outdated = []
    for code in ("x = 2\n", "x = 0\n"):
        model.change_code(code)
        outdated.append(model.state.is_outdated)

    assert outdated == [True, False]


def test_a_run_is_not_an_attempt(model: ExerciseModel, asked: Asked) -> None:
    model.run()
    model.ran(FINISHED)

    assert (model.state.outcome, model.state.latest, model.state.verdict, asked.made) == (
        FINISHED,
        Latest.RUN,
        None,
        [],
    )


def test_a_check_that_was_stopped_is_not_an_attempt(model: ExerciseModel, asked: Asked) -> None:
    model.check()
    model.stop()
    model.checked(STOPPED)

    assert (asked.stops, asked.made, model.state.verdict, model.state.can_start) == (1, [], None, True)


def test_a_check_that_can_not_be_made_leaves_the_page_usable(model: ExerciseModel, asked: Asked) -> None:
    model.check()
    model.could_not(SaysError(message("No sandbox.")))

    assert (str(model.state.trouble), model.state.can_start, asked.made) == ("No sandbox.", True, [])


def test_a_fault_of_ours_leaves_the_page_usable_and_is_not_swallowed(model: ExerciseModel) -> None:
    model.check()
    with pytest.raises(ZeroDivisionError):
        model.could_not(ZeroDivisionError())

    assert (model.state.latest, model.state.can_start) == (Latest.TROUBLE, True)


def test_trouble_is_forgotten_once_a_check_works(model: ExerciseModel) -> None:
    model.check()
    model.could_not(SaysError(message("No sandbox.")))
    model.check()
    model.checked(PASSED)

    assert (model.state.trouble, model.state.passed) == (None, True)


def test_a_journal_that_fails_does_not_take_the_verdict_away(model: ExerciseModel, asked: Asked) -> None:
    model.check()
    model.checked(PASSED)
    model.was_not_recorded(asked.made[0], DISK_FULL)

    assert (model.state.verdict, str(model.state.unrecorded)) == (PASSED, "The disk is full.")


def after_a_pass_that_was_not_recorded(model: ExerciseModel, asked: Asked) -> AttemptMade:
    model.check()
    model.checked(PASSED)
    made = asked.made.pop()
    model.was_not_recorded(made, DISK_FULL)
    return made


def test_an_attempt_that_was_not_recorded_is_recorded_before_the_next(model: ExerciseModel, asked: Asked) -> None:
    made = after_a_pass_that_was_not_recorded(model, asked)
    model.check()
    model.checked(FAILED)

    assert [made, False] == [asked.made[0], asked.made[1].passed]


def test_an_attempt_that_was_not_recorded_is_recorded_once_a_draft_is_saved(model: ExerciseModel, asked: Asked) -> None:
    made = after_a_pass_that_was_not_recorded(model, asked)
    model.was_saved()
    model.was_saved()

    assert [made] == asked.made


def test_an_attempt_that_was_not_recorded_is_recorded_on_leaving(model: ExerciseModel, asked: Asked) -> None:
    made = after_a_pass_that_was_not_recorded(model, asked)
    model.detach()

    assert [made] == asked.made


def test_a_draft_that_fails_is_told_until_one_is_saved(model: ExerciseModel) -> None:
    model.was_not_saved(DISK_FULL)
    told = str(model.state.unsaved)
    model.was_saved()

    assert (told, model.state.unsaved) == ("The disk is full.", None)


def test_hints_come_one_by_one_up_to_the_last(model: ExerciseModel) -> None:
    shown = []
    for _ in range(3):
        model.show_hint()
        shown.append((model.state.hints_shown, model.state.can_hint))

    assert shown == [(1, True), (2, False), (2, False)]


def test_showing_the_solution_is_recorded_at_once(model: ExerciseModel, asked: Asked) -> None:
    model.show_solution()
    model.show_solution()

    assert [(made.passed, made.ending, made.solution_shown) for made in asked.made] == [(False, "", True)]
    assert model.state.can_go_on


def test_a_pass_after_the_solution_tells_that_it_was_shown(model: ExerciseModel, asked: Asked) -> None:
    model.show_solution()
    model.check()
    model.checked(PASSED)

    assert [(made.passed, made.solution_shown) for made in asked.made] == [(False, True), (True, True)]


def test_the_solution_after_a_pass_costs_nothing(model: ExerciseModel, asked: Asked) -> None:
    model.check()
    model.checked(PASSED)
    model.show_solution()
    model.check()
    model.checked(PASSED)

    assert [made.solution_shown for made in asked.made] == [False, False]


def test_once_passed_it_stays_passed(model: ExerciseModel) -> None:
    for verdict in (PASSED, FAILED):
        model.check()
        model.checked(verdict)

    assert (model.state.passed, model.state.can_go_on) == (True, True)


def test_a_page_that_left_hears_nothing_but_the_attempt_is_recorded(
    model: ExerciseModel, asked: Asked, states: list[ExerciseState]
) -> None:
    model.check()
    model.detach()
    heard = len(states)
    model.checked(PASSED)

    assert (asked.stops, len(states) - heard, len(asked.made)) == (1, 0, 1)


def test_marks_of_checks() -> None:
    assert check_marks(EXERCISE, None) == (CheckMark.UNTRIED,) * 3
    assert check_marks(EXERCISE, FAILED) == (CheckMark.FAILED, CheckMark.PASSED, CheckMark.NOT_REACHED)
