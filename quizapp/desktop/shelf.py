"""The packs that there are now, by id; they change while the app runs: own cards are packs too."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    # Only annotations: the first paint comes before the first pack.
    from quizapp.packs.model import Item, ItemId, Lesson, Pack
    from quizapp.packs.problems import PackError


class Shelf(QObject):
    """Holds the packs and finds in them at once, however many items they have; `changed` tells that they are others.

    Attributes:
        packs: in the order in which they are shown.
        problems: what could not be read of the packs.
    """

    changed = Signal()

    def __init__(
        self, packs: "Iterable[Pack]" = (), problems: "Iterable[PackError]" = (), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.problems = tuple(problems)
        self._fill(packs)

    def _fill(self, packs: "Iterable[Pack]") -> None:
        self.packs = tuple(packs)
        # The first of two items with the same id is the one that is found, as a reader would.
        places = [(pack, lesson, item) for pack in self.packs for lesson in pack.lessons for item in lesson.items]
        self._places: dict[ItemId, tuple[Pack, Lesson, Item]] = {
            item.id: (pack, lesson, item) for pack, lesson, item in reversed(places)
        }

    def show(self, packs: "Iterable[Pack]") -> None:
        """Have these packs from now on; nothing is told if they are the same."""
        packs = tuple(packs)
        if packs != self.packs:
            self._fill(packs)
            self.changed.emit()

    def find(self, item_id: "ItemId") -> "Item | None":
        """Return the item with this id from whichever pack has it, or None."""
        place = self._places.get(item_id)
        return place[2] if place else None

    def lesson_of(self, item_id: "ItemId") -> "Lesson | None":
        """Return the lesson that holds the item with this id, or None."""
        place = self._places.get(item_id)
        return place[1] if place else None

    def pack_of(self, item_id: "ItemId") -> "Pack | None":
        """Return the pack that holds the item with this id, or None."""
        place = self._places.get(item_id)
        return place[0] if place else None
