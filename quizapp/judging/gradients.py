"""Gradients: whether there is one, and whether its numbers are right; a whole multiple has reasons of its own.

PyTorch counts in each tensor's version how often it was written in place. Adding a second backward's gradient to
`.grad` is such a write, a first backward is none: the version says how often something was added up.
"""

from functools import partial

import numpy as np
from msgspec.structs import replace

from quizapp.judging.numbers import WITHOUT_WARNINGS, array_of
from quizapp.judging.patterns import Pair, Told, diagnose_numbers
from quizapp.judging.patterns.factors import whole_multiple
from quizapp.judging.place import Place
from quizapp.judging.printing import shown
from quizapp.judging.values import Seen, compare_numbers
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect
from quizapp.sandbox.observation import TensorSeen

SUFFIX = ".grad"


def compare_gradient_state(place: Place, expected: TensorSeen, got: TensorSeen) -> Finding | None:
    """Compare whether `.grad` is absent, zero or nonzero."""
    one, other = gradient_state(expected), gradient_state(got)
    if one == other:
        return None
    return place.at(SUFFIX).finding(
        Aspect.GRADIENT_STATE, one, other, presence_diagnosis(expected.gradient, got.gradient)
    )


def compare_gradient(place: Place, expected: TensorSeen, got: TensorSeen) -> Finding | None:
    """Compare `.grad`: whether it is there, its shape, its numbers."""
    there = place.at(SUFFIX)
    if expected.gradient is None or got.gradient is None:
        if expected.gradient is got.gradient:
            return None
        one, other = ("None" if seen is None else shown(seen) for seen in (expected.gradient, got.gradient))
        return there.finding(Aspect.GRADIENT, one, other, presence_diagnosis(expected.gradient, got.gradient))
    differs = compare_gradient_numbers(there, expected.gradient, got.gradient)
    return None if differs is None else replace(differs, aspect=Aspect.GRADIENT)


def compare_gradient_numbers(place: Place, expected: Seen, got: Seen) -> Finding | None:
    """Compare two gradients that are there, by shape and numbers."""
    return compare_numbers(place, expected, got, partial(_diagnose, _version(expected), _version(got)))


@WITHOUT_WARNINGS
def gradient_state(seen: TensorSeen) -> str:
    """Return absent, zero or nonzero."""
    if seen.gradient is None:
        return "absent"
    return "zero" if _is_zero(seen.gradient) else "nonzero"


def presence_diagnosis(expected: TensorSeen | None, got: TensorSeen | None) -> Diagnosis | None:
    """Return what it means that one of two gradients is missing; None if both are there, or neither."""
    if (expected is None) == (got is None):
        return None
    if got is None:
        return Diagnosis.GRADIENT_MISSING
    return Diagnosis.GRADIENT_ZERO if _is_zero(got) else Diagnosis.GRADIENT_UNEXPECTED


def _diagnose(version: int | None, got_version: int | None, pair: Pair) -> Told | None:
    multiple = whole_multiple(pair)
    if multiple is None:
        return diagnose_numbers(pair)
    return Told(_why_multiple(multiple, version, got_version), (str(multiple),))


def _why_multiple(multiple: int, expected: int | None, got: int | None) -> Diagnosis:
    """Return why a gradient is a whole multiple of the right one, if the writes to both leave no doubt."""
    if expected is None or got is None:
        return Diagnosis.GRADIENT_MULTIPLE
    if got - expected == multiple - 1:
        return Diagnosis.GRADIENT_ACCUMULATED
    # As often added up as the right one, which may have been divided in place at the end.
    if got + 1 == multiple and expected in (got, got + 1):
        return Diagnosis.GRADIENT_NOT_DIVIDED
    return Diagnosis.GRADIENT_MULTIPLE


def _version(seen: Seen) -> int | None:
    return seen.version if isinstance(seen, TensorSeen) else None


@WITHOUT_WARNINGS
def _is_zero(seen: TensorSeen) -> bool:
    numbers = array_of(seen)
    return numbers is not None and not bool(np.any(numbers))
