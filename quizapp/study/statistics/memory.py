"""How firmly items are remembered, and how hard they are."""

import numpy as np
from msgspec import Struct

from quizapp.study.statistics.arrays import Reals
from quizapp.study.statistics.items import Items

STABILITY_EDGES = (0.0, 1.0, 3.0, 7.0, 14.0, 30.0, 60.0, 90.0, 180.0, 365.0, 730.0)
"""Days at which the bars of stability begin; the last has no end."""

DIFFICULTY_EDGES = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0)
"""Difficulties at which the bars begin; the last ends with 10, which it holds."""


class Bin(Struct, frozen=True):
    """One bar: how many items lie from `low` up to `high`, which is None where there is no end."""

    low: float
    high: float | None
    items: int


class Spread(Struct, frozen=True, kw_only=True):
    """How a number is spread over the items that have it.

    Attributes:
        median: NaN if there is none.
    """

    bins: tuple[Bin, ...]
    median: float

    @property
    def items(self) -> int:
        """How many items have the number."""
        return sum(one.items for one in self.bins)


def spread_of_stability(items: Items) -> Spread:
    """Count the items by the days after which they would still be known with 90 %."""
    return _spread(items.stability, STABILITY_EDGES, end=None)


def spread_of_difficulty(items: Items) -> Spread:
    """Count the items by difficulty."""
    return _spread(items.difficulty, DIFFICULTY_EDGES, end=10.0)


def _spread(values: Reals, edges: tuple[float, ...], end: float | None) -> Spread:
    known = values[~np.isnan(values)]
    place = np.clip(np.searchsorted(edges, known, side="right") - 1, 0, len(edges) - 1)
    counts = np.bincount(place, minlength=len(edges))
    highs = (*edges[1:], end)
    return Spread(
        bins=tuple(Bin(low, high, int(count)) for low, high, count in zip(edges, highs, counts, strict=True)),
        median=float(np.median(known)) if known.size else float("nan"),
    )
