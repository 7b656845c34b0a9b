"""When a backup is made that nobody asked for: once a day if something changed, and before anything risky."""

import hashlib
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from quizapp.home import Home
from quizapp.study.data.backups import Backup, Of, Progress, back_up, file_of, form_of, list_backups, thin_out
from quizapp.study.data.opening import connect
from quizapp.study.database import Format

EVERY: Final = timedelta(days=1)
"""How long the last backup counts as fresh."""


def back_up_when_due(home: Home, now: datetime) -> tuple[Backup, ...]:
    """Back up the journal and the drafts, each if its last backup is older than a day and something changed since.

    Then throw away the backups that are no longer kept.

    Returns:
        What was made.

    Raises:
        DataError: if a backup can't be written; the data itself and the older backups are as they were.
    """
    made = tuple(back_up(home, what, now) for what in Of if _is_due(home, what, now))
    for what in Of:
        thin_out(home.backups, what)
    return made


def back_up_before(home: Home, now: datetime, on_progress: Progress | None = None) -> Backup | None:
    """Back up the journal before something that can't be taken back, unless the newest backup holds the same.

    Raises:
        DataError, NotWhole: as `back_up`.
    """
    backups = list_backups(home.backups, Of.JOURNAL)
    if not home.journal.is_file() or (backups and _holds_the_same(home.journal, backups[0])):
        return None
    return back_up(home, Of.JOURNAL, now, on_progress=on_progress)


def back_up_before_migration(home: Home, now: datetime) -> tuple[Backup, ...]:
    """Back up the files that an older version wrote: opening them brings them to this version's format.

    Raises:
        DataError, NotWhole: as `back_up`.
    """
    return tuple(back_up(home, what, now) for what in Of if _is_older(file_of(home, what), form_of(what)))


def _is_due(home: Home, what: Of, now: datetime) -> bool:
    source = file_of(home, what)
    if not source.is_file():
        return False
    backups = list_backups(home.backups, what)
    # A clock that was set back leaves backups from the future: they are no reason to wait for it.
    if any(timedelta() <= now - backup.made < EVERY for backup in backups):
        return False
    return not backups or not _holds_the_same(source, backups[0])


def _holds_the_same(source: Path, backup: Backup) -> bool:
    return _fingerprint(source, backup.of) == _fingerprint(backup.path, backup.of, "mode=ro&immutable=1") is not None


def _is_older(path: Path, form: Format) -> bool:
    if not path.is_file():
        return False
    try:
        with closing(connect(path, "mode=rw")) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            (application,) = connection.execute("PRAGMA application_id").fetchone()
    except sqlite3.Error:  # whoever opens it to use it says what is wrong
        return False
    return bool(application == form.application_id and 0 < version < len(form.migrations))


def _fingerprint(path: Path, what: Of, options: str = "mode=rw") -> object:
    """Return what differs whenever the content does; None for what can't be read."""
    try:
        with closing(connect(path, options)) as connection:
            if what is Of.JOURNAL:
                last = "SELECT count(*), (SELECT id FROM rows ORDER BY seq DESC LIMIT 1) FROM rows"
                return (connection.execute(last).fetchone(), connection.execute("SELECT id FROM device").fetchone())
            digest = hashlib.sha256()
            for item, code in connection.execute("SELECT item, code FROM drafts ORDER BY item"):
                digest.update(repr((item, code)).encode("utf-8", "backslashreplace"))
            return digest.digest()
    except sqlite3.Error:
        return None
