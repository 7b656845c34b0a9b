"""From an item's rows to where it stands: pure, so that every device that has the rows comes to the same."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from quizapp.packs.model import ItemId
from quizapp.study.entries import (
    Answered,
    Attempted,
    Buried,
    CardDropped,
    CardWritten,
    DateSet,
    Entry,
    Noted,
    Rated,
    Rerated,
    Row,
    RowId,
    Scheduling,
    Suspended,
    Undone,
)
from quizapp.study.model import Rating
from quizapp.study.scheduling import Pace, retrievability, review
from quizapp.study.slips import Slip, slip_of
from quizapp.study.standing import UNTOUCHED, Stage, Standing
from quizapp.study.steps import Step, kind_of_step, went_well

_DAY = timedelta(days=1)

# What comes a hundred years after it must have a date too.
LATEST = datetime(9800, 1, 1, tzinfo=UTC)
"""No clock shows this: rows from then on are kept and have no part in anything."""

_ABOUT_ITEMS = (
    Rated | Answered | Attempted | Undone | Rerated | Buried | Suspended | DateSet | Noted | CardWritten | CardDropped
)


class Account(Struct, frozen=True):
    """What follows from all rows about one item.

    Attributes:
        note: Markdown, "" for none. card: None unless it is one of the learner's own, not dropped.
        written: time and id of the row that first made it one, which orders the learner's own cards.
    """

    standing: Standing = UNTOUCHED
    note: str = ""
    card: CardWritten | None = None
    written: tuple[datetime, RowId] | None = None


NOTHING = Account()
"""Of an item whose rows were all taken back, or that has none."""


class Replayed(Struct, frozen=True):
    """An item's account with what led to it, by time."""

    account: Account
    steps: tuple[Step, ...] = ()
    slips: tuple[Slip, ...] = ()


def is_about_item(row: Row) -> bool:
    """Tell whether a row has a part in the account of its item; one from the end of all calendars has none."""
    return has_account(row.entry) and row.at < LATEST


def has_account(entry: Entry) -> bool:
    """Tell whether an entry is about an item: not about a quiz, or the tuning."""
    return isinstance(entry, _ABOUT_ITEMS) and bool(entry.item)


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Return rows by time, those of one moment by their ids: the same on every device."""
    return sorted(rows, key=lambda row: (row.at, row.id))


def replay(item: ItemId, rows: Iterable[Row], pace: Pace) -> Replayed:
    """Return what follows from the rows about an item, whatever the order in which they came."""
    ordered = in_order(filter(is_about_item, rows))
    undone = undone_by(ordered)
    live = [row for row in ordered if row.id not in undone and not isinstance(row.entry, Undone)]
    rerated = rerated_by(live)
    account, steps = NOTHING, list[Step]()
    for row in live:
        account, step = proceed(item, account, row, rerated.get(row.id), pace)
        if step is not None:
            steps.append(step)
    return Replayed(account, tuple(steps), tuple(slip for row in live if (slip := slip_of(row)) is not None))


def undone_by(rows: Iterable[Row]) -> frozenset[RowId]:
    """Return the ids of the rows that these rows take back."""
    return frozenset(row.entry.row for row in rows if isinstance(row.entry, Undone))


def rerated_by(live: Iterable[Row]) -> Mapping[RowId, Rating]:
    """Return the ratings that rows, by time, put in place of what was derived."""
    return {row.entry.row: row.entry.rating for row in live if isinstance(row.entry, Rerated)}


def proceed(item: ItemId, before: Account, row: Row, rerated: Rating | None, pace: Pace) -> tuple[Account, Step | None]:
    """Return what follows from one row more, and the step if it is one.

    Args:
        item: the one that all of this is about.
        before: from all rows before it.
        row: later than all of them, and not undone.
        rerated: a rating in place of the row's own.
        pace: how the scheduler works.
    """
    entry = row.entry
    if isinstance(entry, Scheduling):
        standing, step = take_step(item, before.standing, row, entry, rerated, pace)
        return replace(before, standing=standing), step
    account = replace(before, standing=replace(_with_row(before.standing, row), changed_at=row.at))
    match entry:
        case Noted():
            account = replace(account, note=entry.text)
        case CardWritten():
            account = replace(account, card=entry, written=before.written or (row.at, row.id))
        case CardDropped():
            account = replace(account, card=None)
    return account, None


def _with_row(standing: Standing, row: Row) -> Standing:
    """Return the standing as a row leaves it that is no step."""
    match row.entry:
        case Suspended(on=on):
            return replace(standing, suspended=on)
        case Buried(until=until):
            return replace(standing, buried_until=until.astimezone(UTC))
        case DateSet(due=due):
            return replace(standing, date_set=due.astimezone(UTC))
    return standing


def take_step(
    item: ItemId, before: Standing, row: Row, entry: Scheduling, rerated: Rating | None, pace: Pace
) -> tuple[Standing, Step]:
    """Return where the item stands after a step, and the step with what it did."""
    rating = rerated or entry.rating
    step = _step(row, entry, rating)
    ends = rating is not None or step.passed  # a pass without a rating was practice, ahead of time
    spent = before.spent + entry.seconds
    standing = replace(
        before,
        first_at=before.first_at or row.at,
        last_at=row.at,
        changed_at=row.at,
        kind=step.kind,
        passed=before.passed or step.passed,
        is_open=isinstance(entry, Attempted) and not step.passed,
        failures=0 if ends else before.failures + 1,
        spent=0.0 if ends else spent,
    )
    return (standing, step) if rating is None else _rate(item, standing, step, rating, spent, pace)


def _step(row: Row, entry: Scheduling, rating: Rating | None) -> Step:
    return Step(
        row=row.id,
        at=row.at,
        kind=kind_of_step(entry),
        rating=rating,
        seconds=entry.seconds,
        passed=went_well(entry),
        hints=entry.hints if isinstance(entry, Attempted) else 0,
        solution_shown=isinstance(entry, Attempted) and entry.solution_shown,
    )


def _rate(
    item: ItemId, standing: Standing, step: Step, rating: Rating, taken: float, pace: Pace
) -> tuple[Standing, Step]:
    after = review(item, standing, rating, step.at, step.kind, pace)
    was_forgotten = standing.state is Stage.REVIEW and rating is Rating.AGAIN
    rated = replace(
        step,
        state=standing.state,
        elapsed=None if standing.rated_at is None else (step.at - standing.rated_at) / _DAY,
        retrievability=retrievability(standing, step.at, pace),
        stability=after.stability,
        difficulty=after.difficulty,
        due=after.memory_due,
        taken=taken,
    )
    reviews, lapses = standing.reviews + 1, standing.lapses + was_forgotten
    return replace(after, date_set=None, reviews=reviews, lapses=lapses), rated
