"""SQLite files that are not in use here: looked at without writing to them, and told apart from what is damaged."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from urllib.parse import quote

from quizapp.message import message
from quizapp.study.data.errors import DataError, NotWhole, cannot_read, too_new
from quizapp.study.database import Format

BUSY_SECONDS = 5.0
"""How long to wait for another program's lock."""

_TRIES: Final = 3
"""How often a file is copied that changes meanwhile."""


def address(path: Path, options: str) -> str:
    """Return the URI by which SQLite opens a file, whatever its name."""
    return f"file:{quote(path.resolve().as_posix())}?{options}"


def connect(path: Path, options: str) -> sqlite3.Connection:
    """Open a file; the caller ends every transaction itself.

    Args:
        path: the file.
        options: SQLite's URI parameters: `mode=rw` opens only what is there, `immutable=1` writes nothing anywhere.

    Raises:
        sqlite3.Error: if it can't be opened.
    """
    connection = sqlite3.connect(
        address(path, options), uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    # A text that is not UTF-8 spoils one value, not the whole reading.
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    return connection


@contextmanager
def opened_whole(path: Path, form: Format) -> Iterator[sqlite3.Connection]:
    """Open a file that nobody writes to, as a backup is, once it is known to be whole; nothing is written beside it.

    Raises:
        NotWhole: if it is cut short, damaged or something else.
        TooNew: if it is of a newer version.
        DataError: if it can't be read.
    """
    _demand_file(path)
    with _telling(path), closing(connect(path, "mode=ro&immutable=1")) as connection:
        demand_whole(connection, path, form)
        yield connection


@contextmanager
def opened_copy(path: Path, form: Format) -> Iterator[sqlite3.Connection]:
    """Open a copy of a file that somebody may be writing to, with what stands in its log; the file stays untouched.

    Raises:
        NotWhole, TooNew, DataError: as `opened_whole`.
    """
    _demand_file(path)
    with TemporaryDirectory(prefix="quizapp-") as folder:
        copy = Path(folder) / "copy.sqlite"
        _copy_still(path, copy)
        with _telling(path), closing(connect(copy, "mode=rw")) as connection:
            demand_whole(connection, path, form)
            yield connection


@contextmanager
def opened_in_use(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file of ours that may be in use, to read it as it stands now; what is added meanwhile is not seen.

    Raises:
        DataError: if it can't be read.
    """
    try:
        with closing(connect(path, "mode=rw")) as connection:
            connection.execute("BEGIN")
            yield connection
    except sqlite3.Error as error:
        raise DataError(
            message(
                "{path} can't be used ({reason}). Check the disk, and that you may write there.",
                path=str(path),
                reason=str(error),
            )
        ) from error


def demand_whole(connection: sqlite3.Connection, path: Path, form: Format) -> None:
    """Return if the file is ours, of a version that we know, and undamaged.

    Raises:
        NotWhole, TooNew: if it is not.
        sqlite3.Error: if it can't even be read.
    """
    version = _pragma(connection, "user_version")
    if _pragma(connection, "application_id") != form.application_id or version < 1:
        raise NotWhole(message("{path} is no journal of quizapp, and was left as it is.", path=str(path)))
    if version > len(form.migrations):
        raise too_new(path, version, len(form.migrations))
    # SQLite reads a last page that was cut short as if it ended in zeros.
    pages, page_size = _pragma(connection, "page_count"), _pragma(connection, "page_size")
    if not _has_log(path) and path.stat().st_size < pages * page_size:
        raise not_whole(path, "its end is missing")
    found = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    if found != "ok":
        raise not_whole(path, found.splitlines()[-1])


def not_whole(path: Path, reason: str) -> NotWhole:
    """Return the error of a file of ours that is damaged."""
    return NotWhole(
        message("{path} is cut short or damaged ({reason}), and is not used.", path=str(path), reason=reason)
    )


def _demand_file(path: Path) -> None:
    if not path.is_file():
        raise DataError(message("There is no file {path}.", path=str(path)))


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        yield
    # UnicodeDecodeError: what SQLite says of the damage quotes it.
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise not_whole(path, str(error)) from error


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def log_of(path: Path) -> Path:
    """Return where SQLite keeps what is not in the file yet."""
    return path.with_name(path.name + "-wal")


def _has_log(path: Path) -> bool:
    return log_of(path).exists()


def _copy_still(path: Path, copy: Path) -> None:
    """Copy the file and its log as they stood at one moment."""
    for _ in range(_TRIES):
        before = _stamps(path)
        try:
            shutil.copyfile(path, copy)
            log_of(copy).unlink(missing_ok=True)
            if _has_log(path):
                shutil.copyfile(log_of(path), log_of(copy))
        except FileNotFoundError:  # the log has just been written into the file
            continue
        except OSError as error:
            raise cannot_read(path, error) from error
        if _stamps(path) == before:
            return
    raise DataError(
        message(
            "{path} is in use by another program (a second quizapp, a backup). Wait until it is done, then try again.",
            path=str(path),
        )
    )


def _stamps(path: Path) -> list[tuple[int, int]]:
    found = []
    for file in (path, log_of(path)):
        try:
            stat = file.stat()
        except OSError:
            continue
        found.append((stat.st_size, stat.st_mtime_ns))
    return found
