"""softmax, log_softmax and what else makes numbers sum to one, along the wrong axis."""

from itertools import permutations

import numpy as np

from quizapp.judging.numbers import Array
from quizapp.judging.patterns.pair import Pair, Told
from quizapp.judging.verdict import Diagnosis

NEAR_ONE = 1e-4
"""How near to one a float32's sum must come, and how near the logits of both sides to one another."""

CORNER = {2: 256}
"""Elements along each axis, by the number of axes, in which the logits are compared; they stand for the rest."""

CORNER_OF_MORE_AXES = 48


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
    """Tell whether these can be probabilities, or their logarithms; zero is neither here, for it has no logit."""
    return bool((numbers < 0).all()) if in_logs else bool(((numbers > 0) & (numbers < 1)).all())


def _is_along(pair: Pair, in_logs: bool, right: int, wrong: int) -> bool:
    if 1 in (pair.expected.shape[right], pair.expected.shape[wrong]):
        return False
    near = _margin(pair)
    one, other = pair.expected, pair.got
    # One line is looked at before all of them.
    if not (_sums(one, right, in_logs, near, first=True) and _sums(other, wrong, in_logs, near, first=True)):
        return False
    is_so = _sums(one, right, in_logs, near) and _sums(other, wrong, in_logs, near)
    return is_so and not _sums(one, wrong, in_logs, near) and not _sums(other, right, in_logs, near)


def _sums(array: Array, axis: int, in_logs: bool, near: float, *, first: bool = False) -> bool:
    """Tell whether the first line along the axis, or every line, sums to one."""
    lines = array[tuple(slice(None) if each == axis else slice(0, 1) for each in range(array.ndim))] if first else array
    total = (np.exp(lines) if in_logs else lines).sum(axis=axis, dtype=np.float64)
    return bool((np.abs(total - 1.0) <= near).all())


def _are_same_logits(pair: Pair, in_logs: bool, right: int, wrong: int) -> bool:
    """Tell whether both differ, in their logarithms, by one number for each line along either axis."""
    size = CORNER.get(pair.expected.ndim, CORNER_OF_MORE_AXES)
    corner = (slice(0, size),) * pair.expected.ndim
    one, other = (side[corner].astype(np.float64) for side in (pair.expected, pair.got))
    apart = one - other if in_logs else np.log(one) - np.log(other)
    apart -= apart.mean(axis=right, keepdims=True)
    apart -= apart.mean(axis=wrong, keepdims=True)
    return bool((np.abs(apart) <= _margin(pair)).all())


def _margin(pair: Pair) -> float:
    return max(NEAR_ONE, 4 * pair.tolerance.relative)
