"""Tensors and NumPy arrays: each aspect is a function from two of them to a finding or None."""

from collections.abc import Callable
from typing import TypeAlias

from quizapp.judging.autograd import compare_grad_fn, compare_is_leaf, compare_requires_grad
from quizapp.judging.gradients import SUFFIX, compare_gradient, compare_gradient_numbers, compare_gradient_state
from quizapp.judging.memory import compare_layout, compare_offset, compare_version
from quizapp.judging.place import Place
from quizapp.judging.printing import shown_shape, type_name
from quizapp.judging.values import Seen, compare_numbers, compare_shape
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect
from quizapp.sandbox.observation import ArraySeen, TensorSeen

TensorAspect: TypeAlias = Callable[[Place, TensorSeen, TensorSeen], Finding | None]

USUAL = (Aspect.SHAPE, Aspect.DTYPE, Aspect.VALUE)


def compare_value(place: Place, expected: Seen, got: Seen) -> Finding | None:
    """Compare the numbers; those of a gradient that is observed as such, by what gradients do."""
    compare = compare_gradient_numbers if place.where.endswith(SUFFIX) else compare_numbers
    return compare(place, expected, got)


def compare_dtype(place: Place, expected: Seen, got: Seen) -> Finding | None:
    """Compare the dtypes by name."""
    return _compare_texts(place, Aspect.DTYPE, expected.dtype, got.dtype, Diagnosis.OTHER_DTYPE)


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
    return _compare_texts(place, Aspect.DEVICE, expected.device, got.device, Diagnosis.OTHER_DEVICE)


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
    return _compare_texts(place, Aspect.CONTIGUOUS, str(expected.contiguous), str(got.contiguous), diagnosis)


def compare_is_parameter(place: Place, expected: TensorSeen, got: TensorSeen) -> Finding | None:
    """Compare whether it is an nn.Parameter."""
    diagnosis = None if got.is_parameter else Diagnosis.PLAIN_TENSOR
    one, other = str(expected.is_parameter), str(got.is_parameter)
    return _compare_texts(place, Aspect.IS_PARAMETER, one, other, diagnosis)


def _compare_texts(
    place: Place, aspect: Aspect, expected: str, got: str, diagnosis: Diagnosis | None
) -> Finding | None:
    return None if expected == got else place.finding(aspect, expected, got, diagnosis)


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
    Aspect.VERSION: compare_version,
    Aspect.OFFSET: compare_offset,
    Aspect.LAYOUT: compare_layout,
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
