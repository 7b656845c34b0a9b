from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from quizapp.fitting.choosing import ItemRatings
from quizapp.fitting.effect import Effect, effect_of, tuned
from quizapp.fitting.rated import RatedSteps
from quizapp.packs.model import ItemId
from quizapp.study.model import Rating, Tuning
from quizapp.study.standing import Standing, StepKind

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)
PLAIN = Tuning(fuzz=False)
HIGH, LOW = replace(PLAIN, retention=0.97), replace(PLAIN, retention=0.7)


def steps(item: str, *days_ago: float, kind: StepKind = StepKind.CARD, rating: Rating = Rating.EASY) -> RatedSteps:
    moments = [(NOW - timedelta(days=days) - EPOCH) // timedelta(microseconds=1) for days in days_ago]
    return RatedSteps(ItemRatings(item, tuple(moments), (int(rating),) * len(moments)), (kind,) * len(moments))


OLD = steps("p/l/old", 30, 20)
YOUNG = steps("p/l/young", 9)
STANDINGS = {"p/l/old": tuned(OLD, PLAIN), "p/l/young": tuned(YOUNG, PLAIN)}


def effect_on(item: RatedSteps, tuning: Tuning) -> Effect:
    return effect_of(tuning, (item,), {item.ratings.item: tuned(item, PLAIN)}, NOW)


def moves_nothing(standings: dict[ItemId, Standing], tuning: Tuning) -> bool:
    effect = effect_of(tuning, (OLD, YOUNG), standings, NOW)
    return (0, 0, 0.0, 0) == (effect.items, effect.sooner, effect.mean_days, effect.more_due)


def test_the_tuning_in_use_changes_nothing() -> None:
    assert moves_nothing(STANDINGS, PLAIN)


def test_a_higher_retention_brings_items_back_sooner() -> None:
    days = ((tuned(YOUNG, PLAIN).memory_due or NOW) - (tuned(YOUNG, HIGH).memory_due or NOW)) / DAY

    effect = effect_on(YOUNG, HIGH)

    # 8 days after the rating it was due in any case, and 9 have gone by.
    assert (1, 1, days, 0) == (effect.items, effect.sooner, effect.mean_days, effect.more_due)


def test_an_item_that_would_be_due_is_counted() -> None:
    effect = effect_on(steps("p/l/ahead", 5), HIGH)

    assert (1, 1) == (effect.sooner, effect.more_due)


def test_a_lower_retention_sends_items_away() -> None:
    effect = effect_on(YOUNG, LOW)

    assert (1, 0, -1) == (effect.items, effect.sooner, effect.more_due)


def test_an_item_that_comes_back_after_eight_days_makes_an_eighth_of_a_review_a_day() -> None:
    after = tuned(YOUNG, LOW)
    assert after.memory_due is not None and after.rated_at is not None

    effect = effect_on(YOUNG, LOW)

    assert (1 / 8, DAY / (after.memory_due - after.rated_at)) == (effect.a_day_before, effect.a_day_after)


def test_an_item_in_its_first_minutes_makes_no_reviews_a_day_yet() -> None:
    assert 0.0 == effect_on(steps("p/l/a", 0.001, rating=Rating.AGAIN), PLAIN).a_day_before


@pytest.mark.parametrize("kept", [{"suspended": True}, {"date_set": NOW}])
def test_what_the_learner_set_or_suspended_does_not_move(kept: dict[str, object]) -> None:
    assert moves_nothing({item: replace(standing, **kept) for item, standing in STANDINGS.items()}, HIGH)


@pytest.mark.parametrize(("kind", "moved"), [(StepKind.CARD, 1), (StepKind.QUESTION, 1), (StepKind.EXERCISE, 0)])
def test_learning_steps_count_for_cards_and_questions_and_not_for_exercises(kind: StepKind, moved: int) -> None:
    item = steps("p/l/a", 0.01, kind=kind, rating=Rating.AGAIN)

    assert moved == effect_on(item, replace(PLAIN, steps=(3600,))).items
