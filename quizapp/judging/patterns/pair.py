"""Two arrays that differ, and what a pattern says of them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from quizapp.judging.numbers import Array, Mismatch, are_close, blocks, is_close
from quizapp.judging.verdict import Diagnosis
from quizapp.packs.model import Tolerance

SAMPLE = 512
"""Elements that a pattern must hold of before the whole arrays are looked at."""

SCATTER = 2654435761
"""A prime: its multiples, taken modulo the size, fall all over an array and not on one row or column."""

NOISE = 4.0
"""Numbers nearer to each other than this many tolerances may be one number."""

Change: TypeAlias = Callable[[Array], Array]
"""What is done to each element on its own."""


class Told(Struct, frozen=True):
    """What a pattern found.

    Attributes:
        names: what the diagnosis is about; `Diagnosis` says what that is.
        part: the part that the finding shows: an index or None (all of that axis) for each axis; () is the whole.
    """

    diagnosis: Diagnosis
    names: tuple[str, ...] = ()
    part: tuple[int | None, ...] = ()


@dataclass(frozen=True)
class Pair:
    """An expected array and the one that came instead; of one shape where `mismatch` is given.

    Attributes:
        tolerance: within which numbers count as equal.
        mismatch: where the two differ.
    """

    expected: Array
    got: Array
    tolerance: Tolerance
    mismatch: Mismatch | None = None

    def stands(self, turned: Array) -> bool:
        """Tell whether this rearrangement of `got`, a view of it, is what was expected."""
        if turned.shape != self.expected.shape:
            return False
        if not is_close(self.sample, turned[self.index], self.tolerance).all():
            return False
        return are_close(self.expected, turned, self.tolerance)

    def becomes(self, change: Change, tolerance: Tolerance) -> bool:
        """Tell whether `change` makes the expected numbers those that came, in their place."""
        if not is_close(change(self.sample), self.sample_got, tolerance).all():
            return False
        return are_close_after(change, self.expected, self.got, tolerance)

    @cached_property
    def sample(self) -> Array:
        """Some elements of `expected`: all of a small one, and of every one some of those that differ."""
        return np.asarray(self.expected[self.index])

    @cached_property
    def sample_got(self) -> Array:
        """The elements of `got`, of the same shape, that stand where those of `sample` do."""
        return np.asarray(self.got[self.index])

    @cached_property
    def distinct(self) -> int:
        """How many clearly different finite numbers are in the sample."""
        numbers = np.sort(self.sample[np.isfinite(self.sample)])
        if numbers.dtype.kind in "biu":
            return int(np.unique(numbers).size)
        margin = NOISE * (self.tolerance.absolute + self.tolerance.relative * np.abs(numbers[1:]))
        return int((np.abs(np.diff(numbers)) > margin).sum()) + min(1, numbers.size)

    @cached_property
    def are_finite(self) -> bool:
        """Whether there is neither NaN nor infinity in either."""
        return is_finite(self.expected) and is_finite(self.got)

    @cached_property
    def are_real(self) -> bool:
        """Whether both hold real numbers: floats or integers, neither truths nor complex numbers."""
        return self.expected.dtype.kind in "fiu" and self.got.dtype.kind in "fiu"

    @cached_property
    def index(self) -> tuple[Any, ...]:
        """Where the sample stands, an array of indices for each axis."""
        size = self.expected.size
        if self.expected.ndim == 0:
            return (np.newaxis,)
        flat = np.arange(size) if size <= SAMPLE else np.arange(SAMPLE) * SCATTER % size
        if self.mismatch is not None and size > SAMPLE:
            # Where both are mostly zero, only the few elements that differ tell one rearrangement from another.
            flat = np.concatenate([flat, _first_true(self.mismatch.far.reshape(-1))])
        return np.unravel_index(flat, self.expected.shape)


def are_close_after(change: Change, expected: Array, got: Array, tolerance: Tolerance) -> bool:
    """Like `are_close`, after a change to each expected element."""
    return all(bool(is_close(change(one), other, tolerance).all()) for one, other in blocks(expected, got))


def is_finite(array: Array) -> bool:
    """Tell whether there is neither NaN nor infinity."""
    if array.dtype.kind not in "fc":
        return True
    # One such element makes the sum one too; a sum that overflowed is looked at again.
    return bool(np.isfinite(array.sum())) or bool(np.isfinite(array).all())


def _first_true(truths: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Return where the first few true elements are, without going through what follows them."""
    start = int(truths.argmax())
    return start + np.flatnonzero(truths[start : start + SAMPLE])
