from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.entries import Entry
from quizapp.study.quizzes.quiz import Quiz, quizzes
from quizapp.study.quizzes.run import Run
from quizapp.study.quizzes.stopwatch import Stopwatch
from tests.study.quizzes.sample import begun, quiz, rows

A, B, C = "p/l/a", "p/l/b", "p/l/c"


class Seconds:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def run_of(seconds: Seconds) -> Callable[..., Run]:
    """Return a function that makes the run of a quiz, its time running."""

    def make(asked: Quiz, gone: tuple[str, ...] = ()) -> Run:
        run = Run(asked, Stopwatch(seconds, asked.used), lambda item: item not in gone)
        run.watch.start()
        return run

    return make


def test_one_item_comes_after_the_other_until_none_is_left(run_of: Callable[..., Run]) -> None:
    run = run_of(quiz(A, B))
    asked = []
    while (item := run.item) is not None:
        asked.append(item)
        run.answer(item, "1", right=True)

    assert [A, B] == asked


def test_what_was_skipped_comes_again_after_the_others(run_of: Callable[..., Run]) -> None:
    run = run_of(quiz(A, B))
    run.skip(A)

    assert B == run.item
    run.answer(B, "1", right=True)
    assert (A, False) == (run.item, run.can_skip)


def test_an_item_that_is_gone_is_not_asked(run_of: Callable[..., Run]) -> None:
    run = run_of(quiz(A, B, C), gone=(A, C))

    assert (B, False) == (run.item, run.can_skip)


def test_each_answer_tells_of_the_time_since_the_one_before(run_of: Callable[..., Run], seconds: Seconds) -> None:
    run = run_of(quiz(A, B))
    seconds.now = 7.0
    first = run.answer(A, "1", right=True)
    seconds.now = 10.0

    assert (7.0, 3.0) == (first.seconds, run.answer(B, "1", right=False).seconds)


def test_the_time_before_a_pause_is_not_told_twice(run_of: Callable[..., Run], seconds: Seconds) -> None:
    run = run_of(quiz(A))
    seconds.now = 7.0
    paused = run.pause()
    seconds.now = 20.0
    run.watch.start()
    seconds.now = 22.0

    assert paused is not None
    assert (7.0, 2.0) == (paused.seconds, run.answer(A, "1", right=True).seconds)


def test_a_pause_right_after_an_answer_has_nothing_to_tell(run_of: Callable[..., Run], seconds: Seconds) -> None:
    run = run_of(quiz(A, B))
    seconds.now = 7.0
    run.answer(A, "1", right=True)

    assert run.pause() is None


def test_time_runs_out(run_of: Callable[..., Run], seconds: Seconds) -> None:
    run = run_of(quiz(A, seconds=20.0))
    seconds.now = 15.0
    assert (5.0, False) == (run.seconds_left, run.is_out_of_time)

    seconds.now = 25.0
    assert (0.0, True) == (run.seconds_left, run.is_out_of_time)


def test_without_a_limit_no_time_runs_out(run_of: Callable[..., Run], seconds: Seconds) -> None:
    run = run_of(quiz(A))
    seconds.now = 1e9

    assert (None, False) == (run.seconds_left, run.is_out_of_time)


def test_an_answer_with_half_a_pair_can_be_written(run_of: Callable[..., Run]) -> None:
    told = run_of(quiz(A)).answer(A, "x\ud800", right=True, detail="\ud800")

    assert ("x?", "?") == (told.answer, told.detail)


steps = st.lists(st.tuples(st.sampled_from("rwspc"), st.floats(0.0, 20.0)), max_size=12)


@given(steps)
def test_what_is_written_tells_the_quiz_as_the_run_knows_it(done: list[tuple[str, float]]) -> None:
    clock = Seconds()
    run = Run(quiz(A, B, C), Stopwatch(clock), lambda _item: True)
    written: list[Entry] = []
    for what, passed in done:
        run.watch.start()
        clock.now += passed
        item = run.item
        if what == "p" or item is None:
            paused = run.pause()
            written += [paused] if paused is not None else []
        elif what == "s":
            written.append(run.skip(item))
        else:
            written.append(run.answer(item, "1", right=what == "r"))
    written.append(run.end())

    (told,) = quizzes(rows(begun(A, B, C), *written))
    assert (run.quiz.given, run.quiz.left, True) == (told.given, told.left, told.is_over)
    assert told.used == pytest.approx(run.watch.read())
