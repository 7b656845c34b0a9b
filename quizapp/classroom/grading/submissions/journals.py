"""Takes attempts and answers out of a journal that a learner exported."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from quizapp.classroom.grading.submissions.handed_in import Code, Unusable, Words, Work
from quizapp.classroom.grading.submissions.reading import LARGEST_JOURNAL, UnusableFile, insist_on_file
from quizapp.message import message
from quizapp.packs.model import Exercise, Item, ItemId, Question
from quizapp.study.data.errors import DataError
from quizapp.study.data.reading import Unread, read_journal
from quizapp.study.data.stored import understood
from quizapp.study.entries import Answered, Attempted, Row, RowId, Undone


class Choice(StrEnum):
    """Which of a learner's attempts at an item counts."""

    LAST = "last"
    BEST = "best"  # the last of those that passed, or the last of all


class FromJournal(Struct, frozen=True):
    """What a journal holds for the class."""

    work: dict[ItemId, Work]
    unread: Unusable | None


class _Chosen(Struct, frozen=True):
    order: tuple[bool, datetime, RowId]
    work: Work


def work_in_journal(path: Path, items: Mapping[ItemId, Item], choice: Choice) -> FromJournal:
    """Return the code or answer that counts for each of the items; what was taken back does not count.

    That the journal says an attempt passed only chooses among the attempts: each is judged again.

    Raises:
        UnusableFile: if it is no journal, or can't be read.
    """
    insist_on_file(path, LARGEST_JOURNAL)
    try:
        undone = frozenset(row.entry.row for row, _ in _rows(path) if row and isinstance(row.entry, Undone))
        chosen: dict[ItemId, _Chosen] = {}
        unread: list[Unread] = []
        for row, wrong in _rows(path):
            if wrong is not None:
                unread.append(wrong)
            elif row is not None and row.id not in undone:
                _consider(row, items, choice, chosen)
    except DataError as error:
        raise UnusableFile(message("It is no journal that can be read; export it again.")) from error
    return FromJournal({item: each.work for item, each in chosen.items()}, _complaint(unread))


def _rows(path: Path) -> Iterator[tuple[Row | None, Unread | None]]:
    for batch in read_journal(path):
        for stored in batch.rows:
            yield understood(stored), None
        for unread in batch.unread:
            yield None, unread


def _consider(row: Row, items: Mapping[ItemId, Item], choice: Choice, chosen: dict[ItemId, _Chosen]) -> None:
    entry = row.entry
    work: Work
    if isinstance(entry, Attempted) and isinstance(items.get(entry.item), Exercise):
        work, well = Code(entry.code), entry.passed
    elif isinstance(entry, Answered) and isinstance(items.get(entry.item), Question):
        work, well = Words(entry.answer), entry.right
    else:
        return
    # A row from a table of reviews tells that there was an attempt, and not what was written.
    if not work.text.strip():
        return
    order = (well and choice is Choice.BEST, row.at, row.id)
    before = chosen.get(entry.item)
    if before is None or before.order < order:
        chosen[entry.item] = _Chosen(order, work)


def _complaint(unread: list[Unread]) -> Unusable | None:
    if not unread:
        return None
    return Unusable(
        message(
            "{count} of its lines can't be read, the first is line {line}; the others count.",
            count=len(unread),
            line=unread[0].number,
        )
    )
