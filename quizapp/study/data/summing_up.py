"""What there is of the learner's data, and how safe it is, at one look."""

from datetime import datetime
from typing import Any

from msgspec import Struct

from quizapp.home import Home
from quizapp.study.data.backups import Backup, Of, list_backups
from quizapp.study.data.opening import opened_in_use
from quizapp.study.data.restoring import Held, held_in
from quizapp.study.data.syncing import last_sync


class Sum(Struct, frozen=True, kw_only=True):
    """What the journal holds, its backups, newest first, and the shared folder, "" for none."""

    device: str
    path: str
    held: Held
    backups: tuple[Backup, ...]
    sync_folder: str
    last_sync: datetime | None

    def as_json(self) -> dict[str, Any]:
        """Return the same as plain data, times in ISO 8601, UTC."""
        return {
            "path": self.path,
            "device": self.device,
            "entries": self.held.rows,
            "items": self.held.items,
            "last_review": _iso(self.held.last_review),
            "backups": [
                {"path": str(backup.path), "made": _iso(backup.made), "before_restore": backup.before_restore}
                for backup in self.backups
            ],
            "sync_folder": self.sync_folder or None,
            "last_sync": _iso(self.last_sync),
        }


def sum_up(home: Home, sync_folder: str) -> Sum:
    """Look at the journal, which may be in use, at its backups and at the last sync.

    Raises:
        DataError: if the journal can't be read.
    """
    with opened_in_use(home.journal) as connection:
        held = held_in(connection)
        (device,) = connection.execute("SELECT id FROM device").fetchone()
    return Sum(
        device=device,
        path=str(home.journal),
        held=held,
        backups=list_backups(home.backups, Of.JOURNAL),
        sync_folder=sync_folder,
        last_sync=last_sync(home, sync_folder),
    )


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat().replace("+00:00", "Z")
