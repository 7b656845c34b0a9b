"""What the menu of an item offers, and the keys that do the same. Knows no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from quizapp.packs.model import ItemId
from quizapp.study.model import Rating

if TYPE_CHECKING:
    from quizapp.study.learner import Learner


class Offer(StrEnum):
    """One line of the menu."""

    NOTE = "note"
    CARD = "card"
    BURY = "bury"
    SUSPEND = "suspend"
    RESUME = "resume"
    DATE = "date"
    HISTORY = "history"
    EDIT = "edit"
    UNDO = "undo"


KEYS: Mapping[str, Offer] = {"N": Offer.NOTE, "B": Offer.BURY, "SHIFT+B": Offer.SUSPEND, "Z": Offer.UNDO}
"""By the name of the key; M, or the key for menus, opens the menu itself."""

KEYS_AT_WORK: Mapping[str, Offer] = {"N": Offer.NOTE, "Z": Offer.UNDO}
"""Those that do no harm where a letter may be meant for something else: a choice, or code."""

MENU_KEY = "M"


@dataclass(frozen=True)
class RatingGiven:
    """The rating that an item's last step has now, and how long that sends it away."""

    rating: Rating
    interval: timedelta


@dataclass(frozen=True)
class ItemSeen:
    """What the journal knows of an item that matters to its menu.

    Attributes:
        given: what may be changed; None if what was done last has no rating.
        can_undo: whether there is an action to take back, on whatever item.
    """

    is_suspended: bool = False
    has_history: bool = False
    given: RatingGiven | None = None
    can_undo: bool = False


def look_at_item(learner: "Learner", item: ItemId) -> ItemSeen:
    """Ask the journal about an item; reads from the disk."""
    history = learner.history(item)
    last = history[-1] if history else None
    given = None
    if last is not None and last.rating is not None and last.due is not None:
        given = RatingGiven(last.rating, last.due - last.at)
    return ItemSeen(learner.standing(item).suspended, bool(history), given, learner.can_undo())


def offers(item: ItemId, seen: ItemSeen, *, has_selection: bool = False) -> tuple[Offer, ...]:
    """Return the lines of an item's menu, in their order; `has_selection` if there is code to make a card of."""
    from quizapp.study.own_cards import OWN_PACK

    is_own = item.split("/", 1)[0] == OWN_PACK
    return (
        Offer.NOTE,
        *((Offer.EDIT,) if is_own else ()),
        *((Offer.CARD,) if has_selection else ()),
        Offer.BURY,
        Offer.RESUME if seen.is_suspended else Offer.SUSPEND,
        Offer.DATE,
        *((Offer.HISTORY,) if seen.has_history else ()),
        *((Offer.UNDO,) if seen.can_undo else ()),
    )


def due_on(day: date) -> datetime:
    """Return the moment from which something comes back on a day of this machine's calendar; UTC."""
    # A naive time is this machine's, with the offset of that day, which may differ from today's.
    return datetime.combine(day, time()).astimezone(UTC)
