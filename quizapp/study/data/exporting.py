"""The journal as a file for its owner: every row as lines of JSON, or the reviews as a table."""

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, tzinfo
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, Final

from msgspec import Struct

from quizapp.study.data.backups import Progress
from quizapp.study.data.errors import cannot_write
from quizapp.study.data.lines import head_line, row_line
from quizapp.study.data.opening import opened_in_use
from quizapp.study.data.stored import stored_rows
from quizapp.study.entries import Answered, Attempted, Rated, Rerated, Row
from quizapp.study.model import Rating
from quizapp.whole_files import writing

COLUMNS: Final = ("date", "utc", "item", "kind", "rating", "seconds", "passed", "hints", "solution_shown")

_PROGRESS_EVERY: Final = 2000
FORMULA_BEGINS: Final = ("=", "+", "-", "@", "\t", "\r")


class Exported(Struct, frozen=True):
    """How many rows were written, and how many were left out because no version could read them."""

    rows: int
    spoilt: int = 0


def export_lines(journal: Path, out: Path, now: datetime, on_progress: Progress | None = None) -> Exported:
    """Write every row of a journal, which may be in use, as lines of JSON (`lines` says how); whole or not at all.

    Raises:
        DataError: if the journal can't be read or the file can't be written.
    """
    with _writing(out) as file, opened_in_use(journal) as connection:
        (device,) = connection.execute("SELECT id FROM device").fetchone()
        (total,) = connection.execute("SELECT count(*) FROM rows").fetchone()
        file.write(head_line(device, now))
        spoilt = 0
        for done, (_, row) in enumerate(stored_rows(connection), 1):
            if row is None:
                spoilt += 1
            else:
                file.write(row_line(row))
            if on_progress is not None and (done % _PROGRESS_EVERY == 0 or done == total):
                on_progress(done, total)
    return Exported(total - spoilt, spoilt)


def export_reviews(rows: Sequence[Row], out: Path, zone: tzinfo | None = None) -> Exported:
    """Write the ratings, answers and attempts as a CSV table that spreadsheets open; whole or not at all.

    Args:
        rows: what was not taken back; of the kinds `Rated`, `Answered`, `Attempted`, `Rerated`.
        out: the file.
        zone: of the column `date`; None means this machine's.

    Raises:
        DataError: if the file can't be written.
    """
    rerated = {row.entry.row: row.entry.rating for row in rows if isinstance(row.entry, Rerated)}
    reviews = [row for row in rows if isinstance(row.entry, Rated | Answered | Attempted)]
    with _writing(out) as file:
        # Without the mark Excel takes the file for one in the system's old encoding.
        text = TextIOWrapper(file, encoding="utf-8-sig", errors="backslashreplace", newline="")
        table = csv.writer(text)
        table.writerow(COLUMNS)
        table.writerows(_record(row, rerated.get(row.id), zone) for row in reviews)
        text.flush()
        text.detach()
    return Exported(len(reviews))


def _record(row: Row, rerated: Rating | None, zone: tzinfo | None) -> tuple[object, ...]:
    entry = row.entry
    assert isinstance(entry, Rated | Answered | Attempted)
    rating = rerated or entry.rating
    attempt = entry if isinstance(entry, Attempted) else None
    return (
        row.at.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S"),
        row.at.isoformat().replace("+00:00", "Z"),
        _harmless(entry.item),
        _KINDS[type(entry)],
        rating.name.lower() if rating is not None else "",
        f"{entry.seconds:.3f}",
        _yes_or_no(_passed(entry)),
        attempt.hints if attempt is not None else "",
        _yes_or_no(attempt.solution_shown) if attempt is not None else "",
    )


_KINDS: Final = {Rated: "card", Answered: "question", Attempted: "exercise"}


def _passed(entry: Rated | Answered | Attempted) -> bool:
    match entry:
        case Rated():
            return entry.rating is not Rating.AGAIN
        case Answered():
            return entry.right
        case Attempted():
            return entry.passed


def _yes_or_no(claim: bool) -> str:
    return "yes" if claim else "no"


def _harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_BEGINS) else text


@contextmanager
def _writing(out: Path) -> Iterator[BinaryIO]:
    try:
        with writing(out) as file:
            yield file
    except OSError as error:
        raise cannot_write(out, error) from error
