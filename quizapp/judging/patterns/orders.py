"""The right numbers in another order. Where several rearrangements fit, none of them is told, only that one does."""

from collections.abc import Callable, Iterator
from itertools import combinations, islice, permutations
from typing import TypeAlias

import numpy as np

from quizapp.judging.numbers import Array, are_close, is_close
from quizapp.judging.patterns.pair import Pair, Told
from quizapp.judging.verdict import Diagnosis

MOST_AXES = 4
"""Beyond that there are too many permutations to try, and nobody meant one of them."""

MOST_SORTED = 1 << 20
"""Elements that can be sorted within a verdict's time."""

LONGEST_LOOKED_THROUGH = 4096
"""Of a longer axis only the beginning is looked through for how far it was shifted."""

NEAR_SHIFT = 16
"""A longer axis is tried for shifts by at most this many places."""

SHIFTS_TRIED = 8

LEAST_TWO_VALUED = 16
"""Elements that an array of two different numbers (a mask) must have, lest a rearrangement fits by chance."""

Rearrangement: TypeAlias = Callable[[Pair], Iterator[Told]]


def rearranged(pair: Pair) -> Told | None:
    """The numbers are right but stand elsewhere; tells how, if there is just one way that it can have been."""
    if pair.distinct < 3:
        return _of_two_numbers(pair)
    fitting = tuple(islice((told for each in REARRANGEMENTS for told in each(pair)), 2))
    if len(fitting) == 1:
        return fitting[0]
    return Told(Diagnosis.SAME_NUMBERS_OTHER_ORDER) if fitting or _are_same_sorted(pair) else None


def transposed(pair: Pair) -> Iterator[Told]:
    """Two axes are swapped."""
    if any(pair.stands(np.swapaxes(pair.got, *axes)) for axes in combinations(range(pair.got.ndim), 2)):
        yield Told(Diagnosis.TRANSPOSED)


def axes_permuted(pair: Pair) -> Iterator[Told]:
    """At least three axes stand in another order."""
    axes = range(pair.got.ndim)
    if not 3 <= len(axes) <= MOST_AXES:
        return
    for order in permutations(axes):
        moved = sum(place != axis for place, axis in enumerate(order))
        if moved > 2 and pair.stands(np.transpose(pair.got, np.argsort(order).tolist())):
            yield Told(Diagnosis.AXES_PERMUTED, tuple(map(str, order)))


def reversed_along_axis(pair: Pair) -> Iterator[Told]:
    """One axis runs backwards."""
    for axis in range(pair.got.ndim):
        if pair.stands(np.flip(pair.got, axis)):
            yield Told(Diagnosis.REVERSED, (str(axis),))


def shifted_along_axis(pair: Pair) -> Iterator[Told]:
    """Everything stands some places further along one axis; what falls off the end comes in at the beginning."""
    for axis, size in enumerate(pair.got.shape):
        for places in _possible_shifts(pair, axis) if size > 1 else ():
            moved = list(pair.index)
            moved[axis] = (moved[axis] + places) % size
            if not is_close(pair.sample, pair.got[tuple(moved)], pair.tolerance).all():
                continue
            if pair.stands(np.roll(pair.got, -places, axis)):
                told = places if places <= size // 2 else places - size
                yield Told(Diagnosis.SHIFTED, (str(told), str(axis)))


def _possible_shifts(pair: Pair, axis: int) -> list[int]:
    """Return by how many places one line along the axis may be shifted, going by where its largest number stands."""
    worst = pair.mismatch.worst if pair.mismatch is not None else (0,) * pair.got.ndim
    line = tuple(slice(None) if each == axis else index for each, index in enumerate(worst))
    one, other = pair.expected[line], pair.got[line]
    largest = int(np.argmax(np.abs(one[:LONGEST_LOOKED_THROUGH])))
    size = one.size
    near = np.arange(1, NEAR_SHIFT + 1)
    tried = np.arange(1, size) if size <= LONGEST_LOOKED_THROUGH else np.concatenate([near, size - near])
    there = other[(largest + tried) % size]
    fits = is_close(np.full_like(there, one[largest], dtype=one.dtype), there, pair.tolerance)
    return [int(places) for places in tried[fits][:SHIFTS_TRIED]]


def _of_two_numbers(pair: Pair) -> Told | None:
    """Of two different numbers, each once, or a mask that is large enough, something can be told; of others not."""
    if pair.distinct < 2:
        return None
    if pair.expected.size == 2 and pair.expected.dtype.kind != "b" and _are_same_sorted(pair):
        return Told(Diagnosis.SAME_NUMBERS_OTHER_ORDER)
    return next(transposed(pair), None) if pair.expected.size >= LEAST_TWO_VALUED else None


def _are_same_sorted(pair: Pair) -> bool:
    if pair.expected.size > MOST_SORTED:
        return False
    ends, got_ends = (np.array([side.min(), side.max()]) for side in (pair.expected, pair.got))
    if not is_close(ends, got_ends, pair.tolerance).all():
        return False
    return are_close(_sorted(pair.expected), _sorted(pair.got), pair.tolerance)


def _sorted(array: Array) -> Array:
    return np.asarray(np.sort(array, axis=None))


REARRANGEMENTS: tuple[Rearrangement, ...] = (transposed, axes_permuted, reversed_along_axis, shifted_along_axis)
