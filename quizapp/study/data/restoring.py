"""A backup in the place of the journal: what it holds, what that would cost, and putting it there."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from msgspec import Struct

from quizapp.home import Home
from quizapp.message import message
from quizapp.study.data.backups import Backup, Progress, back_up, file_of, form_of
from quizapp.study.data.errors import DataError, NotWhole, reason_of
from quizapp.study.data.opening import address, connect, log_of, opened_copy, opened_whole
from quizapp.study.data.stored import moment
from quizapp.study.database import Format, Trouble
from quizapp.whole_files import flush_file, part_of, put_in_place

_REVIEWS: Final = "kind IN ('rated', 'answered', 'attempted')"
_LOCKED: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_PAGES_AT_ONCE: Final = 2000


class Held(Struct, frozen=True, kw_only=True):
    """What a journal holds: its rows, the items that they are about, when the last review was."""

    rows: int
    items: int
    last_review: datetime | None


class Preview(Struct, frozen=True, kw_only=True):
    """What a restore would do.

    Attributes:
        lost: how many rows the present journal has and the backup has not; None if the present one can't be read.
        back: how many rows the backup has and the present journal has not.
        lost_since: when the oldest of the lost rows was written.
    """

    backup: Backup
    held: Held
    lost: int | None
    back: int
    lost_since: datetime | None = None


class Restored(Struct, frozen=True, kw_only=True):
    """What became of the file that was replaced.

    Attributes:
        kept_in: the backup of it, or where it was moved because it is damaged; None if there was none.
        in_use: whether the file itself stayed, so that who has it open goes on with the new content.
    """

    kept_in: Path | None
    in_use: bool


def look_into(backup: Backup, home: Home) -> Preview:
    """Say what a backup of the journal holds and what putting it in place would cost. Slow for a large journal.

    Raises:
        NotWhole, TooNew: if it can't be put in place.
        DataError: if it can't be read.
    """
    with opened_whole(backup.path, form_of(backup.of)) as connection:
        held = held_in(connection)
        lost: int | None = None if home.journal.exists() else 0
        back, since = held.rows, None
        with suppress(sqlite3.Error), _beside(connection, home.journal):
            lost, oldest = connection.execute(_lacking("present.rows", "main.rows")).fetchone()
            (back, _) = connection.execute(_lacking("main.rows", "present.rows")).fetchone()
            since = moment(oldest) if oldest is not None else None
    return Preview(backup=backup, held=held, lost=lost, back=back, lost_since=since)


def held_in(connection: sqlite3.Connection) -> Held:
    """Return what the journal of this connection holds."""
    rows, items = connection.execute("SELECT count(*), count(DISTINCT NULLIF(item, '')) FROM rows").fetchone()
    (last,) = connection.execute(f"SELECT max(at) FROM rows WHERE {_REVIEWS}").fetchone()
    return Held(rows=rows, items=items, last_review=moment(last) if last is not None else None)


def put_back(backup: Backup, home: Home, now: datetime, on_progress: Progress | None = None) -> Restored:
    """Put a backup in the place of the file that it was made of; what was there is kept as a backup first.

    A journal that is in use (this app's, too) gets the backup's content in one transaction: whoever has it open must
    read it anew. One that is damaged is moved to the backups, and the backup's copy takes its place.

    Raises:
        NotWhole, TooNew: if the backup can't be used.
        DataError: if it could not be put in place, or what was there could not be kept; then it is still there.
    """
    path, form = file_of(home, backup.of), form_of(backup.of)
    with opened_whole(backup.path, form) as source:
        if not path.exists() and not log_of(path).exists():
            _put_copy(backup.path, path)
            return Restored(kept_in=None, in_use=False)
        if path.is_file() and _is_readable(path, form):
            saved = back_up(home, backup.of, now, before_restore=True)
            _overwrite(source, path, on_progress)
            return Restored(kept_in=saved.path, in_use=True)
    return Restored(kept_in=_replace_damaged(backup, path, home, now), in_use=False)


def _lacking(here: str, there: str) -> str:
    return (
        f"SELECT count(*), min(at) FROM {here} AS one"
        f" WHERE NOT EXISTS (SELECT 1 FROM {there} AS other WHERE other.id = one.id)"
    )


@contextmanager
def _beside(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Let the connection read another file too, as `present`."""
    connection.execute("ATTACH ? AS present", (address(path, "mode=ro"),))
    try:
        yield
    finally:
        connection.execute("DETACH present")


def _is_readable(path: Path, form: Format) -> bool:
    """Tell whether the file in use is one whose content can be kept by a backup.

    Asked of a copy: SQLite throws away the log beside a file that it can't make sense of.

    Raises:
        TooNew: if it is of a newer version, and no backup of ours should replace it.
        DataError: if another program is in the way, which may end.
    """
    try:
        with opened_copy(path, form):
            return True
    except NotWhole:
        return False


def _in_use(path: Path) -> DataError:
    return DataError(
        message(
            "{path} is in use by another program (a second quizapp, a backup). Wait until it is done, then try again.",
            path=str(path),
        )
    )


def _overwrite(source: sqlite3.Connection, path: Path, on_progress: Progress | None) -> None:
    def tell(status: int, remaining: int, total: int) -> None:
        # Python's own loop would try for ever.
        if status in _LOCKED:
            raise _in_use(path)
        if on_progress is not None:
            on_progress(total - remaining, total)

    try:
        with closing(connect(path, "mode=rw")) as present:
            present.execute("PRAGMA synchronous = FULL")
            present.execute("PRAGMA fullfsync = ON")
            # Waits as long as `connect` says for another program that writes, where `backup` would not wait.
            present.execute("BEGIN IMMEDIATE")
            present.execute("COMMIT")
            source.backup(present, pages=_PAGES_AT_ONCE, progress=tell)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _LOCKED:
            raise _in_use(path) from error
        raise _not_put_back(path, str(error)) from error


def _replace_damaged(backup: Backup, path: Path, home: Home, now: datetime) -> Path:
    aside = home.backups / f"{path.stem}-{now:%Y-%m-%dT%H%M%S}-damaged{path.suffix}"
    part = part_of(path)
    try:
        home.backups.mkdir(parents=True, exist_ok=True, mode=0o700)
        # Copied before anything moves: a full disk must not cost the damaged journal its place.
        _copy_flushed(backup.path, part)
        # The log last: whoever comes between finds a log without its file, and is told; the file without its log would
        # be taken for whole, though rows are missing.
        for end in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                os.replace(path.with_name(path.name + end), aside.with_name(aside.name + end))  # noqa: PTH105
        put_in_place(part, path)
    except OSError as error:
        raise _not_put_back(path, reason_of(error)) from error
    return aside


def _put_copy(source: Path, path: Path) -> None:
    try:
        _copy_flushed(source, part_of(path))
        put_in_place(part_of(path), path)
    except OSError as error:
        raise _not_put_back(path, reason_of(error)) from error


def _copy_flushed(source: Path, part: Path) -> None:
    try:
        shutil.copyfile(source, part)
        flush_file(part)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _not_put_back(path: Path, reason: str) -> DataError:
    return DataError(
        message("The backup could not be put in the place of {path}: {reason}.", path=str(path), reason=reason)
    )


def may_help(trouble: Trouble) -> bool:
    """Tell whether a backup in its place would end this trouble with a file."""
    return trouble in (Trouble.DAMAGED, Trouble.FOREIGN)
