"""When an item comes back: FSRS's numbers as the learner has tuned them, and our fuzz where FSRS draws at random."""

from datetime import datetime, timedelta
from functools import lru_cache

import fsrs
from msgspec import Struct
from msgspec.structs import replace

from quizapp.message import SaysError, message
from quizapp.packs.model import ItemId
from quizapp.study.fuzz import fraction_of, fuzz
from quizapp.study.model import Rating, Tuning
from quizapp.study.standing import Stage, Standing, StepKind

_RATINGS = {rating: fsrs.Rating(rating) for rating in Rating}
_STATES = {
    Stage.LEARNING: fsrs.State.Learning,
    Stage.REVIEW: fsrs.State.Review,
    Stage.RELEARNING: fsrs.State.Relearning,
}
_STAGES = {state: stage for stage, state in _STATES.items()}


class TuningError(SaysError):
    """A tuning that FSRS can't work with."""


class Pace(Struct, frozen=True):
    """A tuning at work.

    Attributes:
        step_by_step: for cards and questions: first after minutes, then after days.
        by_days: for exercises: one takes minutes itself, so that it would only be typed again if it came back within
            the hour.
    """

    tuning: Tuning
    step_by_step: fsrs.Scheduler
    by_days: fsrs.Scheduler

    def scheduler(self, kind: StepKind) -> fsrs.Scheduler:
        """Return what suits this kind of item; it leaves the fuzz to us."""
        return self.by_days if kind is StepKind.EXERCISE else self.step_by_step


@lru_cache(maxsize=4)
def pace_of(tuning: Tuning) -> Pace:
    """Put a tuning to work; parameters that FSRS refuses, as another version may have written, count as its own."""
    try:
        return _pace(tuning, tuning.parameters)
    except ValueError:
        return _pace(tuning, ())


def check_tuning(tuning: Tuning) -> None:
    """Make sure that FSRS can work with a tuning.

    Raises:
        TuningError: if its parameters are too many, too few or out of bounds.
    """
    try:
        _pace(tuning, tuning.parameters)
    except ValueError as error:
        reason = str(error).splitlines()[0]
        raise TuningError(
            message("These are no parameters that FSRS can work with: {reason}", reason=reason)
        ) from error


def review(item: ItemId, standing: Standing, rating: Rating, at: datetime, kind: StepKind, pace: Pace) -> Standing:
    """Return the standing with its memory as it is after a rating; what does not depend on memory is left.

    Args:
        item: seeds the fuzz.
        standing: from before; untouched for an item that was never rated.
        rating: the one given.
        at: when it was given; UTC.
        kind: what was rated.
        pace: the tuning at work.
    """
    card, _ = pace.scheduler(kind).review_card(card_of(standing, at), _RATINGS[rating], at)
    due = card.due
    if pace.tuning.fuzz and card.state is fsrs.State.Review:
        due = at + fuzz(due - at, fraction_of(item, standing.rated_at), pace.tuning.longest_days)
    return replace(
        standing,
        state=_STAGES[card.state],
        learning_step=card.step,
        stability=card.stability,
        difficulty=card.difficulty,
        memory_due=due,
        rated_at=at,
    )


def intervals(item: ItemId, standing: Standing, at: datetime, kind: StepKind, pace: Pace) -> dict[Rating, timedelta]:
    """Return how long each rating would send the item away."""
    after = ((rating, review(item, standing, rating, at, kind, pace).memory_due) for rating in Rating)
    return {rating: due - at for rating, due in after if due is not None}


def retrievability(standing: Standing, at: datetime, pace: Pace) -> float | None:
    """Return how likely the item is still known, 0 to 1, as FSRS has it; None for one that was never rated."""
    if not standing.is_rated:
        return None
    return pace.step_by_step.get_card_retrievability(card_of(standing, at), at)


def card_of(standing: Standing, at: datetime) -> fsrs.Card:
    """Return the item's memory as FSRS's card; `at` is when one that was never rated is due."""
    # A Card without an id sleeps for a millisecond to make one; ours are known by their item.
    if standing.state is Stage.NEW:
        return fsrs.Card(card_id=0, due=at)
    return fsrs.Card(
        card_id=0,
        state=_STATES[standing.state],
        step=standing.learning_step,
        stability=standing.stability,
        difficulty=standing.difficulty,
        due=standing.memory_due,
        last_review=standing.rated_at,
    )


def _pace(tuning: Tuning, parameters: tuple[float, ...]) -> Pace:
    weights = parameters or fsrs.scheduler.DEFAULT_PARAMETERS

    def scheduler(steps: tuple[int, ...], relearning_steps: tuple[int, ...]) -> fsrs.Scheduler:
        return fsrs.Scheduler(
            parameters=weights,
            desired_retention=tuning.retention,
            learning_steps=[timedelta(seconds=each) for each in steps],
            relearning_steps=[timedelta(seconds=each) for each in relearning_steps],
            maximum_interval=tuning.longest_days,
            enable_fuzzing=False,
        )

    return Pace(tuning, scheduler(tuning.steps, tuning.relearning_steps), scheduler((), ()))
