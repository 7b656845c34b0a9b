"""The journal: the append-only log of everything that the learner did, from which all else is derived."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from quizapp.not_json import NOT_JSON
from quizapp.study.database import Database, DatabaseError, DatabaseFile, Format
from quizapp.study.entries import (
    Answered,
    Attempted,
    Entry,
    Rated,
    Row,
    Undone,
    decode_entry,
    encode_entry,
    kind_of,
    word_of,
)
from quizapp.study.moments import from_microseconds as from_microseconds
from quizapp.study.moments import to_microseconds as to_microseconds
from quizapp.study.tables import NO_REVIEW, create_tables

# As a blob, so that a text which is not UTF-8 spoils one row and not the whole reading.
COLUMNS = "id, device, at, CAST(data AS BLOB)"
"""What `read_row` makes a row of."""

_NAMES = "id, device, at, kind, item, data"


class JournalError(DatabaseError):
    """The journal can't be opened, read or written; every row that was in it still is."""


class Journal(DatabaseFile):
    """The learner's reviews and attempts: rows in SQLite that are never changed and never deleted.

    Thread-safe. A row is on the disk when `append` returns.
    """

    def __init__(self, path: Path, *, busy_seconds: float = 2.0) -> None:
        """Open the journal, or begin one.

        Raises:
            JournalError: if the file is locked, damaged, of a newer version, not a journal, or out of reach; it is
                then left as it is.
        """
        super().__init__(Database(path, _FORMAT, JournalError, busy_seconds=busy_seconds))
        try:
            self._device = self._read_device()
        except BaseException:
            self._database.close()
            raise
        self._unread = 0

    def _read_device(self) -> str:
        found = self._database.read("SELECT id FROM device")
        if not found:
            raise self._database.damaged("it has no device")
        return str(found[0][0])

    @property
    def device(self) -> str:
        """The id that rows which were first written to this file carry."""
        return self._device

    @property
    def unread(self) -> int:
        """How many rows the last `entries()` passed over because this version can't read them."""
        return self._unread

    def append(self, entry: Entry, at: datetime) -> Row:
        """Add one row.

        Args:
            entry: what happened.
            at: when; aware.

        Raises:
            JournalError: if it could not be written; the journal is then as it was.
        """
        return self.append_all((entry,), at)[0]

    def append_all(self, entries: Sequence[Entry], at: datetime) -> tuple[Row, ...]:
        """Add a row for each entry, all of them or none.

        Args:
            entries: what happened, in order.
            at: when it all happened; aware.

        Raises:
            JournalError: if they could not be written; the journal is then as it was.
        """
        moment = at.astimezone(UTC)
        return self.add(Row(id=uuid4().hex, device=self._device, at=moment, entry=entry) for entry in entries)

    def add(self, rows: Iterable[Row]) -> tuple[Row, ...]:
        """Add rows that were made elsewhere, all of them or none; those that are there already stay as they are.

        Returns:
            The rows that were not there.

        Raises:
            JournalError: if they could not be written; the journal is then as it was.
        """
        with self._database.transaction() as connection:
            return tuple(row for row in rows if add_row(connection, row))

    def entries(self) -> tuple[Row, ...]:
        """Return every row that this version can read, in the order in which they were added.

        Raises:
            JournalError: if the file can't be read.
        """
        return self.rows()

    def rows(self, *kinds: type[Entry]) -> tuple[Row, ...]:
        """Return every row of these kinds, or of all, that this version can read, in the order in which they came.

        Raises:
            JournalError: if the file can't be read.
        """
        stored = self._database.read(
            f"SELECT {COLUMNS} FROM rows {_condition(kinds)} ORDER BY seq", tuple(map(word_of, kinds))
        )
        rows = tuple(row for row in map(read_row, stored) if row is not None)
        self._unread = len(stored) - len(rows)
        return rows

    def live_rows(self, *kinds: type[Entry]) -> tuple[Row, ...]:
        """Return the rows of these kinds, or of all, that were not taken back, by time.

        Raises:
            JournalError: if the file can't be read.
        """
        with self.snapshot():
            undone = {row.entry.row for row in self.rows(Undone) if isinstance(row.entry, Undone)}
            found = self.rows(*kinds)
        return tuple(sorted((row for row in found if row.id not in undone), key=lambda row: (row.at, row.id)))

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for a transaction: all that is done with it is on the disk afterwards, or none of it.

        Nobody else writes meanwhile; what this thread reads of the journal is what the transaction has made of it.

        Raises:
            JournalError: if it could not be begun or written; the journal is then as it was.
        """
        with self._database.transaction() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for one reading, also to who has a transaction open.

        Raises:
            JournalError: if it can't be read.
        """
        with self._database.reading() as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for several readings of what stood in the journal at one moment.

        Raises:
            JournalError: if it can't be read.
        """
        with self._database.snapshot() as connection:
            yield connection

    def query(self, statement: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Return the rows that a query of the file gives, on a connection that can't write and holds nobody up.

        Raises:
            JournalError: if the file can't be read.
        """
        return self._database.query(statement, values)


def add_row(connection: sqlite3.Connection, row: Row) -> bool:
    """Add a row in the transaction that is open; tell whether it was not there."""
    entry = row.entry
    values = (row.id, row.device, to_microseconds(row.at), kind_of(entry), entry.item, encode_entry(entry))
    return connection.execute(f"INSERT INTO rows ({_NAMES}) VALUES (?, ?, ?, ?, ?, ?)", values).rowcount > 0


def _condition(kinds: Sequence[type[Entry]]) -> str:
    """Return which rows to read, their kinds left open, so that few are found among many reviews."""
    if not kinds:
        return ""
    apart = "" if {Rated, Answered, Attempted} & set(kinds) else f"{NO_REVIEW} AND "
    return f"WHERE {apart}kind IN ({', '.join('?' * len(kinds))})"


def read_row(stored: tuple[Any, ...]) -> Row | None:
    """Return a row from `id, device, at, data`, or None if this version can't read it."""
    row_id, device, at, data = stored
    try:
        return Row(id=row_id, device=device, at=from_microseconds(at), entry=decode_entry(data))
    except (*NOT_JSON, TypeError, ValueError, OverflowError):
        return None


def _create_rows(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE device (id TEXT NOT NULL)")
    connection.execute("INSERT INTO device VALUES (?)", (uuid4().hex,))
    connection.execute(
        """
        CREATE TABLE rows (
            seq INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            device TEXT NOT NULL,
            at INTEGER NOT NULL,  -- microseconds since 1970, UTC
            kind TEXT NOT NULL,
            item TEXT NOT NULL,
            data TEXT NOT NULL  -- JSON
        )
        """
    )
    connection.execute(
        "CREATE TRIGGER rows_never_change BEFORE UPDATE ON rows"
        " BEGIN SELECT RAISE(ABORT, 'rows of the journal are never changed'); END"
    )
    connection.execute(
        "CREATE TRIGGER rows_never_go BEFORE DELETE ON rows"
        " BEGIN SELECT RAISE(ABORT, 'rows of the journal are never deleted'); END"
    )
    # INSERT OR REPLACE deletes without asking the trigger above; a row that is there already stays.
    connection.execute(
        "CREATE TRIGGER rows_never_replaced BEFORE INSERT ON rows"
        " WHEN EXISTS (SELECT 1 FROM rows WHERE id = NEW.id OR seq = NEW.seq)"
        " BEGIN SELECT RAISE(IGNORE); END"
    )


_FORMAT = Format(application_id=0x715A4A4C, migrations=(_create_rows, create_tables))
