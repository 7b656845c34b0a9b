"""A home with a journal and drafts in it, and rows to put there."""

from datetime import datetime, timedelta
from pathlib import Path
from sqlite3 import connect

from quizapp.home import Home
from quizapp.study.entries import Answered, Attempted, Entry, Noted, Rated, Row, Undone
from quizapp.study.journal import Journal
from quizapp.study.model import Rating
from tests.study.sample import NOON


def rated(item: str = "p/l/a", rating: Rating = Rating.GOOD) -> Rated:
    return Rated(item=item, rating=rating, seconds=3.5)


ENTRIES: tuple[Entry, ...] = (
    rated(),
    Answered(item="p/l/q", answer="4, 2", right=False, seconds=12.0, rating=Rating.AGAIN),
    Attempted(
        item="p/l/e",
        code="x = '\u4e2d\U0001f600\\n\x00'\r\n",
        passed=True,
        ending="finished",
        mistake="typo",
        seconds=99.25,
        hints=2,
        solution_shown=False,
        rating=None,
        concept="requires-grad",
    ),
    Noted(item="p/l/a", text='"sum":"00000000"}\n{'),
    Undone(item="p/l/a", row="0" * 32),
)


def write(path: Path, *entries: Entry, at: datetime = NOON) -> tuple[Row, ...]:
    """Add rows to the journal, a second apart, and close it."""
    with Journal(path) as journal:
        return tuple(journal.append(entry, at + timedelta(seconds=number)) for number, entry in enumerate(entries))


def write_raw(path: Path, row_id: str, data: str, *, kind: str = "dreamt", device: str = "d" * 32, at: int = 0) -> None:
    """Add a row that this version can't read."""
    with connect(path) as connection:
        connection.execute(
            "INSERT INTO rows (id, device, at, kind, item, data) VALUES (?, ?, ?, ?, 'p/l/a', ?)",
            (row_id, device, at, kind, data),
        )
    connection.close()


def ids(path: Path) -> set[str]:
    """Return the ids of all rows, read or not."""
    connection = connect(path)
    try:
        return {row_id for (row_id,) in connection.execute("SELECT id FROM rows")}
    finally:
        connection.close()


def mark_as_newer(path: Path) -> None:
    connection = connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def home_with(folder: Path, *entries: Entry) -> Home:
    home = Home(folder)
    write(home.journal, *entries)
    return home


def listing(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its content."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
