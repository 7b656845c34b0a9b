"""The books: the journal and what follows from its rows, kept in step on the disk and in memory."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import uuid4

from quizapp.packs.model import ItemId
from quizapp.study.bookkeeping import (
    Mark,
    OnProgress,
    catch_up,
    enter,
    is_current,
    last_time,
    read_mark,
    rebuild,
)
from quizapp.study.changes import Change, changes_since
from quizapp.study.entries import Entry, Row
from quizapp.study.journal import Journal, add_row
from quizapp.study.memory import Memory, recall, recall_changes, recall_lately
from quizapp.study.replay import has_account
from quizapp.study.steps import Step
from quizapp.study.tables import read_steps

_MOMENT = timedelta(microseconds=1)

_LONGEST_DAY = timedelta(hours=26)

# Longer than that, even for a day that began before the app.
_LATELY = timedelta(days=3)


class Books:
    """A journal with its schedule; one thread at a time may change them, every thread may read `memory`.

    What is written is on the disk, with all that follows from it, when a method returns; if it raises JournalError,
    nothing has changed, on the disk or here.
    """

    def __init__(self, journal: Journal, clock: Callable[[], datetime], on_progress: OnProgress | None = None) -> None:
        """Read the schedule, or rebuild it if it is not the rows' own.

        Args:
            journal: open.
            clock: tells the time, UTC.
            on_progress: told how many items of how many are scheduled, if it must be rebuilt.

        Raises:
            JournalError: if the journal can't be read, or must be written and can't.
        """
        self._journal = journal
        self._clock = clock
        self._changed = Change()
        self._seen: Mark
        self._memory: Memory
        with journal.snapshot() as connection:
            has_all = is_current(connection)
            if has_all:
                self._recall(connection)
        if not has_all:
            with journal.transaction() as connection:
                catch_up(connection, on_progress)
                self._recall(connection)

    @property
    def memory(self) -> Memory:
        """What is known now."""
        return self._memory

    def take_changes(self) -> Change:
        """Return what has changed since this was last asked for."""
        changed, self._changed = self._changed, Change()
        return changed

    def steps(self, item: ItemId) -> tuple[Step, ...]:
        """Return everything that was done with an item and not undone, by time; reads the disk.

        Raises:
            JournalError: if the journal can't be read.
        """
        with self._journal.reading() as connection:
            return read_steps(connection, item)

    def time_for(self, item: ItemId, now: datetime) -> datetime:
        """Return now, or the moment after the item's last row if the clock was set back."""
        changed_at = self._memory.standing(item).changed_at
        return now if changed_at is None else max(now, changed_at + _MOMENT)

    def catch_up(self, on_progress: OnProgress | None = None) -> bool:
        """Take notice of what others have written, and tell whether they have.

        Raises:
            JournalError: if the journal can't be read, or must be written and can't.
        """
        before = self._memory
        with self._journal.snapshot() as connection:
            has_all = is_current(connection)
            if has_all:
                self._look(connection)
        if not has_all:
            with self._changing(on_progress):
                pass
        return self._memory is not before

    def write(self, decide: Callable[[], Sequence[Entry]], on_progress: OnProgress | None = None) -> tuple[Row, ...]:
        """Write what is decided, once all rows of others are known and while nobody else can write.

        Args:
            decide: gives what to write, in order; all of it or nothing is written.
            on_progress: told how far it is if all schedules must be rebuilt.

        Raises:
            JournalError: if it can't be written.
        """
        with self._changing(on_progress) as connection:
            rows = self._rows(connection, decide())
            if rows:
                enter(connection, rows, on_progress)
        return rows

    def take_in(self, rows: Iterable[Row], on_progress: OnProgress | None = None) -> int:
        """Take in rows that were made elsewhere, all of them or none; return how many were not there.

        Raises:
            JournalError: if they can't be written.
        """
        with self._changing(on_progress) as connection:
            added = sum(add_row(connection, row) for row in rows)
            catch_up(connection, on_progress)
        return added

    def rebuild(self, on_progress: OnProgress | None = None) -> None:
        """Derive the whole schedule anew from the rows.

        Raises:
            JournalError: if the journal can't be read or written.
        """
        with self._changing(None) as connection:
            rebuild(connection, on_progress)

    @contextmanager
    def _changing(self, on_progress: OnProgress | None) -> Iterator[sqlite3.Connection]:
        """Give the connection to change what follows from the rows of all; what was changed is known afterwards."""
        with self._journal.transaction() as connection:
            catch_up(connection, on_progress)
            self._look(connection)
            yield connection
            mark = read_mark(connection)
            change = changes_since(connection, self._seen)
            memory = recall_changes(connection, self._memory, change, self._journal.device) if change else self._memory
        self._memory, self._seen, self._changed = memory, mark, self._changed | change

    def _look(self, connection: sqlite3.Connection) -> None:
        """Take notice of the rows that are understood on the disk."""
        change = changes_since(connection, self._seen)
        if change:
            self._memory = recall_changes(connection, self._memory, change, self._journal.device)
            self._changed |= change
        self._seen = read_mark(connection)
        if self._clock() - _LONGEST_DAY < self._memory.since:  # the clock was set back
            self._memory = recall_lately(connection, self._memory, self._clock() - _LATELY)

    def _recall(self, connection: sqlite3.Connection) -> None:
        self._memory = recall(connection, self._journal.device, self._clock() - _LATELY)
        self._seen = read_mark(connection)

    def _rows(self, connection: sqlite3.Connection, entries: Sequence[Entry]) -> tuple[Row, ...]:
        now, rows = self._clock(), list[Row]()
        for entry in entries:
            at = self.time_for(entry.item, now)
            if not has_account(entry):
                at = max(at, last_time(connection, entry.item) + _MOMENT)
            if rows:  # told apart by their times, so that they keep their order
                at = max(at, rows[-1].at + _MOMENT)
            rows.append(Row(id=uuid4().hex, device=self._journal.device, at=at, entry=entry))
        return tuple(rows)
