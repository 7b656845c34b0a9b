"""Keeps the newest code of one exercise on the disk, whoever writes it and in whatever order. Knows no Qt."""

from threading import Lock
from typing import Protocol

from quizapp.packs.model import ItemId


class DraftStore(Protocol):
    """Where drafts lie; `quizapp.study.Drafts`."""

    def load(self, item: ItemId) -> str | None:
        """Return the draft, or None."""

    def save(self, item: ItemId, code: str) -> None:
        """Write it; durable when it returns."""

    def discard(self, item: ItemId) -> None:
        """Throw it away."""


class DraftKeeper:
    """The draft of one exercise.

    `keep` only remembers; `write` writes what was remembered last. Called from two threads at once, `write` can't put
    older code over newer.
    """

    def __init__(self, drafts: DraftStore, item: ItemId, starter: str) -> None:
        """Nothing is read yet; a draft that equals `starter` is thrown away instead of kept."""
        self._drafts = drafts
        self._item = item
        self._starter = starter
        self._newest: str | None = None
        self._written: str | None = None
        self._writing = Lock()

    def load(self) -> str:
        """Return the draft, or the starter; code that could not be written yet is newer than what lies on the disk.

        Raises:
            DraftsError: if it can't be read.
        """
        newest = self._newest
        if newest is not None and newest != self._written:
            return newest
        draft = self._drafts.load(self._item)
        return self._starter if draft is None else draft

    def keep(self, code: str) -> None:
        """Remember the newest code."""
        self._newest = code

    def forget(self) -> None:
        """Let the next `write` throw the draft away: the exercise is through and begins afresh next time."""
        self._newest = self._starter

    def write(self) -> None:
        """Bring the newest code to the disk, if it is not there yet.

        Raises:
            DraftsError: if it can't be written; the next call tries again.
        """
        with self._writing:
            newest = self._newest
            if newest is None or newest == self._written:
                return
            if newest == self._starter:
                self._drafts.discard(self._item)
            else:
                self._drafts.save(self._item, newest)
            self._written = newest
