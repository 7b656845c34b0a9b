"""What the learner's acts become in the journal: entries that hold nothing which the file can't."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from math import isfinite
from uuid import uuid4

from msgspec.structs import replace

from quizapp.packs.model import ItemId
from quizapp.study.entries import Answered, Attempted, Batch, Buried, Entry, Rated, Row, Scheduling, Suspended
from quizapp.study.model import AnsweredQuestion, AttemptMade, Rating
from quizapp.study.own_cards import OwnCard
from quizapp.study.replay import take_step
from quizapp.study.scheduling import Pace
from quizapp.study.standing import Standing, becomes_leech


def rated(item: ItemId, rating: Rating, seconds: float) -> Rated:
    """Return the entry of a rated card."""
    return Rated(item=item, rating=rating, seconds=time_taken(seconds))


def answered(made: AnsweredQuestion, rating: Rating) -> Answered:
    """Return the entry of an answer."""
    return Answered(
        item=made.item,
        answer=well_formed(made.answer),
        right=made.right,
        seconds=time_taken(made.seconds),
        rating=rating,
    )


def attempted(made: AttemptMade, rating: Rating | None) -> Attempted:
    """Return the entry of an attempt."""
    return Attempted(
        item=made.item,
        code=well_formed(made.code),
        passed=made.passed,
        ending=made.ending,
        mistake=made.mistake,
        seconds=time_taken(made.seconds),
        hints=made.hints,
        solution_shown=made.solution_shown,
        rating=rating,
        concept=made.concept,
    )


def rating_in(rows: Sequence[Row]) -> Rating | None:
    """Return the rating that stands in what was written for one act, None if none does."""
    return next((row.entry.rating for row in rows if isinstance(row.entry, Scheduling)), None)


def with_leech(entry: Scheduling, before: Standing, at: datetime, pace: Pace) -> tuple[Entry, ...]:
    """Return the entry, with the one that suspends its item if the item becomes a leech by it.

    Args:
        entry: what was done.
        before: where the item stands.
        at: when it was done; UTC.
        pace: the tuning at work.
    """
    row = Row(id="", device="", at=at, entry=entry)
    after, _ = take_step(entry.item, before, row, entry, None, pace)
    if before.suspended or not becomes_leech(before, after):
        return (entry,)
    batch = uuid4().hex
    return (replace(entry, batch=batch), Suspended(item=entry.item, on=True, batch=batch))


def for_each(items: Iterable[ItemId], entry_of: Callable[[ItemId, Batch], Entry | None]) -> tuple[Entry, ...]:
    """Return an entry for each item, or none where None is given, which one undo takes back together."""
    batch = uuid4().hex
    return tuple(entry for item in dict.fromkeys(items) if (entry := entry_of(item, batch)) is not None)


def resumption(item: ItemId, standing: Standing, now: datetime, batch: Batch) -> Entry | None:
    """Return what lets an item come up again, None if nothing keeps it away."""
    if standing.suspended:
        return Suspended(item=item, on=False, batch=batch)
    return Buried(item=item, until=now, batch=batch) if standing.is_away(now) else None


def time_taken(seconds: float) -> float:
    """Return seconds as they may stand in a row: 0 for what can't be."""
    # A clock that was set back must not spoil the row: JSON has no NaN.
    return seconds if isfinite(seconds) and seconds > 0 else 0.0


def well_formed(text: str) -> str:
    """Return the text with `?` for halves of surrogate pairs, which an editor may hold and UTF-8 can't."""
    return text.encode("utf-8", "replace").decode("utf-8")


def well_formed_card(card: OwnCard) -> OwnCard:
    """Return the card with texts that can be written."""
    return replace(card, deck=well_formed(card.deck), front=well_formed(card.front), back=well_formed(card.back))
