"""The code that the learner has typed into exercises and not thrown away."""

import sqlite3
from pathlib import Path
from types import TracebackType
from typing import Self

from quizapp.packs.model import ItemId
from quizapp.study.database import Database, DatabaseError, Format

# An editor's text may hold half a surrogate pair; a draft comes back exactly as it was.
_HALF_PAIRS = "surrogatepass"


class DraftsError(DatabaseError):
    """The drafts can't be opened, read or written; those that were saved still are."""


class Drafts:
    """One text per exercise, in an SQLite file of its own. Thread-safe; a draft is on the disk when `save` returns."""

    def __init__(self, path: Path, *, busy_seconds: float = 2.0) -> None:
        """Open the drafts, or begin with none.

        Raises:
            DraftsError: if the file can't be used; it is then left as it is.
        """
        self._database = Database(path, _FORMAT, DraftsError, busy_seconds=busy_seconds)

    def load(self, item: ItemId) -> str | None:
        """Return the draft for an item, or None.

        Raises:
            DraftsError: if the file can't be read.
        """
        found = self._database.read("SELECT code FROM drafts WHERE item = ?", (item,))
        return bytes(found[0][0]).decode("utf-8", _HALF_PAIRS) if found else None

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

    def close(self) -> None:
        """Close the file; what was saved is safe with or without this."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _create_drafts(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE drafts (item TEXT PRIMARY KEY NOT NULL, code BLOB NOT NULL)")


_FORMAT = Format(application_id=0x715A4454, migrations=(_create_drafts,))
