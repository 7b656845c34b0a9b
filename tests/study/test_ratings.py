from collections.abc import Callable
from math import inf, nan

import pytest

from quizapp.study.learner import Learner
from quizapp.study.model import AnsweredQuestion, Rating
from tests.study.sample import Clock, attempt, exercise

E = "p/l/e"


@pytest.fixture
def learner(learner_of: Callable[..., Learner]) -> Learner:
    return learner_of(exercise(E))


def rating_of(learner: Learner, **made: bool | int) -> Rating | None:
    """Record an attempt and return what it was rated."""
    return learner.record_attempt(attempt(E, **made))  # type: ignore[arg-type]


@pytest.mark.parametrize(("right", "rating"), [(True, Rating.GOOD), (False, Rating.AGAIN)])
def test_a_right_answer_is_good_and_a_wrong_one_again(learner: Learner, right: bool, rating: Rating) -> None:
    answered = AnsweredQuestion(item="p/l/q", answer="1", right=right, seconds=5)

    assert learner.record_answer(answered) == rating


def test_passing_at_the_first_check_is_good(learner: Learner) -> None:
    assert rating_of(learner, passed=True) is Rating.GOOD


def test_passing_with_a_hint_is_hard(learner: Learner) -> None:
    assert rating_of(learner, passed=True, hints=1) is Rating.HARD


def test_failing_is_not_rated(learner: Learner) -> None:
    assert rating_of(learner) is None
    assert learner.due_at(E) is None


def test_passing_after_failing_is_hard(learner: Learner) -> None:
    rating_of(learner)

    assert rating_of(learner, passed=True) is Rating.HARD


def test_passing_after_failing_yesterday_is_hard(learner: Learner, clock: Clock) -> None:
    rating_of(learner)
    clock.forward(days=1)

    assert rating_of(learner, passed=True) is Rating.HARD


def test_what_failed_before_the_last_pass_counts_no_more(learner: Learner, clock: Clock) -> None:
    rating_of(learner)
    rating_of(learner, passed=True)
    clock.forward(days=2)

    assert rating_of(learner, passed=True) is Rating.GOOD


def test_passing_again_before_it_is_due_is_not_rated(learner: Learner, clock: Clock) -> None:
    rating_of(learner, passed=True)
    due = learner.due_at(E)
    clock.forward(minutes=9)

    assert rating_of(learner, passed=True) is None
    assert learner.due_at(E) == due


def test_passing_again_once_it_is_due_is_rated(learner: Learner, clock: Clock) -> None:
    rating_of(learner, passed=True)
    clock.forward(days=10)

    assert rating_of(learner, passed=True) is Rating.GOOD


def test_showing_the_solution_is_again(learner: Learner) -> None:
    assert rating_of(learner, solution_shown=True) is Rating.AGAIN


def test_passing_with_the_solution_shown_is_again_if_it_was_not_rated_when_shown(learner: Learner) -> None:
    assert rating_of(learner, passed=True, solution_shown=True) is Rating.AGAIN


@pytest.mark.parametrize("minutes", [0, 30])
def test_a_shown_solution_is_rated_once_however_long_passing_takes(
    learner: Learner, clock: Clock, minutes: int
) -> None:
    rating_of(learner, solution_shown=True)
    clock.forward(minutes=minutes)

    assert rating_of(learner, solution_shown=True) is None
    assert rating_of(learner, passed=True, solution_shown=True) is None


def test_a_solution_shown_again_another_day_is_again_again(learner: Learner, clock: Clock) -> None:
    rating_of(learner, solution_shown=True)
    clock.forward(days=1)

    assert rating_of(learner, solution_shown=True) is Rating.AGAIN


def test_passing_by_oneself_after_a_shown_solution_is_good(learner: Learner, clock: Clock) -> None:
    rating_of(learner, solution_shown=True)
    rating_of(learner, passed=True, solution_shown=True)
    clock.forward(days=1)

    assert rating_of(learner, passed=True) is Rating.GOOD


