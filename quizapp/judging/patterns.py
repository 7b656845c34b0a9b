"""What kind of difference two arrays show. Each function is true of the numbers or silent; a near miss is silence."""

from collections.abc import Callable
from itertools import combinations

import numpy as np

from quizapp.judging.numbers import WITHOUT_WARNINGS, Array, is_close
from quizapp.judging.verdict import Diagnosis
from quizapp.packs.model import Tolerance

LEAST_TELLING = 100
"""How many times the absolute tolerance a number must be, to say anything about a factor."""

NEARLY_ONE = 0.01
"""A factor nearer to 1 than this explains nothing."""

Pattern = Callable[[Array, Array, Tolerance], Diagnosis | None]


@WITHOUT_WARNINGS
def diagnose(expected: Array, got: Array, tolerance: Tolerance) -> Diagnosis | None:
    """Return the first pattern that holds of two differing arrays, or None."""
    if expected.size != got.size or expected.size < 2 or _is_constant(expected):
        return None
    found = (pattern(expected, got, tolerance) for pattern in PATTERNS)
    return next((diagnosis for diagnosis in found if diagnosis is not None), None)


def transposed(expected: Array, got: Array, tolerance: Tolerance) -> Diagnosis | None:
    """Two axes are swapped; not where the same numbers merely stand in another shape."""
    if expected.ndim != got.ndim or _same_run_of_numbers(expected, got, tolerance):
        return None
    for first, second in combinations(range(expected.ndim), 2):
        turned = np.swapaxes(got, first, second)
        if turned.shape == expected.shape and bool(is_close(expected, turned, tolerance).all()):
            return Diagnosis.TRANSPOSED
    return None


def other_shape(expected: Array, got: Array, tolerance: Tolerance) -> Diagnosis | None:
    """The numbers are right, row by row, but in another shape."""
    if expected.shape != got.shape and _same_run_of_numbers(expected, got, tolerance):
        return Diagnosis.SAME_NUMBERS_OTHER_SHAPE
    return None


def other_order(expected: Array, got: Array, tolerance: Tolerance) -> Diagnosis | None:
    """The numbers are right but stand elsewhere."""
    if expected.shape != got.shape:
        return None
    one, other = np.sort(expected, axis=None), np.sort(got, axis=None)
    return Diagnosis.SAME_NUMBERS_OTHER_ORDER if bool(is_close(one, other, tolerance).all()) else None


def scaled(expected: Array, got: Array, tolerance: Tolerance) -> Diagnosis | None:
    """Every number is off by one factor, and at least two different numbers show it."""
    factor = factor_between(expected, got) if expected.shape == got.shape else None
    if factor is None:
        return None
    telling = np.unique(expected[np.abs(expected) > LEAST_TELLING * tolerance.absolute])
    relative = Tolerance(relative=max(tolerance.relative, 1e-6), absolute=0.0)
    holds = telling.size > 1 and bool(is_close(expected.astype(np.float64) * factor, got, relative).all())
    return Diagnosis.SCALED if holds else None


@WITHOUT_WARNINGS
def factor_between(expected: Array, got: Array) -> float | None:
    """Return got / expected at the largest expected element, if that is a number clearly other than 0 and 1."""
    if expected.dtype.kind != "f" or got.dtype.kind != "f":
        return None
    if not (np.isfinite(expected).all() and np.isfinite(got).all()):
        return None
    at = np.unravel_index(int(np.argmax(np.abs(expected))), expected.shape)
    factor = float(got[at]) / float(expected[at]) if expected[at] else 0.0
    return factor if factor and abs(factor - 1.0) > NEARLY_ONE else None


def _same_run_of_numbers(expected: Array, got: Array, tolerance: Tolerance) -> bool:
    return bool(is_close(expected.reshape(-1), got.reshape(-1), tolerance).all())


def _is_constant(array: Array) -> bool:
    """Tell whether all elements are one number: then every rearrangement would fit."""
    return bool((array == array.reshape(-1)[0]).all())


PATTERNS: tuple[Pattern, ...] = (transposed, other_shape, other_order, scaled)
