from datetime import timedelta

import pytest

from quizapp.study.entries import Answered, Attempted, Entry, Rated, Scheduling, Suspended
from quizapp.study.model import Rating
from quizapp.study.standing import StepKind
from quizapp.study.steps import Step, is_rating, kind_of_step, reviews_of, went_well
from tests.study.sample import NOON

CARD = Rated(item="i", rating=Rating.HARD, seconds=1)
QUESTION = Answered(item="i", answer="", right=False, seconds=1, rating=Rating.AGAIN)
EXERCISE = Attempted(
    item="i", code="", passed=True, ending="", mistake=None, seconds=1, hints=0, solution_shown=False, rating=None
)


@pytest.mark.parametrize(
    ("entry", "kind", "well"),
    [
        (CARD, StepKind.CARD, True),
        (Rated(item="i", rating=Rating.AGAIN, seconds=1), StepKind.CARD, False),
        (QUESTION, StepKind.QUESTION, False),
        (EXERCISE, StepKind.EXERCISE, True),
    ],
)
def test_an_entry_is_a_step_of_its_kind_that_went_well_or_not(entry: Scheduling, kind: StepKind, well: bool) -> None:
    assert (kind_of_step(entry), went_well(entry)) == (kind, well)


@pytest.mark.parametrize(
    ("entry", "is_one"), [(CARD, True), (QUESTION, True), (EXERCISE, False), (Suspended(item="i", on=True), False)]
)
def test_a_rating_stands_in_some_entries(entry: Entry, is_one: bool) -> None:
    assert is_rating(entry) is is_one


def step(number: int, rating: Rating | None) -> Step:
    known = None if rating is None else float(number)
    due = None if rating is None else NOON + timedelta(days=number)
    return Step(
        row=str(number),
        at=NOON + timedelta(hours=number),
        kind=StepKind.EXERCISE,
        rating=rating,
        seconds=5,
        passed=False,
        stability=known,
        difficulty=known,
        due=due,
    )


def test_a_review_tells_what_was_before_it_and_after_it() -> None:
    reviews = reviews_of((step(1, Rating.GOOD), step(2, None), step(3, Rating.HARD)))

    assert [(review.stability_before, review.stability) for review in reviews] == [(None, 1), (1, 1), (1, 3)]
    assert [(review.due_before, review.due) for review in reviews] == [
        (None, NOON + timedelta(days=1)),
        (NOON + timedelta(days=1), NOON + timedelta(days=1)),
        (NOON + timedelta(days=1), NOON + timedelta(days=3)),
    ]


def test_a_step_before_any_rating_has_no_memory() -> None:
    (review,) = reviews_of((step(1, None),))

    assert (review.stability_before, review.stability, review.due) == (None, None, None)
