"""Raw numbers as NumPy arrays, and when two of them count as equal."""

from collections.abc import Iterator
from math import prod
from typing import Any, TypeAlias

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from quizapp.packs.model import Tolerance
from quizapp.sandbox.observation import ArraySeen, TensorSeen

Array: TypeAlias = NDArray[Any]

CARRIED_AS = {
    **dict.fromkeys(("bfloat16", "float8_e4m3fn", "float8_e5m2", "float8_e4m3fnuz", "float8_e5m2fnuz"), "<f4"),
    **{name: np.dtype(name).newbyteorder("<").str for name in ("float16", "float32", "float64")},
    **{name: np.dtype(name).newbyteorder("<").str for name in ("int8", "int16", "int32", "int64")},
    **{name: np.dtype(name).newbyteorder("<").str for name in ("uint8", "uint16", "uint32", "uint64")},
    **{name: np.dtype(name).newbyteorder("<").str for name in ("complex64", "complex128")},
    "bool": "|u1",
}
"""The layout in which each dtype's numbers travel. torch's other dtypes carry no numbers."""

EXACT = Tolerance(relative=0.0, absolute=0.0)
SINGLE = Tolerance(relative=1.3e-6, absolute=1e-5)
"""float32's. Also a Python float's: in torch code most of them came out of a float32 tensor by `item()`."""

DEFAULT_TOLERANCES = {
    "float16": Tolerance(relative=1e-3, absolute=1e-5),
    "bfloat16": Tolerance(relative=1.6e-2, absolute=1e-5),
    "float32": SINGLE,
    "float64": Tolerance(relative=1e-7, absolute=1e-7),
    "complex32": Tolerance(relative=1e-3, absolute=1e-5),
    "complex64": SINGLE,
    "complex128": Tolerance(relative=1e-7, absolute=1e-7),
}
"""torch.testing.assert_close's; what is not here (integers, bool, float8) is compared exactly, as there."""

_MOST_ELEMENTS = 1 << 59
"""Of the widest type that numbers are compared in, as many bytes as an address can tell apart."""

BLOCK = 1 << 15
"""Elements that are compared at a time: larger arrays are never widened as a whole."""

WITHOUT_WARNINGS = np.errstate(all="ignore")
"""A learner's numbers may be anything: infinities, signalling NaNs. Comparing them is no reason to warn."""


class Mismatch(Struct, frozen=True):
    """How two arrays of one shape differ.

    Attributes:
        worst: the index of the element that is furthest off.
        count: how many elements differ.
        far: which.
    """

    worst: tuple[int, ...]
    count: int
    far: NDArray[np.bool_]


def array_of(seen: TensorSeen | ArraySeen) -> Array | None:
    """Return the numbers in their shape; None if they were not captured or do not fit dtype and shape."""
    layout = CARRIED_AS.get(seen.dtype)
    if seen.values is None or layout is None or not _is_array_shape(seen.shape):
        return None
    if len(memoryview(seen.values.data).cast("B")) != prod(seen.shape) * np.dtype(layout).itemsize:
        return None
    flat = np.frombuffer(seen.values.data, dtype=layout)
    return (flat != 0 if seen.dtype == "bool" else flat).reshape(seen.shape)


def _is_array_shape(shape: tuple[int, ...]) -> bool:
    """Whether NumPy has such arrays: of an empty one too, the other sizes must not multiply to more than memory."""
    return prod(size for size in shape if size) < _MOST_ELEMENTS


def default_tolerance(*dtypes: str) -> Tolerance:
    """Return the loosest default of these dtypes (names without `torch.`)."""
    each = [DEFAULT_TOLERANCES.get(dtype, EXACT) for dtype in dtypes]
    return Tolerance(relative=max(one.relative for one in each), absolute=max(one.absolute for one in each))


@WITHOUT_WARNINGS
def is_close(expected: Array, got: Array, tolerance: Tolerance) -> NDArray[np.bool_]:
    """Return for each element whether |got - expected| <= absolute + relative * |expected|.

    NaN equals NaN, an infinity equals itself only. Arrays are of one shape.
    """
    same: NDArray[np.bool_] = np.asarray(expected == got)
    if same.all():
        return same
    same = np.asarray(same | (is_nan(expected) & is_nan(got)))
    return same if tolerance == EXACT else same | _is_near(_distance(expected, got), expected, tolerance)


def are_close(expected: Array, got: Array, tolerance: Tolerance) -> bool:
    """Tell whether all elements of two arrays of one shape are close; stops at the first block where one is not."""
    return all(bool(is_close(one, other, tolerance).all()) for one, other in blocks(expected, got))


@WITHOUT_WARNINGS
def find_mismatch(expected: Array, got: Array, tolerance: Tolerance) -> Mismatch | None:
    """Return None if every element is close enough, else how they differ. Arrays are of one shape."""
    far = np.zeros(expected.size, dtype=np.bool_)
    worst, furthest, start = 0, -1.0, 0
    for one, other in blocks(expected, got):
        distance = _distance_of_far(one, other, tolerance)
        if distance is not None:
            far[start : start + one.size] = distance >= 0
            at = int(np.argmax(distance))
            if distance[at] > furthest:
                worst, furthest = start + at, float(distance[at])
        start += one.size
    if furthest < 0:
        return None
    index = np.unravel_index(worst, expected.shape)
    return Mismatch(tuple(int(each) for each in index), int(np.count_nonzero(far)), far.reshape(expected.shape))


def blocks(*arrays: Array) -> Iterator[tuple[Array, ...]]:
    """Go through arrays of one shape side by side, in flat pieces that fit a processor's cache, row by row."""
    if arrays[0].size <= BLOCK:
        yield tuple(array.reshape(-1) for array in arrays)
        return
    flags: list[Any] = ["external_loop", "buffered"]
    yield from np.nditer(arrays, flags, [["readonly"]] * len(arrays), order="C", buffersize=BLOCK)


def _distance_of_far(expected: Array, got: Array, tolerance: Tolerance) -> Array | None:
    """Return how far off each element of a block is, -1 where it is close enough; None if all are."""
    same = np.asarray(expected == got)
    if same.all():
        return None
    distance = _distance(expected, got)
    close = same | (is_nan(expected) & is_nan(got)) if np.isnan(distance).any() else same
    if tolerance != EXACT:
        close = close | _is_near(distance, expected, tolerance)
    # Where one side is NaN or infinite no distance is larger; where rounding hides it, it still is one.
    distance[~np.isfinite(distance)] = np.inf
    distance[close] = -1.0
    return distance


def _distance(expected: Array, got: Array) -> Array:
    """Return |got - expected|, in a type wide enough; not finite where one of them is not."""
    return np.asarray(np.abs(_widened(got) - _widened(expected)))


def _is_near(distance: Array, expected: Array, tolerance: Tolerance) -> NDArray[np.bool_]:
    limit = np.abs(_widened(expected)) * tolerance.relative + tolerance.absolute
    return np.asarray((distance <= limit) & np.isfinite(distance))


def is_nan(array: Array) -> NDArray[np.bool_]:
    """Return where an array is NaN; nowhere for integers and bool."""
    return np.asarray(np.isnan(array)) if array.dtype.kind in "fc" else np.zeros(array.shape, dtype=np.bool_)


def _widened(array: Array) -> Array:
    """Return the numbers in a type whose differences do not wrap around."""
    return array.astype(np.complex128 if array.dtype.kind == "c" else np.float64)
