"""The right numbers after one and the same change to each: sign, factor, offset."""

from collections.abc import Callable

import numpy as np

from quizapp.judging.numbers import EXACT, Array
from quizapp.judging.patterns.pair import Pair, Told
from quizapp.judging.printing import number_text
from quizapp.judging.verdict import Diagnosis
from quizapp.packs.model import Tolerance

LEAST_TELLING = 100
"""How many times the tolerance a number, or the spread of several, must be to say anything."""

NEARLY_ONE = 0.01
"""A factor nearer to 1 than this explains nothing."""

LEAST_RELATIVE = 1e-6
"""How near floats must come to a factor's multiple; integers come nearer."""

LARGEST_MULTIPLE = 10_000

OF_ONE_NUMBER = (10, 3)
"""One number alone says something up to that multiple, and if it is no whole number or at least that large."""


def negated(pair: Pair) -> Told | None:
    """Every number has the opposite sign."""
    if pair.expected.dtype.kind not in "fic" or pair.got.dtype.kind not in "fic":
        return None
    enough = min(2, pair.expected.size)
    if _telling(pair).size < enough:
        return None
    return Told(Diagnosis.NEGATED) if pair.becomes(np.negative, pair.tolerance) else None


def scaled(pair: Pair) -> Told | None:
    """Every number is off by one factor, and enough different numbers show it."""
    factor = _factor(pair)
    if factor is None or abs(factor - 1.0) <= NEARLY_ONE or not _says_enough(_telling(pair)):
        return None
    return Told(Diagnosis.SCALED, (number_text(factor),)) if _holds(pair, factor) else None


def offset(pair: Pair) -> Told | None:
    """The same was added to every number, and enough different numbers show it."""
    if not pair.are_real or not pair.are_finite or pair.distinct < 2 or not _says_enough(pair.sample):
        return None
    numbers = pair.sample.astype(np.float64)
    size, spread = float(np.abs(numbers).max()), float(np.ptp(numbers))
    noise = LEAST_TELLING * (pair.tolerance.absolute + pair.tolerance.relative * size)
    # Next to zero the least of what was added is lost to rounding.
    at = int(np.argmin(np.abs(numbers)))
    added = pair.sample_got[at].item() - pair.sample[at].item()
    if min(spread, abs(added)) <= noise or not pair.becomes(_plus(added), pair.tolerance):
        return None
    return Told(Diagnosis.OFFSET, (number_text(added),))


def whole_multiple(pair: Pair) -> int | None:
    """Return the whole number, 2 or more, that every number was multiplied by, if the numbers leave no doubt."""
    factor = _factor(pair)
    multiple = 0 if factor is None else round(factor)
    if factor is None or not 2 <= multiple <= LARGEST_MULTIPLE or not _is_near(factor, multiple):
        return None
    telling = _telling(pair)
    if np.unique(telling).size < 2:
        highest, least = OF_ONE_NUMBER
        whole = bool((telling == np.round(telling)).all())
        if multiple > highest or telling.size == 0 or (whole and float(np.abs(telling).max()) < least):
            return None
    return multiple if _holds(pair, multiple) else None


def _factor(pair: Pair) -> float | None:
    """Return got / expected at the largest expected element of the sample, if both sides are real and finite."""
    if not pair.are_real or not pair.are_finite or pair.sample.size == 0:
        return None
    at = int(np.argmax(np.abs(pair.sample.astype(np.float64))))
    one, other = float(pair.sample[at]), float(pair.sample_got[at])
    return other / one if one and other else None


def _holds(pair: Pair, factor: float) -> bool:
    """Tell whether every number was multiplied by this; what is tiny beside the largest may be noise."""
    relative = LEAST_RELATIVE**2 if pair.tolerance == EXACT else max(pair.tolerance.relative, LEAST_RELATIVE)
    largest = float(np.abs(pair.sample.astype(np.float64)).max())
    return pair.becomes(_times(factor), Tolerance(relative=relative, absolute=relative * largest * abs(factor)))


def _is_near(factor: float, multiple: int) -> bool:
    return abs(factor - multiple) <= 1e-3 * multiple


def _telling(pair: Pair) -> Array:
    """Return the numbers of the sample that are clearly not zero."""
    return pair.sample[np.abs(pair.sample) > LEAST_TELLING * pair.tolerance.absolute]


def _says_enough(numbers: Array) -> bool:
    """Tell whether there are enough different numbers: of whole ones one more, because they agree by chance."""
    whole = bool((numbers == np.round(numbers)).all())
    return bool(np.unique(numbers).size >= (3 if whole else 2))


def _times(factor: float) -> Callable[[Array], Array]:
    return lambda numbers: numbers.astype(np.float64) * factor


def _plus(added: int | float) -> Callable[[Array], Array]:
    # Wide enough that nothing wraps around, and exact for whole numbers.
    wide = np.int64 if isinstance(added, int) else np.float64
    return lambda numbers: numbers.astype(wide) + wide(added)
