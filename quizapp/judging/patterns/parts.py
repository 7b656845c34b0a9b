"""A part is wrong and the rest right: one slice, all after the first few, numbers that are none."""

import numpy as np

from quizapp.judging.numbers import Array, is_nan
from quizapp.judging.patterns.pair import Pair, Told, is_finite
from quizapp.judging.verdict import Diagnosis

ENOUGH_RIGHT = 3
"""So many right in a row are no chance, whatever comes after them."""


def nan(pair: Pair) -> Told | None:
    """There is NaN where a number was due; shows the first."""
    if is_finite(pair.got):
        return None
    return _told(Diagnosis.NAN, is_nan(pair.got) & ~is_nan(pair.expected))


def infinite(pair: Pair) -> Told | None:
    """There is an infinity where a finite number was due; shows the first."""
    if is_finite(pair.got):
        return None
    return _told(Diagnosis.INFINITE, np.isinf(pair.got) & np.isfinite(pair.expected))


def one_slice_wrong(pair: Pair) -> Told | None:
    """All that differs stands at one index of one axis, and most of that slice does differ."""
    if pair.mismatch is None or pair.expected.ndim < 2 or not 2 <= pair.mismatch.count <= pair.expected.size // 2:
        return None
    far = pair.mismatch.far
    fitting = []
    for axis, size in enumerate(far.shape):
        wrong = far.any(axis=tuple(other for other in range(far.ndim) if other != axis))
        if size > 1 and np.count_nonzero(wrong) == 1:
            fitting.append((axis, int(wrong.argmax())))
    if len(fitting) != 1:
        return None
    ((axis, index),) = fitting
    if 2 * pair.mismatch.count < far.size // far.shape[axis]:
        return None
    part = tuple(index if each == axis else None for each in range(far.ndim))
    return Told(Diagnosis.ONE_SLICE_WRONG, (str(axis), str(index)), part)


def only_first_right(pair: Pair) -> Told | None:
    """Along the first axis the first few are right, and each that follows is wrong; shows the first of those."""
    if pair.mismatch is None or pair.expected.ndim == 0:
        return None
    far = pair.mismatch.far.reshape(pair.expected.shape[0], -1)
    if far[0].any() or not far[-1].any():
        return None
    wrong = np.asarray(far.any(axis=1))
    right = int(wrong.argmax())
    if not wrong[right:].all() or len(wrong) - right < 2:
        return None
    unfilled = _is_constant(pair.got[right:]) and not _is_constant(pair.expected[right:])
    if right < ENOUGH_RIGHT and not unfilled:
        return None
    first_wrong = (right, *(None for _ in pair.expected.shape[1:]))
    return Told(Diagnosis.ONLY_FIRST_RIGHT, (str(right), str(len(wrong))), first_wrong)


def _told(diagnosis: Diagnosis, where: Array) -> Told | None:
    if not where.any():
        return None
    first = np.unravel_index(int(where.argmax()), where.shape)
    return Told(diagnosis, (str(np.count_nonzero(where)),), tuple(int(index) for index in first))


def _is_constant(array: Array) -> bool:
    return bool((array == array.reshape(-1)[0]).all())
