"""A sitting: which item is shown now and which one next."""

from collections.abc import Callable
from datetime import datetime
from typing import Self

from msgspec import Struct

from quizapp.packs.model import ItemId
from quizapp.study.learner import Learner


class Position(Struct, frozen=True):
    """How far a sitting is: `done` items of `of`, the current one among the rest. `of` grows as items fall due."""

    done: int
    of: int


class Offer(Struct, frozen=True):
    """An item as it came up: rated, it has another due time, and may come up again in the same sitting."""

    item: ItemId
    due: datetime | None = None


class Session:
    """What comes next in a sitting; made by `of_today` or `of_items`, used by one thread.

    An item that is left without a rating doesn't come up again in this sitting.
    """

    def __init__(self, read_queue: Callable[[], tuple[ItemId, ...]], offer: Callable[[ItemId], Offer]) -> None:
        """Begin with the first item of the queue.

        Args:
            read_queue: gives what is to do now; called after each advance.
            offer: what tells one coming up of an item from the next.
        """
        self._read_queue = read_queue
        self._offer = offer
        self._gone: set[Offer] = set()
        self._done = 0
        self._left: tuple[Offer, ...] = ()
        self._look()

    @classmethod
    def of_today(cls, learner: Learner) -> Self:
        """Begin with what is due and new today; an item that falls due again meanwhile comes back."""

        def read_queue() -> tuple[ItemId, ...]:
            today = learner.today()
            return today.due + today.new

        return cls(read_queue, lambda item: Offer(item, learner.due_at(item)))

    @classmethod
    def of_items(cls, learner: Learner, items: tuple[ItemId, ...]) -> Self:
        """Go through these items once, due or not."""
        return cls(lambda: items, Offer)

    @property
    def current(self) -> ItemId | None:
        """The item to show; None at the end."""
        return self._left[0].item if self._left else None

    @property
    def position(self) -> Position:
        """How many items are done, of how many."""
        return Position(self._done, self._done + len(self._left))

    def advance(self) -> None:
        """Leave the current item and find the next; at the end, look whether something has fallen due."""
        if self._left:
            self._gone.add(self._left[0])
            self._done += 1
        self._look()

    def back_to(self, item: ItemId) -> None:
        """Show an item again whose rating was undone; what was current comes after it."""
        again = self._offer(item)
        if again in self._gone:
            self._gone.remove(again)
            self._done -= 1
        self._look()
        self._left = (again, *(offer for offer in self._left if offer != again))

    def _look(self) -> None:
        offers = dict.fromkeys(map(self._offer, self._read_queue()))
        self._left = tuple(offer for offer in offers if offer not in self._gone)
