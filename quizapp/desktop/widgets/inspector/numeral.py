"""How the numbers of one tensor are written: all alike, aligned, with few digits. Knows no Qt."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from quizapp.judging.numbers import WITHOUT_WARNINGS, Array

Style: TypeAlias = Literal["whole", "truth", "fixed", "scientific", "complex"]

MOST_DECIMALS = 4
_MOST_SAMPLED = 1 << 16
_LARGEST_FIXED, _SMALLEST_FIXED = 1e5, 1e-3
_MOST_HIDDEN = 0.1
"""Share of the numbers that may be so small beside the largest that fixed decimals show them as zero."""


@dataclass(frozen=True)
class Numeral:
    """How to write each number of a tensor.

    Attributes:
        decimals: after the point, of fixed and scientific numbers.
        width: characters of the longest.
    """

    style: Style
    decimals: int = 0
    width: int = 1

    def text(self, number: object) -> str:
        """Return one number."""
        if isinstance(number, np.complexfloating):
            return f"{number.real:.3g}{number.imag:+.3g}j"
        if isinstance(number, np.floating):
            return self._real(float(number))
        return str(number)

    def brief(self) -> "Numeral":
        """Return how to write the same numbers with about two digits, for little room."""
        if self.style != "fixed":
            return self
        whole = self.width - self.decimals - 1
        decimals = min(self.decimals, 2 if whole <= 1 else 1 if whole <= 3 else 0)
        return Numeral("fixed", decimals, whole + decimals + (1 if decimals else 0))

    def _real(self, number: float) -> str:
        if not np.isfinite(number):
            return str(number)
        kind = "e" if self.style == "scientific" else "f"
        return f"{number:.{self.decimals}{kind}}"


def is_odd(number: object) -> bool:
    """Tell whether a number is NaN or infinite."""
    return isinstance(number, np.inexact) and not np.isfinite(number)


def sample_of(array: Array) -> Array:
    """Return the numbers in one row; of very many, evenly chosen ones."""
    flat = array.reshape(-1)
    return flat[:: max(1, flat.size // _MOST_SAMPLED)]


@WITHOUT_WARNINGS
def numeral_for(array: Array) -> Numeral:
    """Return how to write these numbers; of very many, a sample decides."""
    sample = sample_of(array)
    kind = array.dtype.kind
    if kind == "b":
        return Numeral("truth", width=5)
    if kind == "c":
        return _with_width(Numeral("complex"), sample)
    if kind != "f":
        return _with_width(Numeral("whole"), sample)
    sizes = np.abs(sample[np.isfinite(sample) & (sample != 0)]).astype(np.float64)
    if not sizes.size:
        return _with_width(Numeral("fixed", 1), sample)
    largest = float(sizes.max())
    decimals = _decimals(sizes, largest)
    hidden = float((sizes < 0.5 * 10.0**-decimals).mean())
    if not _SMALLEST_FIXED <= largest < _LARGEST_FIXED or hidden > _MOST_HIDDEN:
        return _with_width(Numeral("scientific", 2), sample)
    return _with_width(Numeral("fixed", decimals), sample)


def _decimals(sizes: Array, largest: float) -> int:
    """Return the fewest decimals that change no number, or else those of about four digits."""
    # float32 holds some seven digits: what differs beyond them is how it rounds.
    near = 1e-6 * largest
    enough = max(1, MOST_DECIMALS - max(0, int(np.log10(largest))))
    for decimals in range(1, enough):
        if float(np.abs(np.round(sizes, decimals) - sizes).max()) <= near:
            return decimals
    return enough


def _with_width(numeral: Numeral, sample: Array) -> Numeral:
    """Return it with the width of the longest number, which the extremes and what is not finite bound."""
    if not sample.size:
        return numeral
    if sample.dtype.kind == "c":
        candidates = list(sample[:64])
    else:
        odd = sample[~np.isfinite(sample)][:64] if sample.dtype.kind == "f" else sample[:0]
        finite = sample[np.isfinite(sample)] if odd.size else sample
        candidates = [*odd, *([finite.min(), finite.max()] if finite.size else [])]
    return Numeral(numeral.style, numeral.decimals, max(len(numeral.text(number)) for number in candidates))
