"""Keeps the tables of the schedule in step with the rows, inside the transaction that writes them."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

import msgspec
from msgspec import Struct

from quizapp.packs.model import ItemId
from quizapp.study.entries import Rerated, Row, Tuned, Undone
from quizapp.study.journal import COLUMNS, add_row, read_row
from quizapp.study.model import Tuning
from quizapp.study.moments import from_microseconds, to_microseconds
from quizapp.study.replay import LATEST, NOTHING, Replayed, in_order, is_about_item, proceed, replay, undone_by
from quizapp.study.scheduling import Pace, pace_of
from quizapp.study.slips import slip_of
from quizapp.study.steps import Step
from quizapp.study.tables import (
    add_steps,
    clear,
    read_account,
    write_account,
    write_replayed,
)

OnProgress: TypeAlias = Callable[[int, int], None]
"""Told how many items of how many are done."""

_RULES = 1
"""Counts the changes of what follows from rows: raise it, and every journal is understood anew."""

_ITEMS_BETWEEN_TELLINGS = 50


class Mark(Struct, frozen=True):
    """How far the rows are understood.

    Attributes:
        rules: by which; seq: up to which place. last: the row there.
        epoch: how often all of them were understood anew.
    """

    rules: str
    seq: int
    epoch: int
    last: str | None = None


def read_mark(connection: sqlite3.Connection) -> Mark:
    """Return how far the rows are understood."""
    rules, seq, epoch = connection.execute("SELECT rules, seq, epoch FROM derived").fetchone()
    last = connection.execute("SELECT id FROM rows WHERE seq = ?", (seq,)).fetchone()
    return Mark(rules, seq, epoch, last[0] if last else None)


def is_current(connection: sqlite3.Connection) -> bool:
    """Tell whether the tables say what follows from the rows, all of them, by the present rules."""
    mark = read_mark(connection)
    return mark.seq == last_place(connection) and mark.rules == _rules_of(tuning_of(connection))


def tuning_of(connection: sqlite3.Connection) -> Tuning:
    """Return how the scheduler works, as the rows have it."""
    rows = [row for row in _rows_of(connection, "") if row.at < LATEST]
    undone = undone_by(rows)
    found = [row.entry.tuning for row in in_order(rows) if isinstance(row.entry, Tuned) and row.id not in undone]
    return found[-1] if found else Tuning()


def catch_up(connection: sqlite3.Connection, on_progress: OnProgress | None = None) -> None:
    """Understand the rows that are not understood yet, or all if the rules are others."""
    mark, tuning = read_mark(connection), tuning_of(connection)
    if mark.rules != _rules_of(tuning):
        rebuild(connection, on_progress)
    elif mark.seq != last_place(connection):
        behind = connection.execute("SELECT DISTINCT item FROM rows WHERE seq > ?", (mark.seq,)).fetchall()
        for done, (item,) in enumerate(behind, 1):
            _replay(connection, item, pace_of(tuning))
            _tell(on_progress, done, len(behind))
        _set_place(connection)


def enter(connection: sqlite3.Connection, rows: Sequence[Row], on_progress: OnProgress | None = None) -> None:
    """Add rows that were just made here to a journal that is understood, and understand them."""
    for row in rows:
        add_row(connection, row)
    tuning = tuning_of(connection)
    if read_mark(connection).rules != _rules_of(tuning):
        rebuild(connection, on_progress)
        return
    by_item = defaultdict(list)
    for row in filter(is_about_item, rows):
        by_item[row.entry.item].append(row)
    for item, each in by_item.items():
        _go_on(connection, item, each, pace_of(tuning))
    _set_place(connection)


def rebuild(connection: sqlite3.Connection, on_progress: OnProgress | None = None) -> None:
    """Understand all rows anew."""
    epoch, tuning = read_mark(connection).epoch, tuning_of(connection)
    pace = pace_of(tuning)
    clear(connection)
    (total,) = connection.execute("SELECT count(DISTINCT item) FROM rows").fetchone()
    for done, (item, rows) in enumerate(_rows_by_item(connection), 1):
        replayed = replay(item, rows, pace)
        if replayed.account != NOTHING:
            add_steps(connection, write_account(connection, item, replayed.account), replayed)
        _tell(on_progress, done, total)
    connection.execute("UPDATE derived SET rules = ?, epoch = ?", (_rules_of(tuning), epoch + 1))
    _set_place(connection)


def _go_on(connection: sqlite3.Connection, item: ItemId, rows: list[Row], pace: Pace) -> None:
    """Understand rows that are the item's last; if they change what earlier rows did, all of them are replayed."""
    account = read_account(connection, item)
    changed_at = account.standing.changed_at
    if any(isinstance(row.entry, Undone | Rerated) for row in rows) or (changed_at and rows[0].at <= changed_at):
        _replay(connection, item, pace)
        return
    steps: list[Step] = []
    for row in rows:
        account, step = proceed(item, account, row, None, pace)
        steps += [step] if step is not None else []
    slips = tuple(slip for row in rows if (slip := slip_of(row)) is not None)
    add_steps(connection, write_account(connection, item, account), Replayed(account, tuple(steps), slips))


def _replay(connection: sqlite3.Connection, item: ItemId, pace: Pace) -> None:
    write_replayed(connection, item, replay(item, _rows_of(connection, item), pace))


def _rows_of(connection: sqlite3.Connection, item: ItemId) -> list[Row]:
    stored = connection.execute(f"SELECT {COLUMNS} FROM rows WHERE item = ?", (item,))
    return [row for row in map(read_row, stored) if row is not None]


def _rows_by_item(connection: sqlite3.Connection) -> Iterator[tuple[ItemId, Iterator[Row]]]:
    stored = connection.execute(f"SELECT item, {COLUMNS} FROM rows ORDER BY item")
    for item, each in groupby(stored, key=itemgetter(0)):
        yield item, (row for found in each if (row := read_row(found[1:])) is not None)


def last_time(connection: sqlite3.Connection, item: ItemId) -> datetime:
    """Return the time of the latest row about something, the beginning of 1970 if there is none."""
    statement = "SELECT ifnull(max(at), 0) FROM rows WHERE item = ? AND at < ?"
    return from_microseconds(connection.execute(statement, (item, to_microseconds(LATEST))).fetchone()[0])


def last_place(connection: sqlite3.Connection) -> int:
    """Return the place of the last row, 0 if there is none."""
    return int(connection.execute("SELECT ifnull(max(seq), 0) FROM rows").fetchone()[0])


def _set_place(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE derived SET seq = ?", (last_place(connection),))


def _rules_of(tuning: Tuning) -> str:
    # With the numbers that FSRS works with: another version of the library may have others of its own.
    return f"{_RULES} {msgspec.json.encode(tuning).decode()} {pace_of(tuning).step_by_step.parameters}"


def _tell(on_progress: OnProgress | None, done: int, of: int) -> None:
    if on_progress is not None and (done % _ITEMS_BETWEEN_TELLINGS == 0 or done == of):
        on_progress(done, of)
