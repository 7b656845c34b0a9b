"""How well parameters predict what a learner knew: the log loss, from a replay with the `fsrs` library."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from math import log

import fsrs

from quizapp.fitting.messages import Losses, Studied

BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
"""When each item's first rating is put: the model knows only how much time went by between two."""

_LEAST_LOG = -100.0
"""What the library's own loss takes for the logarithm of 0."""


def moment(since: int) -> datetime:
    """Return the moment so many microseconds after the beginning."""
    return BEGINNING + timedelta(microseconds=since)


def predictions(item: Studied, scheduler: fsrs.Scheduler) -> Iterator[tuple[int, float, bool]]:
    """Replay an item and say what was predicted before each rating that counts.

    A rating counts if it came a day or more after the one before, as in FSRS's own fit: on the same day the model
    predicts nothing.

    Yields:
        The rating's index, the chance that was given to knowing it, and whether it was known.
    """
    card = fsrs.Card(card_id=0, due=BEGINNING)
    for index, (since, rating) in enumerate(zip(item.since, item.ratings, strict=True)):
        at = moment(since)
        if card.last_review is not None and (at - card.last_review).days > 0:
            yield index, float(scheduler.get_card_retrievability(card, at)), rating > fsrs.Rating.Again
        card, _ = scheduler.review_card(card, fsrs.Rating(rating), at)


def loss_of(chance: float, known: bool) -> float:
    """Return how wrong one prediction was: 0 for certainty about what happened."""
    given = chance if known else 1 - chance
    return -max(log(given), _LEAST_LOG) if given > 0 else -_LEAST_LOG


def losses(items: Sequence[Studied], before: Sequence[float], after: Sequence[float]) -> tuple[Losses, Losses]:
    """Compare two sets of parameters on the ratings that a fit saw, and on those that were held out."""
    earlier: list[tuple[float, float]] = []
    later: list[tuple[float, float]] = []
    old, new = (fsrs.Scheduler(parameters=given, enable_fuzzing=False) for given in (before, after))
    for item in items:
        for then, now in zip(predictions(item, old), predictions(item, new), strict=True):
            index, chance, known = then
            part = later if index >= item.held_out_from else earlier
            part.append((loss_of(chance, known), loss_of(now[1], known)))
    return _mean(earlier), _mean(later)


def _mean(pairs: list[tuple[float, float]]) -> Losses:
    count = len(pairs)
    return Losses(
        ratings=count,
        before=sum(pair[0] for pair in pairs) / count if count else 0.0,
        after=sum(pair[1] for pair in pairs) / count if count else 0.0,
    )
