"""A sitting: which item is shown now and which one next."""

from collections.abc import Callable, Iterable, Set
from datetime import datetime
from typing import Self, TypeAlias

from msgspec import Struct

from quizapp.packs.model import ItemId
from quizapp.study.learner import Learner


class Position(Struct, frozen=True):
    """How far a sitting is: `done` items of `of`, the current one among the rest. `of` grows as items fall due."""

    done: int
    of: int


Offer: TypeAlias = tuple[ItemId, datetime | None]
"""An item as it came up: rated, it has another due time, and may come up again in the same sitting."""


class Session:
    """What comes next in a sitting; made by `of_today` or `of_items`, used by one thread.

    An item that is left without a rating doesn't come up again in this sitting. The order that was decided at the
    beginning stays, so that a lesson that was just shown does not begin its turn anew; what comes in meanwhile comes
    first.
    """

    def __init__(
        self,
        read_offers: Callable[[], Iterable[Offer]],
        read_waiting: Callable[[], Set[Offer]],
        offer: Callable[[ItemId], Offer],
    ) -> None:
        """Begin with the first item of the queue.

        Args:
            read_offers: gives what is to do now, in order.
            read_waiting: gives the same without its order, which is quicker; called after each advance.
            offer: tells how an item would come up now.
        """
        self._read_offers = read_offers
        self._read_waiting = read_waiting
        self._offer = offer
        self._gone: set[Offer] = set()
        self._done = 0
        # In order; a mapping, whose keys are compared with those of thousands of others at once.
        self._left: dict[Offer, None] = {}
        self._look()

    @classmethod
    def of_today(cls, learner: Learner) -> Self:
        """Begin with what is due and new today; an item that falls due again meanwhile comes back."""
        return cls(learner.offers, learner.waiting, lambda item: (item, learner.due_at(item)))

    @classmethod
    def of_items(cls, learner: Learner, items: tuple[ItemId, ...]) -> Self:
        """Go through these items once, due or not."""
        offers = dict.fromkeys((item, None) for item in items)
        return cls(lambda: offers, offers.keys, lambda item: (item, None))

    @property
    def current(self) -> ItemId | None:
        """The item to show; None at the end."""
        return next(iter(self._left))[0] if self._left else None

    @property
    def position(self) -> Position:
        """How many items are done, of how many."""
        return Position(self._done, self._done + len(self._left))

    def advance(self) -> None:
        """Leave the current item and find the next; at the end, look whether something has fallen due."""
        if self._left:
            self._gone.add(next(iter(self._left)))
            self._done += 1
        self._look()

    def back_to(self, item: ItemId) -> None:
        """Show an item again whose rating was undone; what was current comes after it."""
        again = self._offer(item)
        if again in self._gone:
            self._gone.remove(again)
            self._done -= 1
        self._look()
        self._left = {again: None} | self._left

    def _look(self) -> None:
        waiting = self._read_waiting() - self._gone
        # Only what is new must be put in order: with thousands of items that takes longer than the next may.
        if not waiting <= self._left.keys():
            queue = dict.fromkeys(offer for offer in self._read_offers() if offer not in self._gone)
            waiting = queue.keys()
            self._left = {offer: None for offer in queue if offer not in self._left} | self._left
        for offer in self._left.keys() - waiting:
            del self._left[offer]
