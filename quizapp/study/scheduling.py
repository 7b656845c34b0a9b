"""When an item comes back: FSRS, and nothing of ours on top of it."""

from datetime import datetime, timedelta

import fsrs

from quizapp.study.model import Rating

# Without fuzz a replay of the journal gives the same due dates every time.
STEP_BY_STEP = fsrs.Scheduler(enable_fuzzing=False)
"""For cards and questions: first after minutes, then after days."""

BY_DAYS = fsrs.Scheduler(enable_fuzzing=False, learning_steps=(), relearning_steps=())
"""For exercises: one takes minutes itself, so that it would only be typed again if it came back within the hour."""


def review(card: fsrs.Card | None, rating: Rating, at: datetime, scheduler: fsrs.Scheduler = STEP_BY_STEP) -> fsrs.Card:
    """Return the card after a rating; the one given is left as it is.

    Args:
        card: None for an item that was never rated.
        rating: the one given.
        at: when it was given; UTC.
        scheduler: the pace that suits the kind of item.
    """
    # A Card without an id sleeps for a millisecond to make one; ours are known by their item.
    before = card or fsrs.Card(card_id=0, due=at)
    return scheduler.review_card(before, fsrs.Rating(rating), at)[0]


def intervals(card: fsrs.Card | None, at: datetime) -> dict[Rating, timedelta]:
    """Return how long each rating would send the item away."""
    return {rating: review(card, rating, at).due - at for rating in Rating}


def has_left_learning_steps(card: fsrs.Card) -> bool:
    """Tell whether the item comes back in days, not minutes."""
    return card.state is fsrs.State.Review
