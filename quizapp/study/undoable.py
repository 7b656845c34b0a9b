"""The last actions of a device that were not taken back, as they stand in the journal."""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import islice

from quizapp.study.entries import Row, RowId, Undone
from quizapp.study.journal import COLUMNS, read_row
from quizapp.study.replay import undone_by
from quizapp.study.undo import Taken, newest_actions

AT_MOST = 50
"""So many actions are known beforehand."""

_ROWS_AT_ONCE = 60


def read_actions(connection: sqlite3.Connection, device: str) -> tuple[Taken, ...]:
    """Return the last actions of a device that can be taken back, the newest first."""
    return tuple(islice(newest_actions(_newest_first(connection, device)), AT_MOST))


def add_actions(taken: Sequence[Taken], rows: Sequence[Row]) -> tuple[Taken, ...]:
    """Return the actions with those of rows that were just added, none of which takes anything back."""
    return (*newest_actions(reversed(rows)), *taken)[:AT_MOST]


def _newest_first(connection: sqlite3.Connection, device: str) -> Iterator[Row]:
    """Yield the rows of a device that were not undone, the last added first."""
    place = 2**62
    statement = f"SELECT {COLUMNS}, seq FROM rows WHERE device = ? AND seq < ? ORDER BY seq DESC LIMIT ?"
    while stored := connection.execute(statement, (device, place, _ROWS_AT_ONCE)).fetchall():
        place = stored[-1][-1]
        rows = [row for found in stored if (row := read_row(found[:-1])) is not None]
        undone = _undone_among(connection, rows)
        yield from (row for row in rows if row.id not in undone and not isinstance(row.entry, Undone))


def _undone_among(connection: sqlite3.Connection, rows: list[Row]) -> frozenset[RowId]:
    statement = f"SELECT {COLUMNS} FROM rows WHERE item = ? AND kind = 'undone'"
    items = dict.fromkeys(row.entry.item for row in rows)
    stored = (found for item in items for found in connection.execute(statement, (item,)))
    return undone_by(row for row in map(read_row, stored) if row is not None)
