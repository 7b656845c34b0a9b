"""Keeps the learner's notes until the journal has them, whoever writes them and in whatever order. Knows no Qt."""

from threading import Lock
from typing import Protocol

from quizapp.packs.model import ItemId


class NoteStore(Protocol):
    """Where notes are written; `quizapp.study.learner.Learner`."""

    def note(self, item: ItemId) -> str:
        """Return the note on an item, "" if there is none."""

    def set_note(self, item: ItemId, text: str) -> None:
        """Write it; durable when it returns."""


class NoteKeeper:
    """The notes as they were typed last.

    `keep` only remembers; `write` writes what was remembered. Called from two threads at once, `write` can't put an
    older note over a newer one.
    """

    def __init__(self, store: NoteStore) -> None:
        self._store = store
        self._unwritten: dict[ItemId, str] = {}
        self._changing, self._writing = Lock(), Lock()

    def text(self, item: ItemId) -> str:
        """Return the newest note on an item, written or not; "" if there is none."""
        with self._changing:
            newest = self._unwritten.get(item)
        return self._store.note(item) if newest is None else newest

    def keep(self, item: ItemId, text: str) -> None:
        """Remember the newest note; one of blanks is none."""
        with self._changing:
            self._unwritten[item] = text if text.strip() else ""

    def write(self) -> None:
        """Bring every note to the journal that is not there yet.

        Raises:
            JournalError: if one can't be written; it and those after it are kept for the next call.
        """
        with self._writing:
            for item, text in self._waiting():
                if text != self._store.note(item):
                    self._store.set_note(item, text)
                self._forget(item, text)

    def _waiting(self) -> tuple[tuple[ItemId, str], ...]:
        with self._changing:
            return tuple(self._unwritten.items())

    def _forget(self, item: ItemId, written: str) -> None:
        with self._changing:
            # The learner may have typed on meanwhile.
            if self._unwritten.get(item) == written:
                del self._unwritten[item]
