"""Backups of the journal and the drafts: made while both are in use, listed, and thinned out."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from shutil import disk_usage
from typing import Final, TypeAlias

from msgspec import Struct

from quizapp.home import Home
from quizapp.message import message
from quizapp.study.data.errors import DataError, NotWhole, reason_of
from quizapp.study.data.formats import DRAFTS, JOURNAL
from quizapp.study.data.opening import connect, opened_whole
from quizapp.study.data.retention import kept
from quizapp.study.database import Format
from quizapp.whole_files import PART, flush_file, part_of, put_in_place

Progress: TypeAlias = Callable[[int, int], None]
"""Hears how much is done, of how much."""

KEPT_BEFORE_RESTORE: Final = 5
"""Of the backups made of what a restore replaced, the newest so many are kept."""

ABANDONED_AFTER: Final = timedelta(hours=1)
"""A backup that is still being written after so long is none that will be finished."""

_BESIDE: Final = ("-journal", "-wal", "-shm")
"""What SQLite may keep beside a file."""

_ROOM_BESIDE: Final = 1 << 20
_PAGES_AT_ONCE: Final = 2000
_STAMP: Final = "%Y-%m-%dT%H%M%SZ"
_NAME: Final = re.compile(r"(journal|drafts)-(\d{4}-\d\d-\d\dT\d{6}Z)(-before-restore)?\.sqlite")


class Of(StrEnum):
    """What is backed up."""

    JOURNAL = "journal"
    DRAFTS = "drafts"


class Backup(Struct, frozen=True, kw_only=True):
    """One backup.

    Attributes:
        made: when; UTC, to the second.
        before_restore: whether it holds what was replaced by a restore.
    """

    path: Path
    of: Of
    made: datetime
    before_restore: bool = False


def form_of(what: Of) -> Format:
    """Return what makes a file the one or the other."""
    return JOURNAL if what is Of.JOURNAL else DRAFTS


def file_of(home: Home, what: Of) -> Path:
    """Return the file in use."""
    return home.journal if what is Of.JOURNAL else home.drafts


def list_backups(folder: Path, what: Of) -> tuple[Backup, ...]:
    """Return the backups in a folder, newest first; a folder that can't be read has none."""
    try:
        found = [_named(path) for path in folder.iterdir()]
    except OSError:
        return ()
    mine = [backup for backup in found if backup is not None and backup.of is what]
    return tuple(sorted(mine, key=lambda backup: (backup.made, backup.before_restore), reverse=True))


def _named(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        made = datetime.strptime(match[2], _STAMP).replace(tzinfo=UTC)
    except ValueError:  # a 31st of February
        return None
    return Backup(path=path, of=Of(match[1]), made=made, before_restore=match[3] is not None)


def backup_from(path: Path) -> Backup:
    """Return any file as a backup of what its name says, else of the journal; made when it was last changed.

    Raises:
        DataError: if there is no such file.
    """
    try:
        changed = datetime.fromtimestamp(int(path.stat().st_mtime), UTC)
    except OSError as error:
        raise DataError(message("There is no file {path}.", path=str(path))) from error
    return _named(path) or Backup(path=path, of=Of.JOURNAL, made=changed)


def back_up(
    home: Home, what: Of, now: datetime, *, before_restore: bool = False, on_progress: Progress | None = None
) -> Backup:
    """Make a backup of a file that may be in use, and check it by opening it.

    Raises:
        DataError: if it can't be written; nothing is left of it then.
        NotWhole: if what is backed up is damaged.
    """
    source = file_of(home, what)
    backup = _free_name(home.backups, what, now, before_restore)
    part = part_of(backup.path)
    with _telling(home.backups), _removing(part):
        home.backups.mkdir(parents=True, exist_ok=True, mode=0o700)
        _sweep(home.backups, now - ABANDONED_AFTER)
        _demand_room(home.backups, source)
        _copy(source, part, form_of(what), on_progress)
        flush_file(part)
        put_in_place(part, backup.path)
    return backup


def thin_out(folder: Path, what: Of) -> None:
    """Delete the backups that are no longer kept; what can't be deleted stays."""
    backups = list_backups(folder, what)
    usual = [backup for backup in backups if not backup.before_restore]
    to_keep = kept(backup.made for backup in usual)
    before_restore = [backup for backup in backups if backup.before_restore]
    gone = [backup for backup in usual if backup.made not in to_keep] + before_restore[KEPT_BEFORE_RESTORE:]
    for backup in gone:
        with suppress(OSError):
            backup.path.unlink()


def _free_name(folder: Path, what: Of, now: datetime, before_restore: bool) -> Backup:
    made = now.astimezone(UTC).replace(microsecond=0)
    mark = "-before-restore" if before_restore else ""
    while (path := folder / f"{what}-{made.strftime(_STAMP)}{mark}.sqlite").exists():
        made += timedelta(seconds=1)
    return Backup(path=path, of=what, made=made, before_restore=before_restore)


def _copy(source: Path, part: Path, form: Format, on_progress: Progress | None) -> None:
    def tell(_status: int, remaining: int, total: int) -> None:
        if on_progress is not None:
            on_progress(total - remaining, total)

    with closing(connect(source, "mode=rw")) as reading, closing(connect(part, "mode=rwc")) as writing:
        # One view of the file for the whole copy: what is written meanwhile neither waits nor makes it begin anew.
        reading.execute("BEGIN")
        rows = _count(reading, form)
        reading.backup(writing, pages=_PAGES_AT_ONCE, progress=tell)
        # A file by itself, that can be opened without making a log beside it.
        writing.execute("PRAGMA journal_mode = DELETE")
    with opened_whole(part, form) as whole:
        if _count(whole, form) != rows:
            raise NotWhole(message("The backup {path} lacks entries, and was thrown away.", path=str(part)))


def _count(connection: sqlite3.Connection, form: Format) -> int:
    table = "rows" if form is JOURNAL else "drafts"
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _demand_room(folder: Path, source: Path) -> None:
    if disk_usage(folder).free < source.stat().st_size + _ROOM_BESIDE:
        raise _full(folder)


def _full(folder: Path) -> DataError:
    return DataError(
        message("There is no room for a backup in {folder}. Your data is safe; free some space.", folder=str(folder))
    )


@contextmanager
def _telling(folder: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
            raise _full(folder) from error
        raise _failed(folder, str(error)) from error
    except OSError as error:
        raise _failed(folder, reason_of(error)) from error


def _failed(folder: Path, reason: str) -> DataError:
    return DataError(
        message(
            "No backup could be made in {folder} ({reason}). Your data itself is as it was.",
            folder=str(folder),
            reason=reason,
        )
    )


@contextmanager
def _removing(part: Path) -> Iterator[None]:
    """Leave nothing of a backup that failed."""
    try:
        yield
    except BaseException:
        for rest in (part, *(part.with_name(part.name + end) for end in _BESIDE)):
            with suppress(OSError):
                rest.unlink(missing_ok=True)
        raise


def _sweep(folder: Path, before: datetime) -> None:
    """Delete what backups left behind that were killed before then; another window may be making one now."""
    for path in folder.iterdir():
        stem, ends, rest = path.name.partition(".sqlite" + PART)
        if ends and _NAME.fullmatch(stem + ".sqlite") and rest in ("", *_BESIDE):
            with suppress(OSError):
                if path.stat().st_mtime < before.timestamp():
                    path.unlink()
