"""What is kept in memory of the journal: enough to answer every page without waiting for the disk."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from quizapp.packs.model import ItemId
from quizapp.study.bookkeeping import tuning_of
from quizapp.study.changes import Change
from quizapp.study.entries import CardWritten, Undone, decode_entry
from quizapp.study.model import Progress, Tuning
from quizapp.study.moments import from_microseconds, to_microseconds
from quizapp.study.own_cards import OwnCard, card_from
from quizapp.study.ratings import LOOKED_AT, usual_seconds
from quizapp.study.replay import Account
from quizapp.study.slips import Concept, Slips
from quizapp.study.standing import UNTOUCHED, Standing, StepKind
from quizapp.study.tables import read_account, read_accounts
from quizapp.study.undo import Taken
from quizapp.study.undoable import add_actions, read_actions

_NOTHING: Mapping[Any, Any] = MappingProxyType({})


class Memory(Struct, frozen=True, kw_only=True):
    """The journal, understood; replaced whole by every change.

    Attributes:
        standings: of all items that anything is known of, without slips.
        notes: Markdown. cards: the learner's own, the oldest first.
        slips: by concept.
        tuning: how the scheduler works.
        taken: what can be undone, the newest first; more may lie in the journal.
        since: the moment from which on `lately` tells of ratings. lately: when each item was rated, by time.
        usual: the seconds that the learner usually takes for an item of a kind, where enough is known.
    """

    standings: Mapping[ItemId, Standing] = _NOTHING
    notes: Mapping[ItemId, str] = _NOTHING
    cards: Mapping[ItemId, OwnCard] = _NOTHING
    slips: Slips = _NOTHING
    tuning: Tuning = Tuning()
    taken: tuple[Taken, ...] = ()
    since: datetime
    lately: Mapping[ItemId, tuple[datetime, ...]] = _NOTHING
    usual: Mapping[StepKind, float] = _NOTHING

    def standing(self, item: ItemId) -> Standing:
        """Return where an item stands by itself."""
        return self.standings.get(item, UNTOUCHED)

    def progress(self, items: Iterable[ItemId]) -> Progress:
        """Return how far the learner is with these items."""
        standings = [self.standing(item) for item in items]
        return Progress(
            total=len(standings),
            begun=sum(standing.is_begun for standing in standings),
            learnt=sum(standing.is_learnt for standing in standings),
        )


def recall(connection: sqlite3.Connection, device: str, since: datetime) -> Memory:
    """Return what a journal says whose rows are all understood.

    Args:
        connection: to its file.
        device: whose actions can be undone.
        since: the moment from which on to tell of ratings.
    """
    accounts = dict(read_accounts(connection))
    return Memory(
        standings={item: each.standing for item, each in accounts.items()},
        notes={item: each.note for item, each in accounts.items() if each.note},
        cards=_cards(connection),
        slips=_all_slips(connection),
        tuning=tuning_of(connection),
        taken=read_actions(connection, device),
        since=since,
        lately=_all_lately(connection, since),
        usual=_usual(connection),
    )


def recall_changes(connection: sqlite3.Connection, memory: Memory, change: Change, device: str) -> Memory:
    """Return the memory with what has changed in the journal; costs nothing for what has not."""
    if change.everything:
        return recall(connection, device, memory.since)
    accounts = {item: read_account(connection, item) for item in change.items}
    own = [row for row in change.rows if row.device == device]
    is_undone = any(isinstance(row.entry, Undone) for row in change.rows)
    return Memory(
        standings=_merged(memory.standings, {item: each.standing for item, each in accounts.items()}, UNTOUCHED),
        notes=_merged(memory.notes, {item: each.note for item, each in accounts.items()}, ""),
        cards=memory.cards if _has_same_cards(memory, accounts) else _cards(connection),
        slips=_merged(memory.slips, {each: _slips(connection, each) for each in change.concepts}, ()),
        tuning=memory.tuning,
        taken=read_actions(connection, device) if is_undone else add_actions(memory.taken, own),
        since=memory.since,
        lately=_merged(memory.lately, _lately_of(connection, accounts, memory.since), ()),
        usual=_usual(connection),
    )


def recall_lately(connection: sqlite3.Connection, memory: Memory, since: datetime) -> Memory:
    """Return the memory with the ratings from another moment on."""
    return replace(memory, since=since, lately=_all_lately(connection, since))


def _merged(before: Mapping[Any, Any], changed: Mapping[Any, Any], nothing: object) -> Mapping[Any, Any]:
    """Return the mapping with other values, without those that are nothing; the same if there is no difference."""
    if all(before.get(key, nothing) == value for key, value in changed.items()):
        return before
    merged = {**before, **changed}
    for key, value in changed.items():
        if value == nothing:
            del merged[key]
    return merged


def _has_same_cards(memory: Memory, accounts: Mapping[ItemId, Account]) -> bool:
    return all(
        memory.cards.get(item) == (card_from(account.card) if account.card is not None else None)
        for item, account in accounts.items()
    )


def _cards(connection: sqlite3.Connection) -> Mapping[ItemId, OwnCard]:
    stored = connection.execute("SELECT card FROM items WHERE card IS NOT NULL ORDER BY written_at, written_row")
    entries = (decode_entry(data.encode()) for (data,) in stored)
    return {entry.item: card_from(entry) for entry in entries if isinstance(entry, CardWritten)}


def _all_slips(connection: sqlite3.Connection) -> Slips:
    slips: defaultdict[Concept, list[datetime]] = defaultdict(list)
    for pack, concept, at in connection.execute("SELECT pack, concept, at FROM slips ORDER BY at"):
        slips[pack, concept].append(from_microseconds(at))
    return {concept: tuple(each) for concept, each in slips.items()}


def _slips(connection: sqlite3.Connection, concept: Concept) -> tuple[datetime, ...]:
    statement = "SELECT at FROM slips WHERE pack = ? AND concept = ? ORDER BY at"
    return tuple(from_microseconds(at) for (at,) in connection.execute(statement, concept))


_LATELY = """
SELECT items.id, steps.at FROM items JOIN steps ON steps.item = items.no
WHERE {} items.rated_at >= ?1 AND steps.at >= ?1 AND steps.rating IS NOT NULL ORDER BY steps.at
"""


def _all_lately(connection: sqlite3.Connection, since: datetime) -> Mapping[ItemId, tuple[datetime, ...]]:
    return _by_item(connection.execute(_LATELY.format(""), (to_microseconds(since),)))


def _lately_of(
    connection: sqlite3.Connection, items: Iterable[ItemId], since: datetime
) -> Mapping[ItemId, tuple[datetime, ...]]:
    found: dict[ItemId, tuple[datetime, ...]] = {}
    for item in items:
        rows = connection.execute(_LATELY.format("items.id = ?2 AND"), (to_microseconds(since), item))
        found[item] = _by_item(rows).get(item, ())
    return found


def _by_item(rows: Iterable[tuple[Any, ...]]) -> dict[ItemId, tuple[datetime, ...]]:
    lately: defaultdict[ItemId, list[datetime]] = defaultdict(list)
    for item, at in rows:
        lately[item].append(from_microseconds(at))
    return {item: tuple(each) for item, each in lately.items()}


# The last ratings belong to the items that were rated last, and none of them is older than the oldest of theirs.
_TAKEN = """
WITH latest AS (
    SELECT no, rated_at FROM items WHERE kind = ?1 AND rated_at IS NOT NULL ORDER BY rated_at DESC LIMIT ?2
)
SELECT steps.taken FROM latest CROSS JOIN steps ON steps.item = latest.no
WHERE steps.rating IS NOT NULL
    AND steps.at >= (SELECT CASE WHEN count(*) < ?2 THEN -9e18 ELSE min(rated_at) END FROM latest)
ORDER BY steps.at DESC, steps.row DESC LIMIT ?2
"""


def _usual(connection: sqlite3.Connection) -> Mapping[StepKind, float]:
    usual: dict[StepKind, float] = {}
    for kind in StepKind:
        taken = [seconds for (seconds,) in connection.execute(_TAKEN, (kind, LOOKED_AT))]
        if (seconds := usual_seconds(taken)) is not None:
            usual[kind] = seconds
    return usual
