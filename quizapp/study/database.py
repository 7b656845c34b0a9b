"""One SQLite file of the learner's: opened without doing harm, written durably, its troubles told in sentences."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from shutil import disk_usage
from threading import RLock
from types import TracebackType
from typing import Any, Self, TypeAlias

from msgspec import Struct

from quizapp.message import Message, SaysError, message

Migration: TypeAlias = Callable[[sqlite3.Connection], None]
"""Takes the file from one schema version to the next, inside a transaction that it must not end."""


class Trouble(StrEnum):
    """What is in the way."""

    LOCKED = "locked"
    DAMAGED = "damaged"
    NEWER = "newer"
    FOREIGN = "foreign"
    FULL = "full"
    READ_ONLY = "read_only"
    UNREACHABLE = "unreachable"
    NO_FOLDER = "no_folder"


class DatabaseError(SaysError):
    """A file can't be opened, read or written; what was in it still is."""

    def __init__(self, trouble: Trouble, says: Message) -> None:
        super().__init__(says)
        self.trouble = trouble


class Format(Struct, frozen=True):
    """What makes a file ours: SQLite's `application_id`, and one migration for each schema version."""

    application_id: int
    migrations: tuple[Migration, ...]


_TROUBLES = {
    sqlite3.SQLITE_BUSY: Trouble.LOCKED,
    sqlite3.SQLITE_LOCKED: Trouble.LOCKED,
    # A table or column that should be there is not.
    sqlite3.SQLITE_ERROR: Trouble.DAMAGED,
    sqlite3.SQLITE_CORRUPT: Trouble.DAMAGED,
    sqlite3.SQLITE_NOTADB: Trouble.DAMAGED,
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_PERM: Trouble.READ_ONLY,
}

_ROOM_BESIDE = 1 << 16
"""Bytes that SQLite's shared memory and the beginning of its log take."""


