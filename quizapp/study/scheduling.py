"""When an item comes back: FSRS, and nothing of ours on top of it."""

from datetime import datetime, timedelta

import fsrs

from quizapp.study.model import Rating

# Without fuzz a replay of the journal gives the same due dates every time.
_SCHEDULER = fsrs.Scheduler(enable_fuzzing=False)


def review(card: fsrs.Card | None, rating: Rating, at: datetime) -> fsrs.Card:
    """Return the card after a rating; the one given is left as it is.

    Args:
        card: None for an item that was never rated.
        rating: the one given.
        at: when it was given; UTC.
    """
    # A Card without an id sleeps for a millisecond to make one; ours are known by their item.
    before = card or fsrs.Card(card_id=0, due=at)
    return _SCHEDULER.review_card(before, fsrs.Rating(rating), at)[0]


def intervals(card: fsrs.Card | None, at: datetime) -> dict[Rating, timedelta]:
    """Return how long each rating would send the item away."""
    return {rating: review(card, rating, at).due - at for rating in Rating}


def has_left_learning_steps(card: fsrs.Card) -> bool:
    """Tell whether the item comes back in days, not minutes."""
    return card.state is fsrs.State.Review
