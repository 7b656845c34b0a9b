import math
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.learner import Learner
from quizapp.study.model import Rating
from quizapp.study.statistics.memory import Bin, spread_of_difficulty, spread_of_stability
from tests.study.sample import card
from tests.study.statistics.sample import Known, items_of
from tests.study.statistics.tables import Told


def test_what_a_learner_has_rated_is_counted_where_fsrs_puts_it(
    learner_of: Callable[..., Learner], told: Callable[[Learner], Told]
) -> None:
    learner = learner_of(card("p/l/a"))
    learner.rate("p/l/a", Rating.EASY, 3)
    stability = learner.standing("p/l/a").stability
    assert stability is not None

    spread = spread_of_stability(told(learner).items())

    (found,) = [one for one in spread.bins if one.items]
    assert found.high is not None
    assert found.low <= stability < found.high
    assert (spread.median, spread.items) == (stability, 1)


def test_an_edge_belongs_to_the_bar_that_begins_there() -> None:
    items = items_of(*(Known(stability=days) for days in (0.5, 1, 29.9, 30, 5000)))

    bars = [one for one in spread_of_stability(items).bins if one.items]

    assert bars == [Bin(0, 1, 1), Bin(1, 3, 1), Bin(14, 30, 1), Bin(30, 60, 1), Bin(730, None, 1)]


def test_the_hardest_of_all_belongs_to_the_last_bar() -> None:
    spread = spread_of_difficulty(items_of(Known(difficulty=10), Known(difficulty=1), Known()))

    assert (spread.bins[0], spread.bins[-1], spread.items) == (Bin(1, 2, 1), Bin(9, 10, 1), 2)


def test_nothing_has_no_middle() -> None:
    spread = spread_of_stability(items_of(Known()))

    assert spread.items == 0
    assert math.isnan(spread.median)


@given(st.lists(st.floats(0.001, 36500), max_size=40))
def test_every_item_is_in_one_bar(stabilities: list[float]) -> None:
    items = items_of(*(Known(stability=days) for days in stabilities))

    assert spread_of_stability(items).items == len(stabilities)
