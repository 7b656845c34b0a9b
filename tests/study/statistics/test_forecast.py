from collections.abc import Callable
from datetime import UTC, timedelta

from quizapp.study.learner import Learner
from quizapp.study.model import Rating
from quizapp.study.statistics.days import Days
from quizapp.study.statistics.forecast import SPAN, DueDay, forecast_due
from tests.study.sample import Clock, card
from tests.study.statistics.sample import IN_UTC, NOON, Known, items_of
from tests.study.statistics.tables import Told


def test_what_a_learner_has_rated_falls_due_when_the_schedule_says(
    learner_of: Callable[..., Learner], told: Callable[[Learner], Told], clock: Clock
) -> None:
    learner = learner_of(card("p/l/a"))
    learner.rate("p/l/a", Rating.EASY, 3)
    due = learner.due_at("p/l/a")
    assert due is not None

    forecast = forecast_due(told(learner).items(), clock.now, Days(UTC, 4))

    assert [day for day in forecast.days if day.items] == [DueDay((due - timedelta(hours=4)).date(), 1)]


def test_the_next_thirty_days_are_counted_today_first() -> None:
    due = (-1.0, 0.0, 0.5, 1.0, SPAN - 1.0, float(SPAN))

    forecast = forecast_due(items_of(*(Known(due_in=days) for days in due)), NOON, IN_UTC)

    assert (forecast.overdue, forecast.today, forecast.coming) == (1, 2, 4)
    assert (len(forecast.days), forecast.days[0].day) == (SPAN, NOON.date())


def test_what_does_not_come_back_is_not_counted() -> None:
    forecast = forecast_due(items_of(Known(due_in=None)), NOON, IN_UTC)

    assert (forecast.overdue, forecast.coming) == (0, 0)
