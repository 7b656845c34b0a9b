"""Another shape: which axis it is about, and whether the numbers are the right ones all the same."""

from typing import TypeAlias

import numpy as np

from quizapp.judging.numbers import are_close
from quizapp.judging.patterns.orders import axes_permuted
from quizapp.judging.patterns.orders import transposed as transpositions
from quizapp.judging.patterns.pair import Pair, Told
from quizapp.judging.verdict import Diagnosis

Shape: TypeAlias = tuple[int, ...]

LEAST_DIAGONAL = 3
"""Numbers on a diagonal that are not the right ones by chance."""


def transposed(pair: Pair) -> Told | None:
    """Two axes are swapped; not where the same numbers merely stand in another shape."""
    return None if _is_constant_or_regrouped(pair) else next(transpositions(pair), None)


def permuted(pair: Pair) -> Told | None:
    """The axes stand in another order, and only one order fits."""
    if _is_constant_or_regrouped(pair):
        return None
    fitting = tuple(axes_permuted(pair))
    return fitting[0] if len(fitting) == 1 else None


def would_broadcast(pair: Pair) -> Told | None:
    """There are fewer numbers than there should be, and stretched to the right shape they are the right ones."""
    if not 0 < pair.got.size < pair.expected.size:
        return None
    try:
        stretched = np.broadcast_to(pair.got, pair.expected.shape)
    except ValueError:
        return None
    return Told(Diagnosis.WOULD_BROADCAST) if pair.stands(stretched) else None


def on_diagonal(pair: Pair) -> Told | None:
    """A vector was due, and came as the diagonal of a square: (n, 1) and (n,) broadcast against each other."""
    size = pair.expected.size
    if size < LEAST_DIAGONAL or max(pair.expected.shape) != size or pair.got.shape != (size, size):
        return None
    if pair.distinct < 2:
        return None
    right = are_close(pair.expected.reshape(-1), np.diagonal(pair.got), pair.tolerance)
    return Told(Diagnosis.ON_DIAGONAL) if right else None


def other_shape(pair: Pair) -> Told | None:
    """The numbers are right, row by row, but in another shape."""
    if pair.expected.size != pair.got.size or pair.distinct < 2 or not _is_regrouped(pair):
        return None
    return Told(Diagnosis.SAME_NUMBERS_OTHER_SHAPE)


def axis_missing(expected: Shape, got: Shape) -> Told | None:
    """One axis fewer, and the sizes say which; among axes of one element it does not matter which."""
    axis = _removed_axis(expected, got)
    return None if axis is None else Told(Diagnosis.AXIS_MISSING, (str(axis),))


def axis_extra(expected: Shape, got: Shape) -> Told | None:
    """One axis more, and the sizes say which."""
    axis = _removed_axis(got, expected)
    return None if axis is None else Told(Diagnosis.AXIS_EXTRA, (str(axis),))


def axis_length(expected: Shape, got: Shape) -> Told | None:
    """Just one axis is longer or shorter."""
    if len(expected) != len(got):
        return None
    differing = [axis for axis, (one, other) in enumerate(zip(expected, got, strict=True)) if one != other]
    return Told(Diagnosis.AXIS_LENGTH, (str(differing[0]),)) if len(differing) == 1 else None


def _removed_axis(longer: Shape, shorter: Shape) -> int | None:
    """Return the axis without which one shape is the other, if there is no doubt."""
    fitting = [axis for axis in range(len(longer)) if longer[:axis] + longer[axis + 1 :] == shorter]
    beyond_doubt = len(fitting) == 1 or all(longer[axis] == 1 for axis in fitting)
    return fitting[0] if fitting and beyond_doubt else None


def _is_constant_or_regrouped(pair: Pair) -> bool:
    return pair.expected.size != pair.got.size or pair.distinct < 2 or _is_regrouped(pair)


def _is_regrouped(pair: Pair) -> bool:
    """Tell whether the numbers are the same, row by row."""
    return are_close(pair.expected.reshape(-1), pair.got.reshape(-1), pair.tolerance)
