from collections.abc import Callable
from datetime import UTC, date

from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.learner import Learner
from quizapp.study.model import Rating
from quizapp.study.statistics.days import Days
from quizapp.study.statistics.review_days import ReviewDay, count_review_days
from tests.study.sample import Clock, card
from tests.study.statistics.sample import IN_UTC, NOON, Done, steps_of
from tests.study.statistics.tables import Told


def reviews_on(*days_ago: float) -> tuple[Done, ...]:
    return tuple(Done(days_ago=days) for days in days_ago)


def test_the_reviews_of_a_learner_are_counted_by_day(
    learner_of: Callable[..., Learner], told: Callable[[Learner], Told], clock: Clock
) -> None:
    learner = learner_of(card("p/l/a"))
    for hours in (0, 1, 23, 24):
        learner.rate("p/l/a", Rating.GOOD, 3)
        clock.forward(hours=hours)

    days = count_review_days(told(learner).steps(), clock.now, Days(UTC, 4))

    assert [day for day in days.days if day.reviews] == [
        ReviewDay(date(2026, 3, 2), 3),
        ReviewDay(date(2026, 3, 3), 1),
    ]
    assert (days.reviews, days.active, days.busiest.day) == (4, 2, date(2026, 3, 2))


def test_a_year_ends_today() -> None:
    days = count_review_days(steps_of(*reviews_on(0, 364, 365)), NOON, IN_UTC)

    assert (len(days.days), days.days[-1].day, days.reviews) == (365, NOON.date(), 2)


def test_attempts_without_a_rating_are_no_reviews() -> None:
    assert count_review_days(steps_of(Done(rating=0)), NOON, IN_UTC).reviews == 0


def test_the_future_is_no_review() -> None:
    assert count_review_days(steps_of(Done(days_ago=-3)), NOON, IN_UTC).reviews == 0


def test_a_streak_lasts_until_yesterday_is_over_too() -> None:
    streaks = [
        count_review_days(steps_of(*reviews_on(*days)), NOON, IN_UTC).streak
        for days in ((0, 1, 2, 4), (1, 2, 3), (2, 3), ())
    ]

    assert streaks == [3, 3, 0, 0]


@given(st.sets(st.integers(0, 400)))
def test_the_longest_streak_is_the_longest_row_of_days(days_ago: set[int]) -> None:
    rows = [len(list(iter_row(day, days_ago))) for day in days_ago if day + 1 not in days_ago]

    days = count_review_days(steps_of(*reviews_on(*days_ago)), NOON, IN_UTC)

    assert days.longest == max(rows, default=0)


def iter_row(day: int, days: set[int]) -> "list[int]":
    return [day, *iter_row(day - 1, days)] if day in days else []
