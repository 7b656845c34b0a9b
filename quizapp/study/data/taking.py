"""Rows of another journal become this one's, byte for byte, those of newer versions too; then the learner looks."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from quizapp.message import message
from quizapp.study.data.errors import DataError
from quizapp.study.data.merging import Take
from quizapp.study.data.opening import connect
from quizapp.study.data.stored import StoredRow, named
from quizapp.study.learner import Learner

_INSERT = "INSERT INTO rows (id, device, at, kind, item, data) VALUES (?, ?, ?, ?, ?, CAST(? AS TEXT))"


@contextmanager
def taking_in(learner: Learner, journal: Path) -> Iterator[Take]:
    """Give what takes rows in, as `merging` asks for it; the learner knows of all of them when the block ends.

    Not through the learner batch by batch, which would schedule every item anew with each of many batches.

    Args:
        learner: of this journal.
        journal: its file, which is in use.

    Raises:
        DataError, JournalError: if they can't be written; of a batch all are, or none.
    """
    added = 0

    def take(rows: Sequence[StoredRow]) -> int:
        nonlocal added
        new = insert_as_stored(journal, rows)
        added += new
        return new

    try:
        yield take
    finally:
        if added:
            learner.refresh()


def insert_as_stored(journal: Path, rows: Sequence[StoredRow]) -> int:
    """Add rows byte for byte, all or none, those of newer versions too; return how many were not there.

    Raises:
        DataError: if the journal can't be written; it is then as it was.
    """
    try:
        with closing(connect(journal, "mode=rw")) as connection:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA fullfsync = ON")
            connection.execute("BEGIN IMMEDIATE")
            added = sum(_insert(connection, row) for row in rows)
            connection.execute("COMMIT")
            return added
    except sqlite3.Error as error:
        raise _trouble(journal, error) from error


def _insert(connection: sqlite3.Connection, row: StoredRow) -> int:
    what = named(row.data)
    values = (row.id, row.device, row.at, what.kind, what.item, row.data)
    return max(connection.execute(_INSERT, values).rowcount, 0)


def _trouble(journal: Path, error: sqlite3.Error) -> DataError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return DataError(
            message(
                "{path} is in use by another program (a second quizapp, a backup). "
                "Wait until it is done, then try again.",
                path=str(journal),
            )
        )
    if code == sqlite3.SQLITE_FULL:
        return DataError(
            message("{path} can't be written: the disk is full. Free some space, then try again.", path=str(journal))
        )
    return DataError(message("{path} can't be written: {reason}.", path=str(journal), reason=str(error)))
