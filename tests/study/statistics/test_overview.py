from collections.abc import Callable
from datetime import UTC

import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS

from quizapp.study.learner import Learner
from quizapp.study.model import Rating, Tuning
from quizapp.study.statistics.days import Days
from quizapp.study.statistics.overview import Overview, decay_of, look_over
from quizapp.study.statistics.period import Period
from tests.study.sample import Clock, attempt, card, exercise, pack
from tests.study.statistics.tables import Told

PACKS = (pack(card("p/l/a", "views"), card("p/l/b", "views"), exercise("p/l/e")),)
DAYS = Days(UTC, 4)


@pytest.fixture
def learner(learner_of: Callable[..., Learner], clock: Clock) -> Learner:
    """Somebody who began two cards and an exercise 200 days ago, and did one of the cards again today."""
    learner = learner_of(*PACKS[0].items())
    for item in ("p/l/a", "p/l/b"):
        learner.rate(item, Rating.EASY, 3)
    learner.record_attempt(attempt("p/l/e", seconds=60))
    clock.forward(days=200)
    learner.rate("p/l/a", Rating.AGAIN, 9)
    return learner


def looked_over(told: Told, clock: Clock, period: Period) -> Overview:
    return look_over(told.past(), PACKS, period, clock.now, DAYS)


def test_a_period_bounds_what_happened_and_not_what_is(
    learner: Learner, told: Callable[[Learner], Told], clock: Clock
) -> None:
    month, ever = (looked_over(told(learner), clock, period) for period in (Period.MONTH, Period.ALL))

    assert (month.time.seconds, ever.time.seconds) == (9, 75)
    assert (len(month.attempts.exercises), len(ever.attempts.exercises)) == (0, 1)
    assert month.review_days == ever.review_days
    assert month.concepts == ever.concepts
    assert month.stability == ever.stability
    assert month.forecast == ever.forecast


def test_a_month_has_thirty_days_today_included(
    learner: Learner, told: Callable[[Learner], Told], clock: Clock
) -> None:
    assert len(looked_over(told(learner), clock, Period.MONTH).time.spans) == 30


def test_what_is_in_no_pack_any_more_is_left_out(
    learner: Learner, told: Callable[[Learner], Told], clock: Clock
) -> None:
    overview = look_over(told(learner).past(), (pack(card("p/l/b")),), Period.ALL, clock.now, DAYS)

    assert (overview.review_days.reviews, set(overview.ids.values())) == (1, {"p/l/b"})


def test_hard_items_are_named_by_their_number(learner: Learner, told: Callable[[Learner], Told], clock: Clock) -> None:
    overview = looked_over(told(learner), clock, Period.YEAR)

    assert [overview.ids[hard.item] for hard in overview.hardest] == ["p/l/a"]


def test_the_past_is_empty_until_something_is_done(
    learner_of: Callable[..., Learner], told: Callable[[Learner], Told]
) -> None:
    learner = learner_of(*PACKS[0].items())
    assert told(learner).past().is_empty

    learner.rate("p/l/a", Rating.GOOD, 3)

    assert not told(learner).past().is_empty


def test_parameters_of_ones_own_make_memory_fade_at_their_pace() -> None:
    assert decay_of(Tuning(parameters=(*DEFAULT_PARAMETERS[:20], 0.5))) == 0.5
