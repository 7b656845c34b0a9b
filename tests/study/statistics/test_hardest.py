from collections.abc import Callable

from quizapp.study.learner import Learner
from quizapp.study.model import Rating
from quizapp.study.standing import Stage
from quizapp.study.statistics.hardest import Hard, find_hardest
from tests.study.sample import Clock, card
from tests.study.statistics.sample import Done, steps_of
from tests.study.statistics.tables import Told


def test_what_a_learner_forgets_is_found(
    learner_of: Callable[..., Learner], told: Callable[[Learner], Told], clock: Clock
) -> None:
    learner = learner_of(card("p/l/easy"), card("p/l/hard"))
    for rating in (Rating.EASY, Rating.AGAIN, Rating.GOOD):
        learner.rate("p/l/easy", Rating.EASY, 3)
        learner.rate("p/l/hard", rating, 3)
        clock.forward(days=30)

    (found,) = find_hardest(told(learner).steps(), 10)

    assert told(learner).items().by_number[found.item] == "p/l/hard"
    assert (found.reviews, found.again, found.lapses) == (3, 1, 1)
    assert found.share == 1 / 3


def test_what_was_learnt_and_forgotten_is_harder_than_what_was_hard_to_learn() -> None:
    learning = [Done(item=1, rating=1, state=Stage.LEARNING)] * 3
    forgotten = [Done(item=2, rating=1), Done(item=2)]

    assert find_hardest(steps_of(*learning, *forgotten), 10) == (Hard(2, 2, 1, 1), Hard(1, 3, 3, 0))


def test_what_failed_at_a_larger_share_comes_first_of_those_that_failed_as_often() -> None:
    often = [Done(item=1, rating=1), *[Done(item=1)] * 9]
    seldom = [Done(item=2, rating=1), Done(item=2)]

    assert [one.item for one in find_hardest(steps_of(*often, *seldom), 10)] == [2, 1]


def test_only_so_many_are_found_and_none_that_never_failed() -> None:
    steps = steps_of(*(Done(item=number, rating=1) for number in range(5)), Done(item=7))

    assert len(find_hardest(steps, 3)) == 3
    assert len(find_hardest(steps, 10)) == 5


def test_of_nothing_nothing_is_hard() -> None:
    assert find_hardest(steps_of(), 10) == ()
