"""softmax, log_softmax and what else makes numbers sum to one, along the wrong axis."""

from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from quizapp.judging.numbers import Array
from quizapp.judging.patterns.pair import Pair, Told
from quizapp.judging.verdict import Diagnosis

NEAR_ONE = 1e-4
"""How near to one a float32's sum must come."""

NEAR_LOGITS = 2e-5
"""How near the logits of both sides must come to one another."""

CORNER = {2: 256}
"""Elements along each axis, by the number of axes, in which the logits are compared; they stand for the rest."""

CORNER_OF_MORE_AXES = 48

ROUNDS = 100
"""Of taking away what belongs to lines; masked numbers that need more stay without a diagnosis."""


def normalised_wrong_axis(pair: Pair) -> Told | None:
    """The expected numbers sum to one along one axis only, those that came along another only, of the same logits."""
    kinds = pair.expected.dtype.kind, pair.got.dtype.kind
    if pair.expected.ndim < 2 or kinds != ("f", "f") or not pair.are_finite:
        return None
    for in_logs in (False, True):
        if not (_can_be(pair.sample, in_logs) and _can_be(pair.sample_got, in_logs)):
            continue
        for right, wrong in permutations(range(pair.expected.ndim), 2):
            if _is_along(pair, in_logs, right, wrong) and _are_same_logits(pair, in_logs, right, wrong):
                return Told(Diagnosis.NORMALISED_WRONG_AXIS, (str(wrong), str(right)))
    return None


def _can_be(numbers: Array, in_logs: bool) -> bool:
    """Tell whether these can be probabilities (a masked one is zero), or their logarithms."""
    return bool((numbers < 0).all()) if in_logs else bool(((numbers >= 0) & (numbers <= 1)).all())


def _is_along(pair: Pair, in_logs: bool, right: int, wrong: int) -> bool:
    if 1 in (pair.expected.shape[right], pair.expected.shape[wrong]):
        return False
    near = max(NEAR_ONE, 4 * pair.tolerance.relative)
    one, other = pair.expected, pair.got
    # One line of either is looked at before all of one.
    if not (
        _sums(_first_line(one, right), right, in_logs, near) and _sums(_first_line(other, wrong), wrong, in_logs, near)
    ):
        return False
    if _all_sum(one, wrong, in_logs, near) or _all_sum(other, right, in_logs, near):
        return False
    return _sums(one, right, in_logs, near) and _sums(other, wrong, in_logs, near)


def _all_sum(array: Array, axis: int, in_logs: bool, near: float) -> bool:
    """Tell whether every line along the axis sums to one; mostly the first one says that they don't."""
    return _sums(_first_line(array, axis), axis, in_logs, near) and _sums(array, axis, in_logs, near)


def _first_line(array: Array, axis: int) -> Array:
    return array[tuple(slice(None) if each == axis else slice(0, 1) for each in range(array.ndim))]


def _sums(lines: Array, axis: int, in_logs: bool, near: float) -> bool:
    """Tell whether each line along the axis sums to one."""
    total = (np.exp(lines) if in_logs else lines).sum(axis=axis, dtype=np.float64)
    return bool((np.abs(total - 1.0) <= near).all())


def _are_same_logits(pair: Pair, in_logs: bool, right: int, wrong: int) -> bool:
    """Tell whether both differ, in their logarithms, by one number for each line along either axis."""
    near = max(NEAR_LOGITS, 4 * pair.tolerance.relative)
    size = CORNER.get(pair.expected.ndim, CORNER_OF_MORE_AXES)
    corner = (slice(0, size),) * pair.expected.ndim
    one, other = (side[corner].astype(np.float64) for side in (pair.expected, pair.got))
    if in_logs:
        return _is_of_lines(one - other, np.ones(one.shape, np.bool_), right, wrong, near)
    if ((one > 0) != (other > 0)).any():
        return False
    apart = np.where(one > 0, np.log(one) - np.log(other), 0.0)
    return _is_of_lines(apart, one > 0, right, wrong, near)


def _is_of_lines(apart: Array, counts: NDArray[np.bool_], right: int, wrong: int, near: float) -> bool:
    """Tell whether the numbers that count are sums of one number for each line along either axis."""
    along, across = apart.shape[right], apart.shape[wrong]
    free = apart.size // (along * across) * (along + across - 1)
    if np.count_nonzero(counts) <= free:
        return False
    # Where all count, one round takes away all that belongs to lines; with a mask each takes away some of it.
    for _ in range(ROUNDS):
        for axis in (right, wrong):
            many = np.maximum(counts.sum(axis=axis, keepdims=True), 1)
            apart = np.where(counts, apart - apart.sum(axis=axis, keepdims=True) / many, 0.0)
        if (np.abs(apart) <= near).all():
            return True
        if counts.all():
            return False
    return False
