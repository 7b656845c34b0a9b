from collections.abc import Callable
from datetime import UTC, date

from quizapp.study.learner import Learner
from quizapp.study.model import Rating
from quizapp.study.standing import Stage
from quizapp.study.statistics.days import Days
from quizapp.study.statistics.retention import WeekKnown, measure_retention
from quizapp.study.statistics.shares import Share
from tests.study.sample import Clock, card
from tests.study.statistics.sample import IN_UTC, Done, steps_of
from tests.study.statistics.tables import Told


def test_what_a_learner_still_knew_after_days_is_counted(
    learner_of: Callable[..., Learner], told: Callable[[Learner], Told], clock: Clock
) -> None:
    learner = learner_of(card("p/l/a"), card("p/l/b"))
    for item, then in (("p/l/a", Rating.HARD), ("p/l/b", Rating.AGAIN)):
        learner.rate(item, Rating.EASY, 3)
        clock.forward(days=10)
        learner.rate(item, then, 3)

    retention = measure_retention(told(learner).steps(), Days(UTC, 4), 0.9)

    assert (retention.known, retention.desired) == (Share(1, 2), 0.9)


def test_weeks_in_which_nothing_came_back_are_left_out() -> None:
    steps = steps_of(Done(days_ago=0), Done(days_ago=1, rating=1), Done(days_ago=20), Done(days_ago=19, rating=1))

    weeks = measure_retention(steps, IN_UTC, 0.9).weeks

    assert weeks == (
        WeekKnown(date(2026, 2, 9), Share(1, 2)),
        WeekKnown(date(2026, 2, 23), Share(0, 1)),
        WeekKnown(date(2026, 3, 2), Share(1, 1)),
    )


def test_what_was_still_being_learnt_does_not_count() -> None:
    steps = steps_of(Done(state=Stage.LEARNING), Done(waited=False), Done(rating=0), Done(state=Stage.NEW))

    assert measure_retention(steps, IN_UTC, 0.9).known == Share(0, 0)
