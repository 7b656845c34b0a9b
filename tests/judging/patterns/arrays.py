"""Arrays to show to patterns, and what the patterns say of them."""

from typing import Any

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from quizapp.judging.numbers import SINGLE, default_tolerance, find_mismatch
from quizapp.judging.patterns import Pair, Told, diagnose_numbers, diagnose_shape

Numbers = NDArray[Any]

SEEDS = st.integers(0, 10_000)


def shapes(least: int = 2, axes: tuple[int, int] = (1, 4), most: int = 6) -> st.SearchStrategy[tuple[int, ...]]:
    return st.lists(st.integers(least, most), min_size=axes[0], max_size=axes[1]).map(tuple)


def random(shape: tuple[int, ...], seed: int) -> Numbers:
    """Numbers of which no two are alike but by chance."""
    return np.random.default_rng(seed).standard_normal(shape).astype(np.float32)


def told_of(expected: Any, got: Any, dtype: str | None = "float32") -> Told | None:
    """What is told of two arrays, of one shape or not; None for the dtype keeps the arrays' own."""
    one, other = np.asarray(expected, dtype), np.asarray(got, dtype)
    tolerance = default_tolerance(one.dtype.name, other.dtype.name)
    if one.shape != other.shape:
        return diagnose_shape(one, other, tolerance)
    mismatch = find_mismatch(one, other, tolerance)
    return None if mismatch is None else diagnose_numbers(Pair(one, other, tolerance, mismatch))


def are_close(expected: Numbers, got: Numbers) -> bool:
    """Whether a difference that was undone really is."""
    return find_mismatch(expected, np.asarray(got, expected.dtype), SINGLE) is None