class Database:
    """A connection that any thread may use, one at a time; the one that has a transaction open reads what it wrote."""

    def __init__(self, path: Path, form: Format, error: type[DatabaseError], *, busy_seconds: float = 2.0) -> None:
        """Open the file, or make it and its folder; bring it to the current schema version.

        Args:
            path: the file.
            form: what the file must be.
            error: the class of all errors that this object raises.
            busy_seconds: how long to wait for another program's lock.

        Raises:
            DatabaseError: of the class `error`, if the file can't be used; it is then as it was.
        """
        self._path = path
        self._form = form
        self._error = error
        self._lock = RLock()
        self._make_folder()
        self._refuse_emptied_file()
        with self._telling():
            self._connection = sqlite3.connect(
                path, timeout=busy_seconds, isolation_level=None, check_same_thread=False
            )
        try:
            with self._telling():
                self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def read(self, query: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Return all rows that the query gives."""
        with self.reading() as connection:
            return connection.execute(query, values).fetchall()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for one reading, also to who has a transaction open."""
        with self._lock, self._telling():
            yield self._connection

    def write(self, statement: str, values: tuple[Any, ...]) -> None:
        """Run one statement as a transaction of its own; it is on the disk when this returns, or not at all."""
        with self._lock, self._telling():
            self._connection.execute(statement, values)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for a transaction: all that is done with it is on the disk afterwards, or none of it."""
        with self._lock, self._telling():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                _catch_up(self._connection, self._form)
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # SQLite itself has ended it when the disk is full
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for several readings of what stood in the file at one moment; nothing may be written."""
        with self._lock, self._telling():
            if _pragma(self._connection, "user_version") < len(self._form.migrations):
                with self.transaction():  # an older file was restored over this one
                    pass
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def query(self, statement: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Return all rows that a query gives, on a connection of its own that can't write and holds nobody up."""
        with self._telling():
            address = f"{self._path.absolute().as_uri()}?mode=ro"
            connection = sqlite3.connect(address, uri=True, isolation_level=None)
            try:
                return connection.execute(statement, values).fetchall()
            finally:
                connection.close()

    def close(self) -> None:
        """Close the file; what is written is safe with or without this."""
        with self._lock:
            self._connection.close()

    def _make_folder(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            says = message(
                "The folder {path} can't be made: {reason}. Allow writing there, or choose another folder.",
                path=str(self._path.parent),
                reason=str(error.strerror),
            )
            raise self._error(Trouble.NO_FOLDER, says) from error

    def _prepare(self) -> None:
        form = self._form
        # What only looks comes before what writes, so that a file which is not ours stays as it is.
        version = _pragma(self._connection, "user_version")
        if version > len(form.migrations):
            raise self._newer(version, len(form.migrations))
        if not _is_ours(self._connection, version, form):
            raise self._foreign()
        self._look_for_damage()
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        # macOS answers a plain fsync before the data is on the disk.
        self._connection.execute("PRAGMA fullfsync = ON")
        if version < len(form.migrations):
            _migrate(self._connection, form)

    def _refuse_emptied_file(self) -> None:
        # SQLite takes an empty file for a new one, and deletes the log beside it that still holds rows.
        if _size(self._path) == 0 and _size(_log_of(self._path)) > 0:
            raise self.damaged("it is empty, but its log is not")

    def _look_for_damage(self) -> None:
        found = str(self._connection.execute("PRAGMA quick_check(1)").fetchone()[0])
        if found != "ok":
            raise self.damaged(found.splitlines()[-1])
        # SQLite reads a last page that was cut short as if it ended in zeros. With a log it may be about to be mended.
        if _size(_log_of(self._path)) == 0 and _size(self._path) % _pragma(self._connection, "page_size"):
            raise self.damaged("its end is missing")

    def damaged(self, reason: str) -> DatabaseError:
        """Return the error of a file whose content can't be what was written."""
        return self._error(Trouble.DAMAGED, _sentence(Trouble.DAMAGED, self._path, reason))

    def _newer(self, found: int, known: int) -> DatabaseError:
        says = message(
            "{path} was written by a newer quizapp (format {found}, this one knows up to {known}). "
            "Nothing was changed. Update quizapp to use it.",
            path=str(self._path),
            found=found,
            known=known,
        )
        return self._error(Trouble.NEWER, says)

    def _foreign(self) -> DatabaseError:
        says = message(
            "{path} belongs to another program and was left as it is. Move it away, or choose another folder.",
            path=str(self._path),
        )
        return self._error(Trouble.FOREIGN, says)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Turn SQLite's errors into sentences."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", None)
            if code is None:  # a mistake in the program, not in the file
                raise
            # The low byte is the kind, the rest tells variants apart.
            trouble = _TROUBLES.get(code & 0xFF, Trouble.UNREACHABLE)
            if trouble is Trouble.UNREACHABLE and _is_full(self._path.parent):
                trouble = Trouble.FULL
            raise self._error(trouble, _sentence(trouble, self._path, str(error))) from error
        except UnicodeDecodeError as error:  # what SQLite says of the damage quotes it
            damaged = Trouble.DAMAGED
            raise self._error(damaged, _sentence(damaged, self._path, str(error))) from error


class DatabaseFile:
    """What is kept in a `Database` of its own: closing it, and use as a context manager."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def close(self) -> None:
        """Close the file; what was written is safe with or without this."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _log_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # not there, or out of reach: SQLite will say which
        return 0


def _is_full(folder: Path) -> bool:
    """Tell whether there is no room for what SQLite keeps beside a file; it calls that an I/O error."""
    try:
        return disk_usage(folder).free < _ROOM_BESIDE
    except OSError:
        return False


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _is_ours(connection: sqlite3.Connection, version: int, form: Format) -> bool:
    if version == 0:  # new, or its making was interrupted: then nothing is in it
        return connection.execute("SELECT 1 FROM sqlite_schema").fetchone() is None
    return _pragma(connection, "application_id") == form.application_id


def _migrate(connection: sqlite3.Connection, form: Format) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # It reads the version again: another program may have migrated the file before we had the lock.
        _catch_up(connection, form)
        connection.execute(f"PRAGMA application_id = {form.application_id}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite itself has ended it when the disk is full
            connection.execute("ROLLBACK")
        raise


def _catch_up(connection: sqlite3.Connection, form: Format) -> None:
    """Bring the file to the current version; an older one may also have been restored over it while it was open."""
    for version in range(_pragma(connection, "user_version"), len(form.migrations)):
        form.migrations[version](connection)
        connection.execute(f"PRAGMA user_version = {version + 1}")


def _sentence(trouble: Trouble, path: Path, reason: str) -> Message:
    where = str(path)
    match trouble:
        case Trouble.LOCKED:
            return message(
                "{path} is in use by another program (a second quizapp, a backup). "
                "Wait until it is done, then try again.",
                path=where,
            )
        case Trouble.DAMAGED:
            return message(
                "{path} is damaged ({reason}) and was left as it is. "
                "Put a backup in its place, or move it away to start anew.",
                path=where,
                reason=reason,
            )
        case Trouble.FULL:
            return message("The disk is full: {path} can't grow. Free some space, then try again.", path=where)
        case Trouble.READ_ONLY:
            return message("{path} can't be written to. Allow writing to it and its folder.", path=where)
        case _:
            return message(
                "{path} can't be used ({reason}). Check the disk, and that you may write there.",
                path=where,
                reason=reason,
            )
