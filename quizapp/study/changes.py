"""What was added to the journal since somebody looked at it last, here or by another window."""

import sqlite3

from msgspec import Struct

from quizapp.packs.model import ItemId
from quizapp.study.bookkeeping import Mark, read_mark
from quizapp.study.entries import Row, Undone
from quizapp.study.journal import COLUMNS, read_row
from quizapp.study.slips import Concept, slip_of

_FEW = 2000
"""After more rows than these everything is looked at again."""


class Change(Struct, frozen=True, kw_only=True):
    """What may be otherwise than before.

    Attributes:
        everything: all of it; the rest is empty then.
        items: their accounts. concepts: slips in them. rows: those that were added.
    """

    everything: bool = False
    items: frozenset[ItemId] = frozenset()
    concepts: frozenset[Concept] = frozenset()
    rows: tuple[Row, ...] = ()

    def __bool__(self) -> bool:
        return self.everything or bool(self.items)

    def __or__(self, later: "Change") -> "Change":
        """Return both changes as one."""
        if self.everything or later.everything:
            return EVERYTHING
        return Change(
            items=self.items | later.items, concepts=self.concepts | later.concepts, rows=self.rows + later.rows
        )


EVERYTHING = Change(everything=True)


def changes_since(connection: sqlite3.Connection, seen: Mark) -> Change:
    """Return what changed since the journal was understood as far as `seen`; now it is understood to its end."""
    mark = read_mark(connection)
    if mark == seen:
        return Change()
    last = connection.execute("SELECT id FROM rows WHERE seq = ?", (seen.seq,)).fetchone()
    # A file that was put in the place of the one that was seen has other rows there.
    is_same = (last[0] if last else None) == seen.last
    if not is_same or (mark.rules, mark.epoch) != (seen.rules, seen.epoch) or not 0 <= mark.seq - seen.seq <= _FEW:
        return EVERYTHING
    items = {item for (item,) in connection.execute("SELECT item FROM rows WHERE seq > ?", (seen.seq,))}
    stored = connection.execute(f"SELECT {COLUMNS} FROM rows WHERE seq > ? ORDER BY seq", (seen.seq,)).fetchall()
    rows = tuple(row for row in map(read_row, stored) if row is not None)
    slips = map(slip_of, (*rows, *_taken_back(connection, rows)))
    return Change(items=frozenset(items), concepts=frozenset(slip.concept for slip in slips if slip), rows=rows)


def _taken_back(connection: sqlite3.Connection, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    ids = [row.entry.row for row in rows if isinstance(row.entry, Undone)]
    stored = (connection.execute(f"SELECT {COLUMNS} FROM rows WHERE id = ?", (each,)).fetchone() for each in ids)
    return tuple(row for found in stored if found is not None and (row := read_row(found)) is not None)
