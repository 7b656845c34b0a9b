"""Every step of the journal as narrow arrays, read from the derived table `steps` on several connections at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from itertools import accumulate, pairwise
from typing import Any, TypeAlias

import numpy as np

from quizapp.study.model import Rating
from quizapp.study.standing import Stage
from quizapp.study.statistics.arrays import Digits, Truths, Whole

Query: TypeAlias = Callable[[str, tuple[Any, ...]], list[tuple[Any, ...]]]
"""Reads the derived tables: `Learner.query`. Called from several threads at once."""

READERS = 3
"""Connections that read at once: SQLite works outside of Python's lock, so that each takes a core."""


@dataclass(frozen=True, eq=False)
class Steps:
    """All steps, an entry each, in no certain order.

    Attributes:
        at: µs since 1970, UTC.
        item: its number, `Items.number`.
        milliseconds: spent on it.
        kind: a `StepKind`.
        rating: 1 to 4, 0 for none.
        state: of the item before, a `Stage`.
        waited: whether the item's last rating was a day ago or more.
        passed: exercise passed, question right, card known.
        shown: whether the solution had been shown.
    """

    at: Whole
    item: Whole
    milliseconds: Whole
    kind: Digits
    rating: Digits
    state: Digits
    waited: Digits
    passed: Digits
    shown: Digits

    @property
    def is_review(self) -> Truths:
        """Which steps gave a rating."""
        return np.asarray(self.rating > 0)

    @property
    def is_recall(self) -> Truths:
        """Which steps tell whether something was still known: of items in review, a day after the last or later."""
        return np.asarray((self.rating > 0) & (self.state == Stage.REVIEW) & (self.waited == 1))

    @property
    def is_forgotten(self) -> Truths:
        """Which steps were lapses: an item in review was not known."""
        return np.asarray((self.rating == Rating.AGAIN) & (self.state == Stage.REVIEW))

    def where(self, chosen: Truths) -> "Steps":
        """Return the chosen steps only."""
        return self if chosen.all() else self._at(chosen)

    def by_item(self) -> "Steps":
        """Return the steps item by item, those of one item by time."""
        return self._at(np.lexsort((self.at, self.item)))

    def _at(self, places: Truths | Whole) -> "Steps":
        return Steps(*(getattr(self, field.name)[places] for field in fields(self)))


_FLAGS = (
    ("kind", 2, "kind"),
    ("rating", 3, "ifnull(rating, 0)"),
    ("state", 2, "ifnull(state, 0)"),
    ("waited", 1, "ifnull(elapsed >= 1, 0)"),
    ("passed", 1, "passed"),
    ("shown", 1, "solution_shown"),
)
"""What is small: its name, its width in bits, and how the table tells it."""


def _packed() -> str:
    """Return the SQL of one number that holds all flags, the first lowest."""
    shifts = accumulate((width for _, width, _ in _FLAGS), initial=0)
    return " + ".join(f"(({told}) << {shift})" for shift, (_, _, told) in zip(shifts, _FLAGS, strict=False))


# One long text a column, which NumPy reads: a third of the time that a million rows take as Python values.
_PART = f"""
SELECT group_concat(at), group_concat(item), group_concat(milliseconds), group_concat({_packed()})
FROM steps WHERE item > ? AND item <= ?
"""


def read_steps(query: Query) -> Steps:
    """Read all steps.

    Raises:
        JournalError: if the table can't be read.
    """
    last = query("SELECT ifnull(max(no), 0) FROM items", ())[0][0]
    # The table is sorted by item, so that each reader has a stretch of it to itself.
    bounds = [last * part // READERS for part in range(READERS + 1)]
    with ThreadPoolExecutor(READERS) as readers:
        parts = tuple(readers.map(lambda bounds: _read_part(query, bounds), pairwise(bounds)))
    at, item, milliseconds, packed = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    flags: dict[str, Digits] = {}
    for name, width, _ in _FLAGS:
        flags[name] = np.asarray(packed & ((1 << width) - 1), dtype=np.uint8)
        packed = packed >> width
    return Steps(at=at, item=item, milliseconds=milliseconds, **flags)


def _read_part(query: Query, bounds: tuple[int, int]) -> tuple[Whole, ...]:
    return tuple(np.fromstring(text or "", np.int64, sep=",") for text in query(_PART, bounds)[0])
