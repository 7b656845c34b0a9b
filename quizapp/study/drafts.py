"""The code that the learner has typed into exercises and not thrown away."""

import sqlite3
from pathlib import Path

from quizapp.message import Message, message
from quizapp.packs.model import ItemId
from quizapp.study.database import Database, DatabaseError, DatabaseFile, Format, Trouble

# An editor's text may hold half a surrogate pair; a draft comes back exactly as it was.
_HALF_PAIRS = "surrogatepass"


class DraftsError(DatabaseError):
    """The drafts can't be opened, read or written; those that were saved still are."""


class Drafts(DatabaseFile):
    """One text per exercise, in an SQLite file of its own. Thread-safe; a draft is on the disk when `save` returns."""

    def __init__(self, path: Path, *, busy_seconds: float = 2.0) -> None:
        """Open the drafts, or begin with none.

        Raises:
            DraftsError: if the file can't be used; it is then left as it is.
        """
        super().__init__(Database(path, _FORMAT, DraftsError, busy_seconds=busy_seconds))

    def load(self, item: ItemId) -> str | None:
        """Return the draft for an item, or None.

        Raises:
            DraftsError: if the file can't be read.
        """
        found = self._database.read("SELECT code FROM drafts WHERE item = ?", (item,))
        return bytes(found[0][0]).decode("utf-8", _HALF_PAIRS) if found else None

    def all(self) -> dict[ItemId, str]:
        """Return every draft by its item.

        Raises:
            DraftsError: if the file can't be read.
        """
        found = self._database.read("SELECT item, code FROM drafts")
        return {item: bytes(code).decode("utf-8", _HALF_PAIRS) for item, code in found}

    def save(self, item: ItemId, code: str) -> None:
        """Keep `code` as the item's draft, in place of the one before.

        Raises:
            DraftsError: if it could not be written; the one before is then still there.
        """
        self._database.write(
            "INSERT INTO drafts (item, code) VALUES (?, ?) ON CONFLICT (item) DO UPDATE SET code = excluded.code",
            (item, code.encode("utf-8", _HALF_PAIRS)),
        )

    def discard(self, item: ItemId) -> None:
        """Throw the item's draft away, if there is one.

        Raises:
            DraftsError: if the file can't be written; the draft is then still there.
        """
        self._database.write("DELETE FROM drafts WHERE item = ?", (item,))


def open_drafts(path: Path) -> tuple[Drafts, Message | None]:
    """Open the drafts; where their file is of no use, leave it, and keep drafts in one beside it.

    Returns:
        The drafts, and what to say if they are not the ones of `path`.

    Raises:
        DraftsError: if what is in the way may go by itself or is in the way of the other file too.
    """
    try:
        return Drafts(path), None
    except DraftsError as error:
        if error.trouble not in (Trouble.DAMAGED, Trouble.FOREIGN, Trouble.NEWER):
            raise
    beside = path.with_name(f"{path.stem}.beside{path.suffix}")
    says = message(
        "The code that you typed before can't be read: {path} is damaged or not ours, and was left as it is. "
        "New code is kept in {beside}. Put a backup in its place, or move it away.",
        path=str(path),
        beside=beside.name,
    )
    return Drafts(beside), says


def _create_drafts(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE drafts (item TEXT PRIMARY KEY NOT NULL, code BLOB NOT NULL)")


_FORMAT = Format(application_id=0x715A4454, migrations=(_create_drafts,))
