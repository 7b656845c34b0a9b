"""What can be taken back: the learner's own actions on this device, the newest first."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from msgspec import Struct

from quizapp.packs.model import ItemId
from quizapp.study.entries import (
    Answered,
    Attempted,
    Batch,
    Buried,
    CardDropped,
    CardWritten,
    DateSet,
    Entry,
    Noted,
    Rated,
    Rerated,
    Row,
    Suspended,
    Tuned,
    Undone,
)
from quizapp.study.model import Rating
from quizapp.study.steps import is_rating

_AWAY = (Rated, Answered, Attempted, Buried, Suspended, DateSet)
_ALWAYS = Rerated | Buried | Suspended | DateSet | Noted | CardWritten | CardDropped | Tuned


class Taken(Struct, frozen=True, kw_only=True):
    """An action that was, or can be, taken back as a whole.

    Attributes:
        what: the kind of its first row, which is what the learner did; what follows from that comes after it.
        items: what it was about, each once; empty for a change of the tuning.
        at: when it was done; UTC.
        rating: the one that was given, None where none was.
        rows: what stands in the journal for it.
    """

    what: type[Entry]
    items: tuple[ItemId, ...]
    at: datetime
    rating: Rating | None
    rows: tuple[Row, ...]

    @property
    def item(self) -> ItemId | None:
        """The one item that it was about, None for several or none."""
        return self.items[0] if len(self.items) == 1 else None

    @property
    def shows_again(self) -> ItemId | None:
        """The item that has to be shown again in a sitting, because it was rated or put off and now is not."""
        is_resumption = any(isinstance(row.entry, Suspended) and not row.entry.on for row in self.rows)
        return self.item if issubclass(self.what, _AWAY) and not is_resumption else None


def is_undoable(entry: Entry) -> bool:
    """Tell whether an entry can be taken back: not an attempt that was not rated, nor what a quiz keeps."""
    return isinstance(entry, _ALWAYS) or is_rating(entry)


def batch_of(entry: Entry) -> Batch | None:
    """Return what an entry shares with the others of its action."""
    return getattr(entry, "batch", None)


def newest_actions(newest_first: Iterable[Row]) -> Iterator[Taken]:
    """Yield actions, the newest first; reads no more rows than it must.

    Args:
        newest_first: rows of one device that were not undone, the last first.
    """
    together: list[Row] = []
    for row in newest_first:
        if not is_undoable(row.entry):
            continue
        batch = batch_of(row.entry)
        if together and (batch is None or batch != batch_of(together[-1].entry)):
            yield _action(together)
            together = []
        together.append(row)
        if batch is None:
            yield _action(together)
            together = []
    if together:
        yield _action(together)


def _action(newest_first: list[Row]) -> Taken:
    rows = tuple(reversed(newest_first))
    first = rows[0]
    return Taken(
        what=type(first.entry),
        items=tuple(dict.fromkeys(row.entry.item for row in rows if row.entry.item)),
        at=first.at,
        rating=getattr(first.entry, "rating", None),
        rows=rows,
    )


def undoing(action: Taken) -> tuple[Undone, ...]:
    """Return the entries that take an action back."""
    return tuple(Undone(item=row.entry.item, row=row.id) for row in action.rows)
