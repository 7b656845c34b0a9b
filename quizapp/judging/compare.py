"""One check against two observations: the aspects that differ; of those that follow from one another, the first."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeAlias

from quizapp.judging import modules, optimizers, plain, tensors
from quizapp.judging.errors import compare_errors, other_kind, unexpected_error
from quizapp.judging.expectations import ExpectationsError
from quizapp.judging.groups import Names
from quizapp.judging.place import Place, place_of
from quizapp.judging.printing import shown, type_name
from quizapp.judging.verdict import Finding
from quizapp.message import message
from quizapp.packs.model import Aspect, Check
from quizapp.sandbox.observation import (
    ArraySeen,
    CallableSeen,
    ErrorSeen,
    ModuleSeen,
    Nothing,
    Observation,
    OptimizerSeen,
    TensorSeen,
)

NOT_NAMED: tuple[Names, Names] = ({}, {})

TENSOR_SIDES = frozenset({Aspect.SHAPE, Aspect.DTYPE, Aspect.STRIDE, Aspect.CONTIGUOUS, Aspect.VALUE})

CONSEQUENCES: dict[Aspect, frozenset[Aspect]] = {
    Aspect.TYPE: frozenset(Aspect),
    Aspect.CHILDREN: frozenset({Aspect.PARAMETERS, Aspect.TRAINABLE, Aspect.STATE_KEYS, Aspect.MODE, *TENSOR_SIDES}),
    Aspect.PARAMETERS: frozenset({Aspect.TRAINABLE, Aspect.TIED, Aspect.STATE_KEYS, Aspect.GRADIENT, *TENSOR_SIDES}),
    Aspect.BUFFERS: frozenset({Aspect.STATE_KEYS}),
    Aspect.IS_PARAMETER: frozenset({Aspect.TYPE, Aspect.REQUIRES_GRAD, Aspect.IS_LEAF}),
    Aspect.SHAPE: frozenset({Aspect.STRIDE, Aspect.CONTIGUOUS, Aspect.VALUE, Aspect.GRADIENT}),
    Aspect.DTYPE: frozenset({Aspect.VALUE, Aspect.GRADIENT}),
    Aspect.STRIDE: frozenset({Aspect.CONTIGUOUS}),
    Aspect.VERSION: frozenset({Aspect.VALUE}),
    Aspect.TRAINABLE: frozenset({Aspect.REQUIRES_GRAD, Aspect.GRADIENT, Aspect.GRADIENT_STATE}),
    Aspect.REQUIRES_GRAD: frozenset({Aspect.IS_LEAF, Aspect.GRAD_FN, Aspect.GRADIENT, Aspect.GRADIENT_STATE}),
    Aspect.GRADIENT_STATE: frozenset({Aspect.GRADIENT}),
    Aspect.GROUPS: frozenset({Aspect.HYPERPARAMETERS}),
}
"""What is not told when this aspect differs, because it follows from it."""

CAUSES_FIRST = (
    Aspect.TYPE,
    Aspect.CHILDREN,
    Aspect.IS_PARAMETER,
    Aspect.PARAMETERS,
    Aspect.BUFFERS,
    Aspect.SHAPE,
    Aspect.DTYPE,
    Aspect.DEVICE,
    Aspect.STRIDE,
    Aspect.CONTIGUOUS,
    Aspect.VERSION,
    Aspect.TRAINABLE,
    Aspect.REQUIRES_GRAD,
    Aspect.GROUPS,
)
"""Compared before all other aspects, whatever the check's order."""

Comparisons: TypeAlias = Mapping[Aspect, Callable[[Place, Any, Any], Finding | None]]


def compare(
    check: Check, expected: Observation, got: Observation, names: tuple[Names, Names] = NOT_NAMED
) -> tuple[Finding, ...]:
    """Compare the aspects that a check names, or else the usual ones.

    Args:
        check: its `shares_with` and `same_as` are not looked at here (`relations`).
        expected: the solution's observation.
        got: the learner's.
        names: for optimizers: what each run calls its parameters.

    Returns:
        The differences that do not follow from one another, causes first.

    Raises:
        ExpectationsError: if the expectation has no such aspect, or was recorded without what must be compared.
    """
    place = place_of(check)
    if Aspect.GROUPS in check.aspects and isinstance(expected, OptimizerSeen):
        optimizers.require_names(place, expected, names[0])
    return _compare(place, check.aspects, expected, got, names)


def usual_aspects(expected: Observation) -> tuple[Aspect, ...]:
    """Return what is compared of such a value when a check names no aspects."""
    match expected:
        case TensorSeen():
            return (*_usual_place_in_autograd(expected), *tensors.USUAL)
        case ArraySeen():
            return tensors.USUAL
        case ModuleSeen():
            return modules.usual(expected)
        case OptimizerSeen():
            return optimizers.USUAL
        case CallableSeen():
            return ()
        case _:
            return (Aspect.VALUE,)


