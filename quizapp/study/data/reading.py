"""Another journal's rows, from a file of lines or a SQLite file, which stays as it is; read in batches."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from msgspec import Struct

from quizapp.message import Message, message
from quizapp.study.data.errors import DataError, NotWhole, cannot_read, too_new
from quizapp.study.data.formats import JOURNAL
from quizapp.study.data.lines import FORMAT, LineError, lines_of, read_head, read_row
from quizapp.study.data.opening import opened_copy
from quizapp.study.data.stored import StoredRow, stored_rows

ROWS_AT_ONCE: Final = 2000

_SQLITE: Final = b"SQLite format 3\x00"


class Unread(Struct, frozen=True):
    """A line, counted from 1, or a row at this place of a SQLite file, that can't be read, and why."""

    number: int
    why: Message


class Batch(Struct, frozen=True):
    """Some of the rows, and how far this is: `done` of `of` bytes or rows."""

    rows: tuple[StoredRow, ...]
    unread: tuple[Unread, ...]
    done: int
    of: int


def read_journal(path: Path) -> Iterator[Batch]:
    """Yield all rows of another journal, whichever way it is written.

    Raises:
        NotWhole: if it is no journal, or a SQLite file that is damaged.
        TooNew: if it is of a newer version.
        DataError: if it can't be read.
    """
    try:
        with path.open("rb") as file:
            begins = file.read(len(_SQLITE))
    except FileNotFoundError as error:
        raise DataError(message("There is no file {path}.", path=str(path))) from error
    except OSError as error:
        raise cannot_read(path, error) from error
    yield from _read_database(path) if begins == _SQLITE else _read_lines(path)


def _read_database(path: Path) -> Iterator[Batch]:
    with opened_copy(path, JOURNAL) as connection:
        (total,) = connection.execute("SELECT count(*) FROM rows").fetchone()
        gathering = _Gathering(total)
        for done, (seq, row) in enumerate(stored_rows(connection), 1):
            gathering.take(row if row is not None else Unread(seq, message("it is no row of a journal")))
            if gathering.is_full:
                yield gathering.give(done)
        yield gathering.give(total)


def _read_lines(path: Path) -> Iterator[Batch]:
    try:
        with path.open("rb") as file:
            yield from _batches(path, file)
    except OSError as error:
        raise cannot_read(path, error) from error


def _batches(path: Path, file: BinaryIO) -> Iterator[Batch]:
    size = path.stat().st_size
    gathering, is_ours = _Gathering(size), False
    for number, line in lines_of(file):
        head = read_head(line) if number == 1 else None
        if head is not None:
            if head.format > FORMAT:
                raise too_new(path, head.format, FORMAT)
            is_ours = True
        elif line.strip() or not line:
            read = _row_or_why(number, line)
            is_ours = is_ours or isinstance(read, StoredRow)
            gathering.take(read)
        if gathering.is_full:
            yield gathering.give(file.tell())
    if not is_ours:
        raise NotWhole(message("{path} is no journal of quizapp, and was left as it is.", path=str(path)))
    yield gathering.give(size)


def _row_or_why(number: int, line: bytes) -> StoredRow | Unread:
    if not line:
        return Unread(number, message("it is too long"))
    try:
        return read_row(line)
    except LineError as error:
        return Unread(number, error.says)


class _Gathering:
    """What will be the next batch."""

    def __init__(self, of: int) -> None:
        self._of = of
        self._rows: list[StoredRow] = []
        self._unread: list[Unread] = []

    def take(self, read: StoredRow | Unread) -> None:
        """Put one more in."""
        if isinstance(read, StoredRow):
            self._rows.append(read)
        else:
            self._unread.append(read)

    @property
    def is_full(self) -> bool:
        return len(self._rows) + len(self._unread) >= ROWS_AT_ONCE

    def give(self, done: int) -> Batch:
        """Return what was put in, and begin anew."""
        batch = Batch(tuple(self._rows), tuple(self._unread), done, self._of)
        self._rows, self._unread = [], []
        return batch
