"""Numbers as colours: scales, what a large plane is shrunk to, and how two tensors compare. Knows no Qt."""

from dataclasses import dataclass
from math import isfinite
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from quizapp.judging.numbers import WITHOUT_WARNINGS, Array, Mismatch, array_of, default_tolerance, find_mismatch
from quizapp.sandbox.observation import ArraySeen, TensorSeen

Numbers: TypeAlias = TensorSeen | ArraySeen
Reals: TypeAlias = NDArray[np.float64]
Pixels: TypeAlias = NDArray[np.uint8]

MOST_PIXELS = 256
"""Along a side of a picture; a larger plane is shrunk."""

# Both can be told apart by the colour-blind, and viridis grows lighter evenly.
SEQUENTIAL = ("#440154", "#472d7b", "#3b528b", "#2c728e", "#21918c", "#28ae80", "#5ec962", "#addc30", "#fde725")
DIVERGING_ON_LIGHT = ("#1b58a3", "#5b95cf", "#b3d0ea", "#f5f5f3", "#f6cf9f", "#e0903f", "#a8500a")
DIVERGING_ON_DARK = ("#9accff", "#5592d0", "#35557d", "#2b2f37", "#7d4f28", "#c77a33", "#ffba78")


@dataclass(frozen=True)
class Scale:
    """The numbers at both ends of a range of colours."""

    low: float
    high: float

    def share(self, values: Reals) -> Reals:
        """Return where numbers lie on it, 0 to 1; one that is all alike lies in the middle."""
        span = self.high - self.low
        return np.full(values.shape, 0.5) if span <= 0 else np.clip((values - self.low) / span, 0.0, 1.0)


@dataclass(frozen=True)
class Comparison:
    """Two tensors side by side.

    Attributes:
        expected, got: None where the numbers are not there.
        difference: got less expected; None if the shapes differ.
        worst: the element that is furthest off, and how many are; None if all agree.
        is_swapped: whether they are the same but for their last two axes.
        scale: of both. around_zero: of the difference.
    """

    expected: Array | None
    got: Array | None
    difference: Reals | None
    worst: Mismatch | None
    is_swapped: bool
    scale: Scale
    around_zero: Scale


def compare(expected: Numbers | None, got: Numbers | None) -> Comparison:
    """Compare two tensors; where one is missing, so is the difference."""
    left, right = (None if side is None else array_of(side) for side in (expected, got))
    present = [as_reals(side) for side in (left, right) if side is not None]
    scale = scale_of(*present)
    if left is None or right is None or expected is None or got is None:
        return Comparison(left, right, None, None, False, scale, Scale(-1.0, 1.0))
    tolerance = default_tolerance(expected.dtype, got.dtype)
    swapped = left.ndim > 1 and left.shape == right.swapaxes(-1, -2).shape
    if left.shape != right.shape:
        is_swapped = swapped and find_mismatch(left, right.swapaxes(-1, -2), tolerance) is None
        return Comparison(left, right, None, None, is_swapped, scale, Scale(-1.0, 1.0))
    worst = find_mismatch(left, right, tolerance)
    is_swapped = worst is not None and swapped and find_mismatch(left, right.swapaxes(-1, -2), tolerance) is None
    difference = _difference(present[0], present[1])
    return Comparison(left, right, difference, worst, is_swapped, scale, around_zero(difference))


def scale_of(*arrays: Reals) -> Scale:
    """Return the scale from the least to the greatest finite number of all."""
    ends = [end for array in arrays for end in _ends(array)]
    return Scale(min(ends), max(ends)) if ends else Scale(0.0, 1.0)


@WITHOUT_WARNINGS
def _ends(array: Reals) -> tuple[float, ...]:
    """Return the least and the greatest finite number; nothing if there is none."""
    if not array.size:
        return ()
    ends = float(array.min()), float(array.max())
    if isfinite(ends[0]) and isfinite(ends[1]):
        return ends
    # Leaving out what is not finite takes several times as long.
    finite = array[np.isfinite(array)]
    return (float(finite.min()), float(finite.max())) if finite.size else ()


@WITHOUT_WARNINGS
def as_reals(array: Array) -> Reals:
    """Return numbers of any kind as float64; of complex ones, their magnitude."""
    magnitude: Array = np.abs(array) if array.dtype.kind == "c" else array
    return magnitude.astype(np.float64)


@WITHOUT_WARNINGS
def shrunk(plane: Reals, most: int = MOST_PIXELS, *, keep_extremes: bool = False) -> Reals:
    """Return a plane of at most `most` numbers a side: means of blocks, or the one furthest from zero of each.

    A block with a NaN is NaN.
    """
    if max(plane.shape, default=0) <= most or not plane.size:
        return plane
    starts: list[NDArray[np.int64]] = [np.arange(min(size, most)) * size // min(size, most) for size in plane.shape]
    if keep_extremes:
        least, greatest = (_reduced(pick, plane, starts) for pick in (np.minimum, np.maximum))
        return np.where(-least > greatest, least, greatest)
    counts = [np.diff(np.append(start, size)) for start, size in zip(starts, plane.shape, strict=True)]
    means: Reals = _reduced(np.add, plane, starts) / np.outer(counts[0], counts[1])
    return means


def colour_table(anchors: tuple[str, ...]) -> Pixels:
    """Return 256 colours from the first anchor to the last, as rows of red, green and blue."""
    stops = np.array([[int(anchor[at : at + 2], 16) for at in (1, 3, 5)] for anchor in anchors], dtype=np.float64)
    places = np.linspace(0, len(anchors) - 1, 256)
    channels = [np.interp(places, np.arange(len(anchors)), stops[:, channel]) for channel in range(3)]
    return np.stack(channels, axis=1).round().astype(np.uint8)


@WITHOUT_WARNINGS
def coloured(values: Reals, scale: Scale, table: Pixels) -> Pixels:
    """Return numbers as pixels of red, green, blue and opacity; what is not finite is see-through."""
    finite = np.isfinite(values)
    levels = (scale.share(np.where(finite, values, scale.low)) * 255).astype(np.uint8)
    opacity = np.where(finite, 255, 0).astype(np.uint8)
    return np.ascontiguousarray(np.concatenate((table[levels], opacity[..., None]), axis=-1))


def _reduced(pick: np.ufunc, plane: Reals, starts: list[NDArray[np.int64]]) -> Reals:
    rows: Reals = pick.reduceat(plane, starts[0], axis=0)
    # Along the first axis whole rows are taken at a time, which is many times as fast as along the last.
    columns: Reals = pick.reduceat(np.ascontiguousarray(rows.T), starts[1], axis=0)
    return np.ascontiguousarray(columns.T)


@WITHOUT_WARNINGS
def _difference(expected: Reals, got: Reals) -> Reals:
    """Return got less expected; two NaN, or two equal infinities, don't differ."""
    same = (expected == got) | (np.isnan(expected) & np.isnan(got))
    return np.where(same, 0.0, got - expected)


def around_zero(difference: Reals) -> Scale:
    """Return the scale that reaches as far below zero as above."""
    reach = max((abs(end) for end in _ends(difference)), default=0.0)
    return Scale(-reach, reach) if reach > 0 else Scale(-1.0, 1.0)
