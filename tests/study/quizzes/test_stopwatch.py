from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.quizzes.stopwatch import LONGEST_GAP_SECONDS, Stopwatch


class Clock:
    """Seconds that are set by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_time_counts_from_start_to_stop() -> None:
    clock = Clock()
    watch = Stopwatch(clock, used=5.0)
    clock.now += 10
    watch.start()
    clock.now += 3
    watch.stop()
    clock.now += 10

    assert 8.0 == watch.read()


def test_starting_and_stopping_twice_changes_nothing() -> None:
    clock = Clock()
    watch = Stopwatch(clock)
    watch.start()
    clock.now += 3
    watch.start()
    clock.now += 4
    watch.stop()
    watch.stop()

    assert (7.0, False) == (watch.read(), watch.is_running)


def test_a_computer_that_slept_has_used_little() -> None:
    clock = Clock()
    watch = Stopwatch(clock)
    watch.start()
    clock.now += 8 * 3600

    assert LONGEST_GAP_SECONDS == watch.read()


@given(st.lists(st.floats(-100.0, 10_000.0)))
def test_a_stopwatch_never_goes_back(steps: list[float]) -> None:
    clock = Clock()
    watch = Stopwatch(clock)
    watch.start()
    seen = [watch.read()]
    for step in steps:
        clock.now += step
        seen.append(watch.read())

    assert sorted(seen) == seen