def _usual_place_in_autograd(expected: TensorSeen) -> tuple[Aspect, ...]:
    """Return what must be kept where the solution gave a tensor that can be trained, or hangs on one that can."""
    if expected.is_parameter:
        return (Aspect.IS_PARAMETER, Aspect.REQUIRES_GRAD)
    if not expected.requires_grad:
        return ()
    return (Aspect.REQUIRES_GRAD, Aspect.IS_LEAF) if expected.is_leaf else (Aspect.REQUIRES_GRAD,)


def existing_difference(check: Check, expected: Observation, got: Observation) -> Finding | None:
    """Return a finding if the value is not there or of another kind, whatever the aspects."""
    return _difference_of_kind(place_of(check), expected, got)


def _difference_of_kind(place: Place, expected: Observation, got: Observation) -> Finding | None:
    if isinstance(expected, ErrorSeen):
        return compare_errors(place, expected, got)
    if isinstance(got, ErrorSeen):
        return unexpected_error(place, expected, got)
    return None if _is_one_kind(expected, got) else other_kind(place, expected, got)


def _compare(
    place: Place, aspects: tuple[Aspect, ...], expected: Observation, got: Observation, names: tuple[Names, Names]
) -> tuple[Finding, ...]:
    difference = _difference_of_kind(place, expected, got)
    if difference is not None:
        return (difference,)
    if isinstance(expected, ErrorSeen):
        return ()
    comparisons = _comparisons(expected, names)
    findings: list[Finding] = []
    implied: set[Aspect] = set()
    for aspect in _causes_first(aspects or usual_aspects(expected)):
        if aspect not in comparisons:
            raise _no_such_aspect(place, aspect, expected)
        finding = None if aspect in implied else comparisons[aspect](place, expected, got)
        if finding is not None:
            if not any(_is_told(finding, by=other) for other in findings):
                findings.append(finding)
            implied |= CONSEQUENCES.get(finding.aspect, frozenset()) | CONSEQUENCES.get(aspect, frozenset())
    return tuple(findings)


def _is_told(finding: Finding, by: Finding) -> bool:
    """Tell whether another finding says the same: a list that hides layers hides parameters and buffers alike."""
    return finding.diagnosis is not None and (finding.where, finding.diagnosis) == (by.where, by.diagnosis)


def _first_difference(
    place: Place, expected: Observation, got: Observation, names: tuple[Names, Names] = NOT_NAMED
) -> Finding | None:
    """Compare what a list, dict or hyper-parameter holds, by its usual aspects."""
    return next(iter(_compare(place, (), expected, got, names)), None)


def _comparisons(expected: Observation, names: tuple[Names, Names]) -> Comparisons:
    """Return the comparisons that such a value has, by aspect."""
    match expected:
        case TensorSeen():
            return tensors.TENSOR_ASPECTS
        case ArraySeen():
            return tensors.ARRAY_ASPECTS
        case ModuleSeen():
            return modules.MODULE_ASPECTS
        case OptimizerSeen():
            return {
                Aspect.TYPE: plain.compare_type,
                Aspect.GROUPS: partial(optimizers.compare_groups, names=names),
                Aspect.STATE: optimizers.compare_state,
                Aspect.HYPERPARAMETERS: partial(
                    optimizers.compare_hyperparameters, names=names, nested=_first_difference
                ),
            }
        case _:
            return {Aspect.TYPE: plain.compare_type, Aspect.VALUE: _compare_plain}


def _compare_plain(place: Place, expected: Observation, got: Observation) -> Finding | None:
    if isinstance(expected, CallableSeen) and isinstance(got, CallableSeen):
        same = expected.signature == got.signature
        return None if same else place.finding(Aspect.VALUE, shown(expected), shown(got))
    return plain.compare_plain(place, expected, got, _first_difference)


def _is_one_kind(expected: Observation, got: Observation) -> bool:
    """Tell whether two values can be compared by aspects: tensor with tensor, module with module, data with data."""
    kinds = (TensorSeen, ArraySeen, ModuleSeen, OptimizerSeen, CallableSeen)
    special = isinstance(expected, kinds) or isinstance(got, kinds)
    if special or isinstance(got, Nothing):
        return type(expected) is type(got)
    return True


def _causes_first(aspects: tuple[Aspect, ...]) -> list[Aspect]:
    return sorted(aspects, key=lambda one: CAUSES_FIRST.index(one) if one in CAUSES_FIRST else len(CAUSES_FIRST))


def _no_such_aspect(place: Place, aspect: Aspect, expected: Observation) -> ExpectationsError:
    return ExpectationsError(
        message(
            "a check asks for the {aspect} of `{where}`, but the solution gave a value of type {type} that has none",
            aspect=aspect.value,
            where=place.where,
            type=type_name(expected),
        )
    )
