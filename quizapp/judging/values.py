"""The shape and the numbers of tensors and arrays: what differs, where most, and which pattern the whole shows."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from quizapp.judging.expectations import ExpectationsError
from quizapp.judging.numbers import Array, Mismatch, array_of, default_tolerance, find_mismatch
from quizapp.judging.patterns import Pair, Told, diagnose_numbers, diagnose_shape, diagnose_sizes
from quizapp.judging.place import Place
from quizapp.judging.printing import beginning_text, pair_text, shown, shown_shape
from quizapp.judging.verdict import Finding
from quizapp.message import message
from quizapp.packs.model import Aspect
from quizapp.sandbox.observation import ArraySeen, TensorSeen

Seen: TypeAlias = TensorSeen | ArraySeen
Pattern: TypeAlias = Callable[[Pair], Told | None]


def compare_shape(place: Place, expected: Seen, got: Seen) -> Finding | None:
    """Compare the sizes; they, or the numbers, may say what happened (which axis, transposed)."""
    if expected.shape == got.shape:
        return None
    one, other = array_of(expected), array_of(got)
    if one is not None and other is not None:
        told = diagnose_shape(one, other, default_tolerance(expected.dtype, got.dtype))
    else:
        told = diagnose_sizes(expected.shape, got.shape)
    diagnosis, names = (None, ()) if told is None else (told.diagnosis, told.names)
    return place.finding(Aspect.SHAPE, shown_shape(expected.shape), shown_shape(got.shape), diagnosis, names)


def compare_numbers(place: Place, expected: Seen, got: Seen, diagnose: Pattern = diagnose_numbers) -> Finding | None:
    """Compare element by element; tells a pattern of the whole, or else the worst one. Another shape is told as such.

    `diagnose` is asked about two arrays of one shape that differ.

    Raises:
        ExpectationsError: if the expectation was recorded without its numbers.
    """
    if expected.shape != got.shape:
        return compare_shape(place, expected, got)
    wanted, numbers = array_of(expected), array_of(got)
    if wanted is None:
        raise _without_numbers(place)
    if numbers is None:
        return place.finding(Aspect.VALUE, shown(expected), shown(got))
    tolerance = place.tolerance or default_tolerance(expected.dtype, got.dtype)
    mismatch = find_mismatch(wanted, numbers, tolerance)
    if mismatch is None:
        return None
    told = None if place.brief else diagnose(Pair(wanted, numbers, tolerance, mismatch))
    if told is None:
        return place.at_index(mismatch.worst).finding(Aspect.VALUE, *pair_text(wanted, numbers, mismatch.worst))
    there = place.at(_subscript(told.part))
    return there.finding(Aspect.VALUE, *_texts(wanted, numbers, mismatch, told), told.diagnosis, told.names)


def _subscript(part: tuple[int | None, ...]) -> str:
    """Return a part as it is written behind a name: `[2]` for a row, `[:, 2]` for a column, nothing for the whole."""
    texts = [":" if index is None else str(index) for index in part]
    while texts and texts[-1] == ":":
        texts.pop()
    return f"[{', '.join(texts)}]" if texts else ""


def _texts(expected: Array, got: Array, mismatch: Mismatch, told: Told) -> tuple[str, str]:
    """Return both sides of the part that a pattern is about, so that they can be told apart."""
    part = tuple(slice(None) if index is None else index for index in told.part)
    one, other = np.asarray(expected[part]), np.asarray(got[part])
    texts = beginning_text(one), beginning_text(other)
    if texts[0] != texts[1]:
        return texts
    far = np.asarray(mismatch.far[part])
    worst = mismatch.worst if not part else np.unravel_index(int(far.argmax()), far.shape)
    return pair_text(one, other, tuple(int(index) for index in worst))


def _without_numbers(place: Place) -> ExpectationsError:
    return ExpectationsError(
        message(
            "`{where}` was recorded without its numbers (too large, or not strided): observe a smaller part of it",
            where=place.where,
        )
    )
