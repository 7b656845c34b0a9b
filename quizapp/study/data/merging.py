"""Other journals' rows become this one's too: a union, so the order in which files come, and how often, is all one."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from msgspec import Struct

from quizapp.study.data.backups import Progress
from quizapp.study.data.reading import Unread, read_journal
from quizapp.study.data.stored import StoredRow

Take: TypeAlias = Callable[[Sequence[StoredRow]], int]
"""Puts the rows that are not there yet into the journal and returns how many that were."""

MOST_TOLD: Final = 20
"""Of what can't be read, the first so many are told; the rest is counted."""


class Merged(Struct, frozen=True, kw_only=True):
    """What came of other journals.

    Attributes:
        rows: how many could be read. new: how many of them were not there before.
        unread: how many could not be read. told: the first of those, with why.
    """

    rows: int = 0
    new: int = 0
    unread: int = 0
    told: tuple[Unread, ...] = ()


def merge(path: Path, take: Take, on_progress: Progress | None = None) -> Merged:
    """Take in the rows of another journal; that file stays as it is.

    Lines that can't be read are passed over and told; of a damaged SQLite file nothing is taken.

    Raises:
        NotWhole, TooNew, DataError: if the file is of no use.
        JournalError: if the journal can't be written; the rows of whole batches are then in it, and may come again.
    """
    merged = Merged()
    for batch in read_journal(path):
        merged = Merged(
            rows=merged.rows + len(batch.rows),
            new=merged.new + (take(batch.rows) if batch.rows else 0),
            unread=merged.unread + len(batch.unread),
            told=(*merged.told, *batch.unread)[:MOST_TOLD],
        )
        if on_progress is not None:
            on_progress(batch.done, batch.of)
    return merged
