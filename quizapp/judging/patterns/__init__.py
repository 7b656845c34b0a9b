"""What kind of difference two arrays show. Each pattern is true of the numbers or silent; a near miss is silence."""

from collections.abc import Callable, Iterable

from quizapp.judging.numbers import WITHOUT_WARNINGS, Array
from quizapp.judging.patterns.factors import negated, offset, scaled
from quizapp.judging.patterns.normalising import normalised_wrong_axis
from quizapp.judging.patterns.orders import rearranged
from quizapp.judging.patterns.pair import Pair, Told
from quizapp.judging.patterns.parts import infinite, nan, one_slice_wrong, only_first_right
from quizapp.judging.patterns.shapes import (
    Shape,
    axis_extra,
    axis_length,
    axis_missing,
    on_diagonal,
    other_shape,
    permuted,
    transposed,
    would_broadcast,
)
from quizapp.packs.model import Tolerance

__all__ = ["Pair", "Told", "diagnose_numbers", "diagnose_shape", "diagnose_sizes"]


@WITHOUT_WARNINGS
def diagnose_numbers(pair: Pair) -> Told | None:
    """Return the first pattern that holds of two arrays of one shape that differ, or None."""
    return _first(pattern(pair) for pattern in NUMBERS)


@WITHOUT_WARNINGS
def diagnose_shape(expected: Array, got: Array, tolerance: Tolerance) -> Told | None:
    """Return the first pattern that holds of two arrays of different shapes, or None."""
    pair = Pair(expected, got, tolerance)
    if pair.expected.size < 2:
        return diagnose_sizes(expected.shape, got.shape)
    turned = _first(pattern(pair) for pattern in TURNED)
    return turned or diagnose_sizes(expected.shape, got.shape) or other_shape(pair)


def diagnose_sizes(expected: Shape, got: Shape) -> Told | None:
    """Return what two different shapes tell without the numbers, or None."""
    return _first(pattern(expected, got) for pattern in SIZES)


def _first(found: Iterable[Told | None]) -> Told | None:
    return next((told for told in found if told is not None), None)


TURNED: tuple[Callable[[Pair], Told | None], ...] = (transposed, permuted, would_broadcast, on_diagonal)

SIZES: tuple[Callable[[Shape, Shape], Told | None], ...] = (axis_missing, axis_extra, axis_length)

NUMBERS: tuple[Callable[[Pair], Told | None], ...] = (
    nan,
    infinite,
    normalised_wrong_axis,
    rearranged,
    negated,
    scaled,
    offset,
    one_slice_wrong,
    only_first_right,
)
