"""The part of a tensor that fits on a plane: the last two axes, at chosen places of the others. Knows no Qt."""

from dataclasses import dataclass
from math import prod

from quizapp.judging.numbers import Array

Index = tuple[int, ...]
Cell = tuple[int, int]

MOST_LINES = 1_000
"""Rows or columns of a grid; what is longer is looked at in parts."""


@dataclass(frozen=True)
class Plane:
    """Where the two axes that are shown lie in a tensor; a vector is one row, a scalar one cell.

    Attributes:
        shape: of the tensor. leading: a place on each axis before the last two.
    """

    shape: Index
    leading: Index = ()

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self.shape[-2] if len(self.shape) > 1 else 1

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return self.shape[-1] if self.shape else 1

    def of(self, array: Array) -> Array:
        """Return its numbers as an array of two axes, without copying."""
        return array[self.leading].reshape(self.rows, self.columns) if prod(self.shape) else array.reshape(0, 0)

    def index(self, row: int, column: int) -> Index:
        """Return which element of the tensor a cell is."""
        return (*self.leading, *(row, column)[2 - min(2, len(self.shape)) :])

    def cell(self, index: Index) -> Cell | None:
        """Return where an element is, or None if on another plane."""
        if index[: len(self.leading)] != self.leading:
            return None
        row, column = (0, 0, *index[len(self.leading) :])[-2:]
        return row, column


def plane_of(shape: Index, leading: Index = ()) -> Plane:
    """Return a plane of a tensor, the first or as near as there is to one that was chosen for another tensor."""
    free = shape[:-2]
    wanted = leading if len(leading) == len(free) else (0,) * len(free)
    return Plane(shape, tuple(min(place, max(0, size - 1)) for place, size in zip(wanted, free, strict=True)))
