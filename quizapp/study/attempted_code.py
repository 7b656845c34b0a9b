"""The code of each exercise's last attempt, read from the journal a bit at a time."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from quizapp.not_json import NOT_JSON
from quizapp.packs.model import ItemId
from quizapp.study.entries import Attempted, decode_entry, word_of

if TYPE_CHECKING:
    # Only an annotation: what is asked of it is one method.
    from quizapp.study.learner import Learner

_LATEST = "SELECT item, max(at), seq FROM rows WHERE kind = ? AND seq > ? GROUP BY item"
_DATA = "SELECT item, CAST(data AS BLOB) FROM rows WHERE seq IN ({})"

_AT_ONCE = 500
"""SQLite takes so many values in a query, and more."""


class AttemptedCode:
    """Knows what was attempted last; asked again, it reads only what was added to the journal since.

    For one thread at a time.
    """

    def __init__(self) -> None:
        self._code: dict[ItemId, str] = {}
        self._at: dict[ItemId, int] = {}
        self._seen = 0

    def read(self, learner: "Learner") -> Mapping[ItemId, str]:
        """Return the code that was checked last, by exercise; also of attempts that were taken back.

        Raises:
            JournalError: if the journal can't be read.
        """
        added = learner.query(_LATEST, (word_of(Attempted), self._seen))
        # Rows of another device may be added late.
        latest = [(item, at, seq) for item, at, seq in added if at >= self._at.get(item, at)]
        for first in range(0, len(latest), _AT_ONCE):
            some = latest[first : first + _AT_ONCE]
            chosen = _DATA.format(", ".join("?" * len(some)))
            self._code |= {item: _code(data) for item, data in learner.query(chosen, tuple(seq for *_, seq in some))}
        self._at |= {item: at for item, at, _ in latest}
        self._seen = max((seq for *_, seq in added), default=self._seen)
        return dict(self._code)


def _code(data: bytes) -> str:
    try:
        entry = decode_entry(data)
    except (*NOT_JSON, OverflowError):
        return ""
    return entry.code if isinstance(entry, Attempted) else ""
