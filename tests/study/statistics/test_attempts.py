from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.learner import Learner
from quizapp.study.standing import StepKind
from quizapp.study.statistics.attempts import Attempts, ExerciseTries, count_attempts
from quizapp.study.statistics.days import micros
from tests.study.sample import Clock, attempt, card, exercise
from tests.study.statistics.sample import NOON, Done, steps_of
from tests.study.statistics.tables import Told


def tries(*passed: bool, item: int = 1, shown: bool = False) -> tuple[Done, ...]:
    """Return attempts at an exercise, a day each."""
    count = len(passed)
    return tuple(
        Done(item=item, kind=StepKind.EXERCISE, days_ago=count - number, passed=did, rating=0, shown=shown)
        for number, did in enumerate(passed)
    )


def test_the_attempts_of_a_learner_are_counted_up_to_the_first_that_passed(
    learner_of: Callable[..., Learner], told: Callable[[Learner], Told], clock: Clock
) -> None:
    learner = learner_of(exercise("p/l/e"), card("p/l/c"))
    for passed in (False, False, True, False, True):
        learner.record_attempt(attempt("p/l/e", passed=passed))
        clock.forward(minutes=5)

    (found,) = count_attempts(told(learner).steps()).exercises

    assert (found.attempts, found.passed) == (3, True)


def test_a_look_at_the_solution_is_no_attempt(
    learner_of: Callable[..., Learner], told: Callable[[Learner], Told], clock: Clock
) -> None:
    learner = learner_of(exercise("p/l/e"))
    for made in (
        attempt("p/l/e"),
        attempt("p/l/e", solution_shown=True),
        attempt("p/l/e", solution_shown=True, passed=True),
    ):
        learner.record_attempt(made)
        clock.forward(minutes=5)

    (found,) = count_attempts(told(learner).steps()).exercises

    assert (found.attempts, found.passed) == (2, True)


def test_an_exercise_that_never_passed_has_taken_all_its_attempts() -> None:
    assert count_attempts(steps_of(*tries(False, False))).exercises == (ExerciseTries(1, 2, False),)


def test_exercises_that_took_most_come_first() -> None:
    steps = steps_of(*tries(True, item=1), *tries(False, False, True, item=2), *tries(False, True, item=3))

    found = count_attempts(steps)

    assert [one.item for one in found.exercises] == [2, 3, 1]
    assert found.counted() == {1: 1, 2: 1, 3: 1}


def test_an_exercise_counts_when_it_passed_first() -> None:
    passed_long_ago = [Done(item=1, kind=StepKind.EXERCISE, days_ago=50), Done(item=1, kind=StepKind.EXERCISE)]
    begun_long_ago = [
        Done(item=2, kind=StepKind.EXERCISE, days_ago=50, passed=False),
        Done(item=2, kind=StepKind.EXERCISE),
    ]

    found = count_attempts(steps_of(*passed_long_ago, *begun_long_ago), micros(NOON) - 1)

    assert found == Attempts(exercises=(ExerciseTries(2, 2, True),))


def test_cards_have_no_attempts() -> None:
    assert count_attempts(steps_of(Done(), Done(kind=StepKind.QUESTION))).exercises == ()


@given(st.lists(st.lists(st.booleans(), min_size=1, max_size=6), max_size=8))
def test_every_exercise_is_counted_as_by_hand(exercises: list[list[bool]]) -> None:
    steps = steps_of(*(one for number, each in enumerate(exercises) for one in tries(*each, item=number)))

    by_hand = {
        number: (each.index(True) + 1 if True in each else len(each), True in each)
        for number, each in enumerate(exercises)
    }

    found = count_attempts(steps).exercises
    assert {one.item: (one.attempts, one.passed) for one in found} == by_hand
