import math
from collections.abc import Callable

import pytest

from quizapp.study.learner import Learner
from quizapp.study.model import Rating, Tuning
from quizapp.study.scheduling import pace_of, retrievability
from quizapp.study.statistics.concepts import measure_concepts, weakest
from quizapp.study.statistics.overview import decay_of
from tests.study.sample import Clock, card, pack
from tests.study.statistics.sample import NOON, Known, items_of, strength
from tests.study.statistics.tables import Told

DECAY = decay_of(Tuning())


def test_a_concept_is_as_strong_as_the_schedule_has_its_items_on_average(
    learner_of: Callable[..., Learner], told: Callable[[Learner], Told], clock: Clock
) -> None:
    studied = (card("p/l/a", "views"), card("p/l/b", "views", "views"), card("p/l/c", "views", "strides"))
    learner = learner_of(*studied)
    learner.rate("p/l/a", Rating.EASY, 3)
    clock.forward(days=20)
    learner.rate("p/l/b", Rating.GOOD, 3)
    clock.forward(days=4)
    chances = [retrievability(learner.standing(each), clock.now, pace_of(Tuning())) for each in ("p/l/a", "p/l/b")]

    views, strides = measure_concepts(learner.packs, told(learner).items(), clock.now, DECAY)

    assert views.strength == pytest.approx(sum(chance or 0 for chance in chances) / 2)
    assert (views.items, views.begun) == (("p/l/a", "p/l/b", "p/l/c"), ("p/l/a", "p/l/b"))
    assert (strides.begun, math.isnan(strides.strength)) == ((), True)


def test_the_strongest_concept_comes_first_and_what_was_not_begun_last() -> None:
    packs = (pack(card("p/l/a", "new"), card("p/l/b", "weak"), card("p/l/c", "strong")),)
    items = items_of(
        Known(item="p/l/b", stability=3, rated_days_ago=30), Known(item="p/l/c", stability=300, rated_days_ago=30)
    )

    found = measure_concepts(packs, items, NOON, DECAY)

    assert [one.title.read("en") for one in found] == ["strong", "weak", "new"]


def test_the_weakest_are_those_that_were_begun_and_are_known_least() -> None:
    concepts = (
        strength("sure", 0.999, "p/l/a"),
        strength("well", 0.9, "p/l/b"),
        strength("badly", 0.4, "p/l/c"),
        strength("never", float("nan")),
    )

    assert [one.title.read("en") for one in weakest(concepts, 5)] == ["badly", "well"]
    assert [one.title.read("en") for one in weakest(concepts, 1)] == ["badly"]
