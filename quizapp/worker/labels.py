"""Numbers for things of one run, in the order in which they are first seen: objects, and memory that they share.

A traced run looks at things that are gone at its end, and their addresses are used again. Tensors and arrays are not
kept alive for their label's sake (a loop would fill the memory): once one is gone, its address is a new thing.
"""

import weakref
from bisect import bisect_right
from collections.abc import Callable
from typing import Final, NamedTuple

import numpy as np
import torch

_LET_GO: Final = (torch.Tensor, np.ndarray)


class Identities:
    """The same object has the same number, as long as it lives; what is neither tensor nor array is kept alive."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._kept: list[object] = []
        self._count = 0

    def number(self, thing: object) -> int:
        """Return the thing's number."""
        address = id(thing)
        if address not in self._numbers:
            self._numbers[address] = self._count
            self._count += 1
            self._kept.append(self._hold(thing, address))
        return self._numbers[address]

    def _hold(self, thing: object, address: int) -> object:
        if not issubclass(type(thing), _LET_GO):
            return thing
        numbers = self._numbers
        return weakref.ref(thing, lambda _: numbers.pop(address, None))


class _Area(NamedTuple):
    end: int
    number: int
    is_gone: Callable[[], bool]


def _stays() -> bool:
    return False


class Memory:
    """Areas of memory that overlap have the same number, whoever owns them: torch or NumPy."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._areas: list[_Area] = []  # beside each start
        self._count = 0

    def number(self, start: int, length: int, is_gone: Callable[[], bool] = _stays) -> int | None:
        """Return the number of the area, None for an empty one.

        Args:
            start: address of its first byte.
            length: in bytes.
            is_gone: whether it was given back since; what lies there then is another area.
        """
        if length <= 0 or start == 0:
            return None
        end = start + length
        at = self._overlapping(start, end)
        if at is not None:
            return self._grow(at, start, end)
        at = bisect_right(self._starts, start)
        self._starts.insert(at, start)
        self._areas.insert(at, _Area(end, self._count, is_gone))
        self._count += 1
        return self._count - 1

    def _overlapping(self, start: int, end: int) -> int | None:
        """Return which of the areas lies there, and forget those that lay there."""
        while True:
            at = bisect_right(self._starts, start)
            if not at or self._areas[at - 1].end <= start:
                if at == len(self._starts) or self._starts[at] >= end:
                    return None
                at += 1
            if not self._areas[at - 1].is_gone():
                return at - 1
            del self._starts[at - 1], self._areas[at - 1]

    def _grow(self, at: int, start: int, end: int) -> int:
        known = self._areas[at]
        self._starts[at] = min(self._starts[at], start)
        self._areas[at] = known._replace(end=max(known.end, end))
        return known.number
