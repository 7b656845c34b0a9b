"""Where every item stands, as arrays, from memory; the derived table `items` gives them their numbers."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cached_property

import numpy as np

from quizapp.packs.model import ItemId
from quizapp.study.standing import Standing
from quizapp.study.statistics.arrays import Reals, Truths, Whole
from quizapp.study.statistics.days import micros
from quizapp.study.statistics.steps import Query


@dataclass(frozen=True, eq=False)
class Items:
    """All items that anything was done with, an entry each.

    Attributes:
        number: what `Steps.item` names it by.
        id: its name in packs.
        due: µs since 1970, UTC, when it comes back; NaN if it does not.
        stability: days after which it is still known with 90 %; NaN as long as it was never rated.
        difficulty: 1 to 10; NaN likewise.
        rated_at: µs since 1970, UTC, of the last rating; NaN likewise.
    """

    number: Whole
    id: tuple[ItemId, ...]
    due: Reals
    stability: Reals
    difficulty: Reals
    rated_at: Reals

    def where(self, chosen: Truths) -> "Items":
        """Return the chosen items only."""
        if chosen.all():
            return self
        ids = tuple(one for one, wanted in zip(self.id, chosen, strict=True) if wanted)
        parts = {field.name: getattr(self, field.name)[chosen] for field in fields(self) if field.name != "id"}
        return Items(id=ids, **parts)

    def among(self, ids: Collection[ItemId]) -> "Items":
        """Return the items with these ids only."""
        return self.where(np.fromiter((one in ids for one in self.id), dtype=np.bool_, count=len(self.id)))

    @cached_property
    def by_number(self) -> dict[int, ItemId]:
        """The ids by number."""
        return dict(zip(self.number.tolist(), self.id, strict=True))


def read_items(query: Query, standings: Mapping[ItemId, Standing]) -> Items:
    """Return all items that have a number.

    Args:
        query: reads the numbers.
        standings: where items stand: `Learner.standings()`.

    Raises:
        JournalError: if the table can't be read.
    """
    # A row may have come in between the two readings; its item has its place the next time.
    numbered = [(number, item) for number, item in query("SELECT no, id FROM items", ()) if item in standings]
    known = [standings[item] for _, item in numbered]
    return Items(
        number=np.array([number for number, _ in numbered], dtype=np.int64),
        id=tuple(item for _, item in numbered),
        # None becomes NaN; microseconds until the year 2255 are exact.
        due=np.array([_micros(one.comes_up_at) for one in known], dtype=np.float64),
        stability=np.array([one.stability for one in known], dtype=np.float64),
        difficulty=np.array([one.difficulty for one in known], dtype=np.float64),
        rated_at=np.array([_micros(one.rated_at) for one in known], dtype=np.float64),
    )


def _micros(moment: datetime | None) -> int | None:
    return None if moment is None else micros(moment)
