"""Steps: what was done with an item, one row of the journal each, and what that did to its schedule."""

from datetime import datetime

from msgspec import Struct

from quizapp.study.entries import Answered, Entry, Rated, RowId, Scheduling
from quizapp.study.model import Rating
from quizapp.study.standing import Stage, StepKind


class Step(Struct, frozen=True, kw_only=True, gc=False):
    """One thing done with an item.

    Attributes:
        rating: the one that counts, changed or not; None if none followed.
        seconds: of this step alone. taken: of all steps up to this rating, None without one.
        passed: the exercise passed, the question was answered right, the card was known.
        state: before the rating. elapsed: days since the last rating. retrievability: before it.
        stability, difficulty, due: after it. All these are None without a rating.
    """

    row: RowId
    at: datetime
    kind: StepKind
    rating: Rating | None
    seconds: float
    passed: bool
    hints: int = 0
    solution_shown: bool = False
    state: Stage | None = None
    elapsed: float | None = None
    retrievability: float | None = None
    stability: float | None = None
    difficulty: float | None = None
    due: datetime | None = None
    taken: float | None = None


class Review(Struct, frozen=True, kw_only=True):
    """A step with what it did: stability in days, difficulty and due time before it and after it."""

    row: RowId
    at: datetime
    kind: StepKind
    rating: Rating | None
    seconds: float
    passed: bool
    hints: int
    solution_shown: bool
    stability_before: float | None
    difficulty_before: float | None
    due_before: datetime | None
    stability: float | None
    difficulty: float | None
    due: datetime | None


def kind_of_step(entry: Scheduling) -> StepKind:
    """Return what an entry is a step of."""
    if isinstance(entry, Rated):
        return StepKind.CARD
    return StepKind.QUESTION if isinstance(entry, Answered) else StepKind.EXERCISE


def went_well(entry: Scheduling) -> bool:
    """Tell whether the card was known, the answer right, the exercise passed."""
    if isinstance(entry, Rated):
        return entry.rating is not Rating.AGAIN
    return entry.right if isinstance(entry, Answered) else entry.passed


def is_rating(entry: Entry) -> bool:
    """Tell whether a rating stands in the entry itself."""
    return isinstance(entry, Scheduling) and entry.rating is not None


def reviews_of(steps: tuple[Step, ...]) -> tuple[Review, ...]:
    """Return the steps, by time, each with what was before it."""
    reviews: list[Review] = []
    before: Step | None = None
    for step in steps:
        reviews.append(_review(before, step))
        before = step if step.rating is not None else before
    return tuple(reviews)


def _review(before: Step | None, step: Step) -> Review:
    after = step if step.rating is not None else before
    return Review(
        row=step.row,
        at=step.at,
        kind=step.kind,
        rating=step.rating,
        seconds=step.seconds,
        passed=step.passed,
        hints=step.hints,
        solution_shown=step.solution_shown,
        stability_before=before.stability if before else None,
        difficulty_before=before.difficulty if before else None,
        due_before=before.due if before else None,
        stability=after.stability if after else None,
        difficulty=after.difficulty if after else None,
        due=after.due if after else None,
    )
