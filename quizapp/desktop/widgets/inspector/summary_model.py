"""A large tensor in a few figures, worked out block by block so that nobody waits for it. Knows no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import sqrt

import numpy as np

from quizapp.desktop.widgets.inspector.heat_model import Reals, as_reals
from quizapp.judging.numbers import WITHOUT_WARNINGS, Array

BLOCK = 1 << 17
"""Elements that are looked at without a pause: about a millisecond."""

BINS = 64


@dataclass(frozen=True)
class Summary:
    """What is known of the numbers so far; all of it when `is_whole`.

    Attributes:
        size: of the tensor. seen: how many were looked at. finite: of these, how many are.
        least, greatest, mean, deviation: of the finite ones; deviation as torch's `std`, over size - 1.
        histogram: how many of the finite lie in each of BINS equal parts between least and greatest.
    """

    size: int
    seen: int = 0
    finite: int = 0
    zeros: int = 0
    nans: int = 0
    infinities: int = 0
    least: float = float("inf")
    greatest: float = float("-inf")
    mean: float = 0.0
    deviation: float = 0.0
    histogram: tuple[int, ...] = ()
    is_whole: bool = False


def summarise(array: Array) -> Iterator[Summary]:
    """Give a fuller summary after each block: first the plain figures, then, in a second round, the rest."""
    flat = array.reshape(-1)
    now = Summary(flat.size)
    for block in _blocks(flat):
        now = _with_block(now, block)
        yield now
    squares, counts = 0.0, np.zeros(BINS, dtype=np.int64)
    for block in _blocks(flat):
        finite = block[np.isfinite(block)]
        squares += float(np.square(finite - now.mean).sum())
        counts += _counted(finite, now.least, now.greatest)
        yield now
    deviation = sqrt(squares / (now.finite - 1)) if now.finite > 1 else 0.0
    yield replace(now, deviation=deviation, histogram=tuple(int(count) for count in counts), is_whole=True)


def summary_of(array: Array) -> Summary:
    """Return the whole summary at once."""
    *_, last = summarise(array)
    return last


def _blocks(flat: Array) -> Iterator[Reals]:
    for start in range(0, flat.size, BLOCK):
        yield as_reals(flat[start : start + BLOCK])


@WITHOUT_WARNINGS
def _with_block(now: Summary, block: Reals) -> Summary:
    finite = block[np.isfinite(block)]
    count = now.finite + finite.size
    nans = int(np.isnan(block).sum())
    gathered = now.mean * now.finite + float(finite.sum())
    return replace(
        now,
        seen=now.seen + block.size,
        finite=count,
        zeros=now.zeros + int((block == 0).sum()),
        nans=now.nans + nans,
        infinities=now.infinities + block.size - finite.size - nans,
        least=min(now.least, float(finite.min()) if finite.size else now.least),
        greatest=max(now.greatest, float(finite.max()) if finite.size else now.greatest),
        mean=gathered / count if count else 0.0,
    )


@WITHOUT_WARNINGS
def _counted(finite: Reals, least: float, greatest: float) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """Return how many numbers are in each bin; much faster than np.histogram."""
    span = greatest - least
    if not finite.size:
        return np.zeros(BINS, dtype=np.int64)
    shares = (finite - least) * (BINS / span) if 0 < span < float("inf") else np.zeros(finite.size)
    bins = np.minimum(shares.astype(np.int64), BINS - 1)
    counted: np.ndarray[tuple[int], np.dtype[np.int64]] = np.bincount(bins, minlength=BINS).astype(np.int64)
    return counted
