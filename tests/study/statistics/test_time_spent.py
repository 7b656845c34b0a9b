from collections.abc import Callable
from datetime import UTC, date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.learner import Learner
from quizapp.study.model import Rating
from quizapp.study.standing import StepKind
from quizapp.study.statistics.days import Days
from quizapp.study.statistics.time_spent import MOST_DAYS, Spent, add_up_time
from tests.study.sample import Clock, attempt, card, exercise
from tests.study.statistics.sample import IN_UTC, NOON, Done, steps_of
from tests.study.statistics.tables import Told

TODAY = NOON.date().toordinal()


def test_the_seconds_of_a_learner_add_up_by_day_and_kind(
    learner_of: Callable[..., Learner], told: Callable[[Learner], Told], clock: Clock
) -> None:
    learner = learner_of(card("p/l/a"), exercise("p/l/e"))
    learner.rate("p/l/a", Rating.GOOD, 4.5)
    learner.record_attempt(attempt("p/l/e", seconds=60))
    clock.forward(days=1)
    learner.rate("p/l/a", Rating.GOOD, 3)

    time = add_up_time(told(learner).steps(), clock.now, Days(UTC, 4))

    assert time.spans == (
        Spent(date(2026, 3, 2), cards=4.5, questions=0, exercises=60),
        Spent(date(2026, 3, 3), cards=3, questions=0, exercises=0),
    )
    assert (time.seconds, time.active_days, time.by_week) == (67.5, 2, False)


def test_days_of_a_short_period_stand_by_themselves_and_without_gaps() -> None:
    time = add_up_time(steps_of(Done(days_ago=3), Done(kind=StepKind.QUESTION)), NOON, IN_UTC, TODAY - 9)

    assert [span.seconds for span in time.spans] == [0, 0, 0, 0, 0, 0, 10, 0, 0, 10]


def test_a_long_period_is_counted_in_whole_weeks() -> None:
    time = add_up_time(steps_of(Done(days_ago=0), Done(days_ago=1)), NOON, IN_UTC, TODAY - MOST_DAYS)

    assert time.by_week
    assert [span.begins.weekday() for span in time.spans] == [0] * len(time.spans)
    assert [span.seconds for span in time.spans][-2:] == [10, 10]


def test_without_any_step_there_is_today_with_nothing() -> None:
    time = add_up_time(steps_of(), NOON, IN_UTC)

    assert (len(time.spans), time.seconds, time.active_days) == (1, 0, 0)


@given(st.lists(st.floats(0, 800), max_size=30))
def test_no_second_gets_lost(days_ago: list[float]) -> None:
    steps = steps_of(*(Done(days_ago=days, seconds=7) for days in days_ago))

    assert add_up_time(steps, NOON, IN_UTC).seconds == pytest.approx(7 * len(days_ago))
