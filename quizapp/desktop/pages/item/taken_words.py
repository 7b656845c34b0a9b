"""What is said when something was taken back, for every kind of action. Knows no Qt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.message import Message, message
from quizapp.study.entries import (
    Buried,
    CardDropped,
    CardWritten,
    DateSet,
    Noted,
    Rerated,
    Suspended,
    Tuned,
)

if TYPE_CHECKING:
    # Only annotations: what can be undone is the study room's to say.
    from quizapp.packs.model import ItemId
    from quizapp.study.undo import Taken


@dataclass(frozen=True)
class TakenBack:
    """What the learner is told, and the item that is to be shown again, None if they stay where they are."""

    says: Message
    shows_again: "ItemId | None" = None


def taken_back(taken: "Taken | None", title: str) -> TakenBack:
    """Return what follows from an undo, None if there was nothing to undo; `title` is that of its one item."""
    if taken is None:
        return TakenBack(taken_message(None))
    return TakenBack(taken_message(taken, title or taken.item or ""), taken.shows_again)


def taken_message(taken: "Taken | None", title: str = "") -> Message:
    """Say what was taken back; `title` of the item if it was one alone."""
    if taken is None:
        return message("There is nothing to take back.")
    if taken.what is Tuned:
        return message("Taken back: the last change of the scheduling.")
    return _about_one(taken, title) if taken.item is not None else _about_many(taken, len(taken.items))


def _about_one(taken: "Taken", title: str) -> Message:
    if taken.what is Buried:
        return message("Taken back: burying “{title}”.", title=title)
    if taken.what is Suspended:
        if _resumed(taken):
            return message("Taken back: bringing back “{title}”.", title=title)
        return message("Taken back: suspending “{title}”.", title=title)
    if taken.what is DateSet:
        return message("Taken back: the date set for “{title}”.", title=title)
    if taken.what is Rerated:
        return message("Taken back: the changed rating of “{title}”.", title=title)
    if taken.what is Noted:
        return message("Taken back: the last change of the note on “{title}”.", title=title)
    if taken.what is CardWritten:
        return message("Taken back: writing the card “{title}”.", title=title)
    if taken.what is CardDropped:
        return message("The card “{title}” is there again.", title=title)
    return message("Taken back: the last rating of “{title}”.", title=title)


def _about_many(taken: "Taken", count: int) -> Message:
    if taken.what is Buried:
        return message("Taken back: burying {count} items.", count=count)
    if taken.what is Suspended:
        if _resumed(taken):
            return message("Taken back: bringing back {count} items.", count=count)
        return message("Taken back: suspending {count} items.", count=count)
    if taken.what is DateSet:
        return message("Taken back: the date set for {count} items.", count=count)
    if taken.what is CardWritten:
        return message("Taken back: writing {count} cards.", count=count)
    if taken.what is CardDropped:
        return message("{count} cards are there again.", count=count)
    return message("Taken back: the last change of {count} items.", count=count)


def _resumed(taken: "Taken") -> bool:
    first = taken.rows[0].entry if taken.rows else None
    return isinstance(first, Suspended) and not first.on
