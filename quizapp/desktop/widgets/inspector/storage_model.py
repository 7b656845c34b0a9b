"""The memory behind tensors: which element lies where, worked out from shape, strides and offset. Knows no Qt.

Nothing as large as the memory is ever made: what is asked of a place is answered for that place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product
from math import prod

import numpy as np

from quizapp.desktop.widgets.inspector.plane import Index
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.desktop.widgets.inspector.within import Numbers, numbers_within
from quizapp.judging.numbers import Array, array_of
from quizapp.sandbox.observation import Observation, TensorSeen

MOST_CELLS = 64
"""Elements that are named of those that lie at one place: an expanded tensor may have millions."""

MOST_LANES = 4
"""Tensors drawn on one strip."""

MOST_COPIES = 2
"""Memories with the same numbers that are drawn for comparison."""

_LARGEST_COMPARED = 4_096
_MOST_TRIED = 10_000
_ITEM_BYTES = {"bfloat16": 2, "bool": 1}


@dataclass(frozen=True)
class Step:
    """One step along an axis: where it leads in the tensor and in memory; `from_last` counts axes from the last."""

    axis: int
    from_last: int
    stride: int
    index: Index
    place: int


@dataclass(frozen=True)
class Lane:
    """One tensor on its memory; places count elements from the start of the memory."""

    name: str
    seen: TensorSeen

    @cached_property
    def numbers(self) -> Array | None:
        """Its numbers, None if they were not captured."""
        return array_of(self.seen)

    def place(self, index: Index) -> int:
        """Return where an element lies."""
        return self.seen.offset + sum(at * step for at, step in zip(index, self.seen.stride, strict=True))

    def last_place(self) -> int:
        """Return where its last element lies; before the first if it has none."""
        if not prod(self.seen.shape):
            return self.seen.offset - 1
        return self.place(tuple(size - 1 for size in self.seen.shape))

    def indices_at(self, place: int, most: int = MOST_CELLS) -> tuple[Index, ...]:
        """Return which elements lie at a place: none, one, or several of an expanded or overlapping tensor.

        Of an axis without steps, the first MOST_CELLS are told.
        """
        if not prod(self.seen.shape):
            return ()
        axes = sorted(range(len(self.seen.shape)), key=lambda axis: -self.seen.stride[axis])
        found = _solutions(place - self.seen.offset, axes, self.seen)
        return tuple(islice((index for index in islice(found, _MOST_TRIED) if index is not None), most))

    def label_at(self, place: int) -> str:
        """Return the index of what lies at a place, `:` along axes that take no step: `0,2`, `:,1`. Empty: nothing."""
        found = self.indices_at(place, 1)
        if not found:
            return ""
        sizes = zip(found[0], self.seen.stride, self.seen.shape, strict=True)
        return ",".join(":" if step == 0 and size > 1 else str(at) for at, step, size in sizes) or "()"

    def number_at(self, place: int) -> object | None:
        """Return the number at a place, None if this tensor does not reach it."""
        found = self.indices_at(place, 1) if self.numbers is not None else ()
        return self.numbers[found[0]] if self.numbers is not None and found else None

    def steps(self, index: Index) -> tuple[Step, ...]:
        """Return one step forward along each axis (back where there is no further), the last axis first."""
        steps = []
        for axis in reversed(range(len(index))):
            if self.seen.shape[axis] > 1:
                by = 1 if index[axis] + 1 < self.seen.shape[axis] else -1
                near = (*index[:axis], index[axis] + by, *index[axis + 1 :])
                steps.append(Step(axis, len(index) - 1 - axis, by * self.seen.stride[axis], near, self.place(near)))
        return tuple(steps)


@dataclass(frozen=True)
class Memory:
    """One piece of memory and the tensors on it.

    Attributes:
        length: in elements of `dtype`.
        lanes: at least one. more: names of others that share it and are not drawn.
        is_own: whether it is drawn for comparison only: a memory other than the subject's.
    """

    length: int
    dtype: str
    lanes: tuple[Lane, ...]
    more: tuple[str, ...] = ()
    is_own: bool = False

    def number_at(self, place: int) -> object | None:
        """Return the number at a place, None if no tensor that was seen reaches it."""
        return next((number for lane in self.lanes if (number := lane.number_at(place)) is not None), None)


def memories_of(subject: Subject, beside: tuple[Subject, ...]) -> tuple[Memory, ...]:
    """Return the memory of a tensor with all that share it, then those of tensors with the same numbers."""
    seen = subject.got
    if not isinstance(seen, TensorSeen) or not _has_memory(seen):
        return ()
    others = [pair for other in beside for pair in numbers_within(other)]
    sharing = [(name, other) for name, other in others if shares(seen, other)]
    first = _memory((subject.name, seen), sharing, is_own=False)
    copies: dict[int | None, list[tuple[str, TensorSeen]]] = {}
    for name, other in others:
        if isinstance(other, TensorSeen) and not shares(seen, other) and _is_copy(seen, other):
            copies.setdefault(other.storage, []).append((name, other))
    return (first, *(_memory(each[0], each[1:], is_own=True) for each in islice(copies.values(), MOST_COPIES)))


def shares(one: Observation, other: Observation) -> bool:
    """Tell whether two values were seen on the same memory."""
    label, second = getattr(one, "storage", None), getattr(other, "storage", None)
    return label is not None and label == second


def item_bytes(dtype: str) -> int:
    """Return how many bytes an element takes in memory (not as it travels), at least 1."""
    if dtype in _ITEM_BYTES or dtype.startswith("float8"):
        return _ITEM_BYTES.get(dtype, 1)
    try:
        return np.dtype(dtype).itemsize
    except TypeError:
        return 1


def _memory(first: tuple[str, TensorSeen], others: Sequence[tuple[str, Numbers]], *, is_own: bool) -> Memory:
    name, seen = first
    drawn = [Lane(one, other) for one, other in others if isinstance(other, TensorSeen) and _fits_beside(other, seen)]
    lanes = (Lane(name, seen), *drawn)[:MOST_LANES]
    length = max(seen.storage_bytes // item_bytes(seen.dtype), *(lane.last_place() + 1 for lane in lanes), 0)
    shown = {lane.name for lane in lanes}
    return Memory(length, seen.dtype, lanes, tuple(one for one, _ in others if one not in shown), is_own)


def _fits_beside(other: TensorSeen, seen: TensorSeen) -> bool:
    """Tell whether two tensors count the elements of a memory alike."""
    return other.dtype == seen.dtype and _has_memory(other)


def _has_memory(seen: TensorSeen) -> bool:
    return seen.layout == "strided" and len(seen.stride) == len(seen.shape) and seen.storage is not None


def _is_copy(seen: TensorSeen, other: TensorSeen) -> bool:
    """Tell whether two small tensors have the same numbers, in whatever order, on memories of their own."""
    if not _has_memory(other):
        return False
    size = prod(seen.shape)
    if other.dtype != seen.dtype or prod(other.shape) != size or not 1 < size <= _LARGEST_COMPARED:
        return False
    left, right = array_of(seen), array_of(other)
    if left is None or right is None or left.dtype.kind == "c":
        return False
    return bool(np.array_equal(np.sort(left, axis=None), np.sort(right, axis=None), equal_nan=left.dtype.kind == "f"))


def _solutions(rest: int, axes: list[int], seen: TensorSeen) -> Iterator[Index | None]:
    """Give the indices whose strides add up to `rest`; None for each try that led nowhere."""
    taken = [axis for axis in axes if seen.stride[axis] > 0 and seen.shape[axis] > 1]
    still = [axis for axis in axes if axis not in taken]
    reach = [sum((seen.shape[axis] - 1) * seen.stride[axis] for axis in taken[at:]) for at in range(len(taken) + 1)]
    for found in _walk(rest, 0, taken, reach, seen):
        if found is None:
            yield None
            continue
        chosen = dict(zip(taken, found, strict=True))
        # Of an axis without steps, which may have billions of elements, no more than are ever named.
        for places in product(*(range(min(MOST_CELLS, seen.shape[axis])) for axis in still)):
            at = chosen | dict(zip(still, places, strict=True))
            yield tuple(at[axis] for axis in range(len(seen.shape)))


def _walk(rest: int, depth: int, axes: list[int], reach: list[int], seen: TensorSeen) -> Iterator[Index | None]:
    if depth == len(axes):
        yield () if rest == 0 else None
        return
    size, step = seen.shape[axes[depth]], seen.stride[axes[depth]]
    first, last = max(0, -((reach[depth + 1] - rest) // step)), min(size - 1, rest // step)
    if first > last:
        yield None
    for at in range(first, last + 1):
        for others in _walk(rest - at * step, depth + 1, axes, reach, seen):
            yield None if others is None else (at, *others)
