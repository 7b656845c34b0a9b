"""Tensors and NumPy arrays: each aspect is a function from two of them to a finding or None."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from msgspec.structs import replace

from quizapp.judging.expectations import ExpectationsError
from quizapp.judging.numbers import WITHOUT_WARNINGS, Array, array_of, default_tolerance, find_mismatch
from quizapp.judging.patterns import diagnose, factor_between
from quizapp.judging.place import Place
from quizapp.judging.printing import beginning_text, number_text, pair_text, shown, shown_shape, type_name
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.message import message
from quizapp.packs.model import Aspect
from quizapp.sandbox.observation import ArraySeen, TensorSeen

Seen: TypeAlias = TensorSeen | ArraySeen
TensorAspect: TypeAlias = Callable[[Place, TensorSeen, TensorSeen], Finding | None]

USUAL = (Aspect.SHAPE, Aspect.DTYPE, Aspect.VALUE)


def compare_shape(place: Place, expected: Seen, got: Seen) -> Finding | None:
    """Compare the sizes; where they differ, the numbers may say why (transposed)."""
    if expected.shape == got.shape:
        return None
    one, other = array_of(expected), array_of(got)
    diagnosis = None
    if one is not None and other is not None:
        diagnosis = diagnose(one, other, default_tolerance(expected.dtype, got.dtype))
    return place.finding(Aspect.SHAPE, shown_shape(expected.shape), shown_shape(got.shape), diagnosis)


def compare_value(place: Place, expected: Seen, got: Seen) -> Finding | None:
    """Compare element by element; tells the worst one, or a pattern of the whole. Another shape is told as such."""
    if expected.shape != got.shape:
        return compare_shape(place, expected, got)
    wanted, numbers = array_of(expected), array_of(got)
    if wanted is None:
        raise ExpectationsError(
            message(
                "`{where}` was recorded without its numbers (too large, or not strided): observe a smaller part of it",
                where=place.where,
            )
        )
    if numbers is None:
        return place.finding(Aspect.VALUE, shown(expected), shown(got))
    tolerance = place.tolerance or default_tolerance(expected.dtype, got.dtype)
    mismatch = find_mismatch(wanted, numbers, tolerance)
    if mismatch is None:
        return None
    diagnosis = diagnose(wanted, numbers, tolerance)
    if diagnosis is None:
        texts = pair_text(wanted, numbers, mismatch.worst)
        return place.at_index(mismatch.worst).finding(Aspect.VALUE, *texts)
    names = _factor(wanted, numbers) if diagnosis is Diagnosis.SCALED else ()
    return place.finding(Aspect.VALUE, beginning_text(wanted), beginning_text(numbers), diagnosis, names)


def compare_dtype(place: Place, expected: Seen, got: Seen) -> Finding | None:
    """Compare the dtypes by name."""
    return _compare_texts(place, Aspect.DTYPE, expected.dtype, got.dtype)


def compare_type(place: Place, expected: Seen, got: Seen) -> Finding | None:
    """Compare the classes: Tensor, Parameter, ndarray."""
    if type_name(expected) == type_name(got):
        return None
    plain = isinstance(expected, TensorSeen) and isinstance(got, TensorSeen)
    loose = plain and expected.is_parameter and not got.is_parameter  # type: ignore[union-attr]
    diagnosis = Diagnosis.PLAIN_TENSOR if loose else Diagnosis.WRONG_TYPE
    return place.finding(Aspect.TYPE, type_name(expected), type_name(got), diagnosis)


def compare_device(place: Place, expected: TensorSeen, got: TensorSeen) -> Finding | None:
    """Compare the devices."""
    return _compare_texts(place, Aspect.DEVICE, expected.device, got.device)


def compare_stride(place: Place, expected: TensorSeen, got: TensorSeen) -> Finding | None:
    """Compare the steps in memory, of axes longer than one: the others are never taken and may say anything."""
    if expected.shape != got.shape:
        return compare_shape(place, expected, got)
    steps = zip(expected.shape, expected.stride, got.stride, strict=False)
    if 0 in expected.shape or all(one == other for size, one, other in steps if size > 1):
        return None
    lost = expected.contiguous and not got.contiguous
    diagnosis = Diagnosis.NOT_CONTIGUOUS if lost else None
    return place.finding(Aspect.STRIDE, shown_shape(expected.stride), shown_shape(got.stride), diagnosis)


def compare_contiguous(place: Place, expected: TensorSeen, got: TensorSeen) -> Finding | None:
    """Compare whether the elements lie in memory row by row."""
    diagnosis = None if got.contiguous else Diagnosis.NOT_CONTIGUOUS
    return _compare_truths(place, Aspect.CONTIGUOUS, expected.contiguous, got.contiguous, diagnosis)


def compare_requires_grad(place: Place, expected: TensorSeen, got: TensorSeen) -> Finding | None:
    """Compare requires_grad; of a parameter this is whether it is frozen."""
    frozen = Diagnosis.FROZEN_TOO_LITTLE if got.requires_grad else Diagnosis.FROZEN_TOO_MUCH
    diagnosis = frozen if got.is_parameter else None
    return _compare_truths(place, Aspect.REQUIRES_GRAD, expected.requires_grad, got.requires_grad, diagnosis)


def compare_is_leaf(place: Place, expected: TensorSeen, got: TensorSeen) -> Finding | None:
    """Compare whether autograd sees a leaf."""
    return _compare_truths(place, Aspect.IS_LEAF, expected.is_leaf, got.is_leaf)


def compare_is_parameter(place: Place, expected: TensorSeen, got: TensorSeen) -> Finding | None:
    """Compare whether it is an nn.Parameter."""
    diagnosis = None if got.is_parameter else Diagnosis.PLAIN_TENSOR
    return _compare_truths(place, Aspect.IS_PARAMETER, expected.is_parameter, got.is_parameter, diagnosis)


def compare_grad_fn(place: Place, expected: TensorSeen, got: TensorSeen) -> Finding | None:
    """Compare the names of the functions that made them, without the trailing number."""
    one, other = (str(seen.grad_fn).rstrip("0123456789") for seen in (expected, got))
    return _compare_texts(place, Aspect.GRAD_FN, one, other)


def compare_gradient_state(place: Place, expected: TensorSeen, got: TensorSeen) -> Finding | None:
    """Compare whether `.grad` is absent, zero or nonzero."""
    one, other = gradient_state(expected), gradient_state(got)
    if one == other:
        return None
    return place.at(".grad").finding(Aspect.GRADIENT_STATE, one, other, _gradient_diagnosis(expected, got))


def compare_gradient(place: Place, expected: TensorSeen, got: TensorSeen) -> Finding | None:
    """Compare `.grad`: whether it is there, its shape, its numbers."""
    there = place.at(".grad")
    if expected.gradient is None or got.gradient is None:
        if expected.gradient is got.gradient:
            return None
        one, other = ("None" if seen.gradient is None else shown(seen.gradient) for seen in (expected, got))
        return there.finding(Aspect.GRADIENT, one, other, _gradient_diagnosis(expected, got))
    differs = compare_value(there, expected.gradient, got.gradient)
    return None if differs is None else replace(differs, aspect=Aspect.GRADIENT)


@WITHOUT_WARNINGS
def gradient_state(seen: TensorSeen) -> str:
    """Return absent, zero or nonzero."""
    if seen.gradient is None:
        return "absent"
    numbers = array_of(seen.gradient)
    return "nonzero" if numbers is None or bool(np.any(numbers)) else "zero"


def _gradient_diagnosis(expected: TensorSeen, got: TensorSeen) -> Diagnosis | None:
    if got.gradient is None:
        return Diagnosis.GRADIENT_MISSING
    return Diagnosis.GRADIENT_UNEXPECTED if expected.gradient is None else None


def _factor(expected: Array, got: Array) -> tuple[str, ...]:
    factor = factor_between(expected, got)
    return () if factor is None else (number_text(factor),)


def _compare_texts(place: Place, aspect: Aspect, expected: str, got: str) -> Finding | None:
    return None if expected == got else place.finding(aspect, expected, got)


def _compare_truths(
    place: Place, aspect: Aspect, expected: bool, got: bool, diagnosis: Diagnosis | None = None
) -> Finding | None:
    return None if expected == got else place.finding(aspect, str(expected), str(got), diagnosis)


TENSOR_ASPECTS: dict[Aspect, TensorAspect] = {
    Aspect.TYPE: compare_type,
    Aspect.IS_PARAMETER: compare_is_parameter,
    Aspect.SHAPE: compare_shape,
    Aspect.DTYPE: compare_dtype,
    Aspect.DEVICE: compare_device,
    Aspect.STRIDE: compare_stride,
    Aspect.CONTIGUOUS: compare_contiguous,
    Aspect.REQUIRES_GRAD: compare_requires_grad,
    Aspect.IS_LEAF: compare_is_leaf,
    Aspect.GRAD_FN: compare_grad_fn,
    Aspect.GRADIENT_STATE: compare_gradient_state,
    Aspect.GRADIENT: compare_gradient,
    Aspect.VALUE: compare_value,
}

ARRAY_ASPECTS: dict[Aspect, Callable[[Place, ArraySeen, ArraySeen], Finding | None]] = {
    Aspect.TYPE: compare_type,
    Aspect.SHAPE: compare_shape,
    Aspect.DTYPE: compare_dtype,
    Aspect.VALUE: compare_value,
}