def test_passing_by_oneself_the_day_after_giving_up_is_good(learner: Learner, clock: Clock) -> None:
    rating_of(learner, solution_shown=True)
    clock.forward(days=1)

    assert rating_of(learner, passed=True) is Rating.GOOD


def test_looking_at_the_solution_after_passing_costs_nothing(learner: Learner) -> None:
    rating_of(learner, passed=True)

    assert rating_of(learner, solution_shown=True) is None


def test_giving_up_before_it_is_due_is_again(learner: Learner, clock: Clock) -> None:
    rating_of(learner, passed=True)
    clock.forward(minutes=10)
    rating_of(learner, passed=True)
    clock.forward(days=1)

    assert rating_of(learner, solution_shown=True) is Rating.AGAIN


QUESTIONS = tuple(f"p/l/q{number}" for number in range(9))


def answer_in(learner: Learner, item: str, seconds: float, *, right: bool = True) -> Rating:
    return learner.record_answer(AnsweredQuestion(item=item, answer="1", right=right, seconds=seconds))


@pytest.mark.parametrize(
    ("seconds", "rating"),
    [
        (9, Rating.EASY),
        (10, Rating.GOOD),
        (50, Rating.GOOD),
        (51, Rating.HARD),
        (0, Rating.GOOD),
        (nan, Rating.GOOD),
        (inf, Rating.GOOD),
    ],
)
def test_a_right_answer_is_weighed_against_the_learner_s_usual_time(
    learner: Learner, seconds: float, rating: Rating
) -> None:
    for item in QUESTIONS[:5]:
        answer_in(learner, item, 20)

    assert answer_in(learner, "p/l/new", seconds) is rating


def test_a_wrong_answer_is_again_however_fast(learner: Learner) -> None:
    for item in QUESTIONS[:5]:
        answer_in(learner, item, 20)

    assert answer_in(learner, "p/l/new", 1, right=False) is Rating.AGAIN


def test_before_five_answers_no_time_is_usual(learner: Learner) -> None:
    for item in QUESTIONS[:4]:
        answer_in(learner, item, 20)

    assert answer_in(learner, "p/l/new", 1) is Rating.GOOD


def test_the_last_fifty_ratings_tell_what_is_usual(learner: Learner, clock: Clock) -> None:
    for _ in range(60):
        answer_in(learner, "p/l/q", 200)
        clock.forward(minutes=1)
    for _ in range(50):
        answer_in(learner, "p/l/q", 20)
        clock.forward(minutes=1)

    assert answer_in(learner, "p/l/new", 60) is Rating.HARD


def test_other_kinds_tell_nothing_of_a_question_s_time(learner: Learner) -> None:
    for number in range(9):
        learner.rate(f"p/l/{number}", Rating.GOOD, 500)

    assert answer_in(learner, "p/l/new", 20) is Rating.GOOD


def pass_in(learner: Learner, item: str, *seconds: float) -> Rating | None:
    """Fail after each of these times but the last, then pass; return the last rating."""
    for taken in seconds[:-1]:
        learner.record_attempt(attempt(item, seconds=taken))
    return learner.record_attempt(attempt(item, seconds=seconds[-1], passed=True))


@pytest.mark.parametrize(("seconds", "rating"), [(40, Rating.EASY), (100, Rating.GOOD), (300, Rating.HARD)])
def test_an_exercise_that_passes_at_once_is_weighed_by_time_too(
    learner: Learner, seconds: float, rating: Rating
) -> None:
    for number in range(5):
        pass_in(learner, f"p/l/e{number}", 60, 40)

    assert pass_in(learner, E, seconds) is rating


def test_an_exercise_that_failed_before_is_hard_however_fast(learner: Learner) -> None:
    for number in range(5):
        pass_in(learner, f"p/l/e{number}", 100)

    assert pass_in(learner, E, 1, 1) is Rating.HARD
