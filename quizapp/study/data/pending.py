"""A restore that waits for the next start, when nobody has the journal open: so nothing in use is pulled away."""

import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from quizapp.home import Home
from quizapp.message import Message, message
from quizapp.not_json import NOT_JSON
from quizapp.study.data.backups import Backup, backup_from, file_of
from quizapp.study.data.due import back_up_before_migration
from quizapp.study.data.errors import DataError, cannot_write
from quizapp.study.data.opening import connect
from quizapp.study.data.restoring import put_back
from quizapp.whole_files import writing


class _Asked(Struct, frozen=True):
    backup: str


def ask_to_restore(backup: Backup, home: Home) -> None:
    """Have this backup put in place when the app starts again, in place of any that was asked for before.

    Raises:
        DataError: if that can't be written down.
    """
    try:
        with writing(home.restore) as file:
            file.write(msgspec.json.encode(_Asked(str(backup.path))))
    except OSError as error:
        raise cannot_write(home.restore, error) from error


def asked_for(home: Home) -> Path | None:
    """Return the backup that is to be put in place at the next start."""
    try:
        asked = msgspec.json.decode(home.restore.read_bytes(), type=_Asked)
    except (OSError, *NOT_JSON):
        return None
    # No file's name has a null character; asking for it would be an error of another sort.
    return None if "\0" in asked.backup else Path(asked.backup)


def withdraw(home: Home) -> None:
    """Put no backup in place at the next start."""
    with suppress(OSError):
        home.restore.unlink(missing_ok=True)


def make_ready(home: Home, now: datetime) -> tuple[Message, ...]:
    """Do what must be done before the journal is opened: a restore that was asked for, a backup before a migration.

    Returns:
        What the learner should know of it; the journal can be opened in any case.
    """
    told = _restore_if_asked(home, now)
    try:
        back_up_before_migration(home, now)
    except DataError as error:
        return (*told, error.says)
    return told


def _restore_if_asked(home: Home, now: datetime) -> tuple[Message, ...]:
    path = asked_for(home)
    if path is None:
        return ()
    try:
        backup = backup_from(path)
        if is_in_use(file_of(home, backup.of)):
            return (message("The backup will be put in place once every quizapp is closed and one is started again."),)
        restored = put_back(backup, home, now)
    except DataError as error:
        withdraw(home)
        return (error.says,)
    withdraw(home)
    if restored.kept_in is None:
        return (message("The backup {path} is in place.", path=str(path)),)
    return (
        message(
            "The backup {path} is in place. What was there before is kept in {kept}.",
            path=str(path),
            kept=str(restored.kept_in),
        ),
    )


def is_in_use(path: Path) -> bool:
    """Tell whether another program has a SQLite file open, though it may not be writing."""
    if not path.is_file():
        return False
    try:
        with closing(connect(path, "mode=rw")) as connection:
            connection.execute("PRAGMA busy_timeout = 0")
            # Only who is alone with a file can end its log; the next to open it begins another.
            (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
            return str(mode) != "delete"
    except sqlite3.Error as error:
        return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
