import math
from collections.abc import Callable

from quizapp.study.learner import Learner
from quizapp.study.model import Rating
from quizapp.study.statistics.days import micros
from tests.study.sample import Clock, attempt, card, exercise
from tests.study.statistics.tables import Told

ONE, TWO, EXERCISE = card("p/l/one"), card("p/l/two"), exercise("p/l/exercise")


def test_items_stand_where_the_schedule_has_them(
    learner_of: Callable[..., Learner], told: Callable[[Learner], Told], clock: Clock
) -> None:
    learner = learner_of(ONE)
    learner.rate(ONE.id, Rating.GOOD, 3)

    items, standing = told(learner).items(), learner.standing(ONE.id)

    assert standing.due is not None
    assert (items.id, items.due.tolist()) == ((ONE.id,), [micros(standing.due)])
    assert (items.stability.tolist(), items.difficulty.tolist()) == ([standing.stability], [standing.difficulty])
    assert items.rated_at.tolist() == [micros(clock.now)]


def test_an_item_that_was_tried_and_never_rated_has_no_memory(
    learner_of: Callable[..., Learner], told: Callable[[Learner], Told]
) -> None:
    learner = learner_of(EXERCISE)
    learner.record_attempt(attempt(EXERCISE.id))

    items = told(learner).items()

    assert all(math.isnan(values[0]) for values in (items.due, items.stability, items.difficulty, items.rated_at))


def test_what_is_suspended_does_not_come_back(
    learner_of: Callable[..., Learner], told: Callable[[Learner], Told]
) -> None:
    learner = learner_of(ONE)
    learner.rate(ONE.id, Rating.GOOD, 3)
    learner.suspend((ONE.id,))

    assert math.isnan(told(learner).items().due[0])


def test_only_items_of_the_packs_looked_at_are_kept(
    learner_of: Callable[..., Learner], told: Callable[[Learner], Told]
) -> None:
    learner = learner_of(ONE, TWO)
    for item in (ONE, TWO):
        learner.rate(item.id, Rating.GOOD, 3)

    items = told(learner).items().among({TWO.id, "p/l/never"})

    assert items.id == (TWO.id,)
    assert list(items.by_number.values()) == [TWO.id]
