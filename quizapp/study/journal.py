"""The journal: the append-only log of everything that the learner did, from which all else is derived."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec

from quizapp.study.database import Database, DatabaseError, DatabaseFile, Format
from quizapp.study.entries import Entry, Row, decode_entry, encode_entry, kind_of

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


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
        row = Row(id=uuid4().hex, device=self._device, at=at.astimezone(UTC), entry=entry)
        self._database.write(
            "INSERT INTO rows (id, device, at, kind, item, data) VALUES (?, ?, ?, ?, ?, ?)",
            (row.id, row.device, _to_microseconds(row.at), kind_of(entry), entry.item, encode_entry(entry)),
        )
        return row

    def entries(self) -> tuple[Row, ...]:
        """Return every row that this version can read, in the order in which they were added.

        Raises:
            JournalError: if the file can't be read.
        """
        # As a blob, so that a text which is not UTF-8 spoils one row and not the whole reading.
        stored = self._database.read("SELECT id, device, at, CAST(data AS BLOB) FROM rows ORDER BY seq")
        rows = tuple(row for row in map(_read_row, stored) if row is not None)
        self._unread = len(stored) - len(rows)
        return rows


def _to_microseconds(at: datetime) -> int:
    return (at - _EPOCH) // _MICROSECOND


def _read_row(stored: tuple[Any, ...]) -> Row | None:
    row_id, device, at, data = stored
    try:
        return Row(id=row_id, device=device, at=_EPOCH + at * _MICROSECOND, entry=decode_entry(data))
    except (msgspec.MsgspecError, TypeError, ValueError, OverflowError):
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


_FORMAT = Format(application_id=0x715A4A4C, migrations=(_create_rows,))
