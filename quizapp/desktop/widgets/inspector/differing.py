"""Whether what a run left behind differs from what the solution left. Knows no Qt.

Coarser than judging, which knows what a check asks for: this only puts a mark beside a name.
"""

from collections.abc import Iterable
from typing import TypeAlias

from msgspec.structs import replace

from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.judging.numbers import array_of, default_tolerance, find_mismatch
from quizapp.sandbox.observation import (
    ArraySeen,
    Mapping,
    ModuleSeen,
    Observation,
    OptimizerSeen,
    OtherSeen,
    Real,
    Sequence,
    TensorSeen,
)

Numbers: TypeAlias = TensorSeen | ArraySeen

_TOLERANCE = default_tolerance("float32")


def differs(subject: Subject) -> bool:
    """Tell whether something was expected, and it is not what is there."""
    return subject.expected is not None and not _same(subject.expected, subject.got)


def _same(expected: Observation, got: Observation) -> bool:
    match expected, got:
        case (TensorSeen(), TensorSeen()):
            return same_numbers(expected, got) and _same_gradient(expected.gradient, got.gradient)
        case (ArraySeen(), ArraySeen()):
            return same_numbers(expected, got)
        case (ModuleSeen(), ModuleSeen()):
            return _same_module(expected, got)
        case (OptimizerSeen(), OptimizerSeen()):
            # Labels of parameters mean nothing in another run.
            return [len(group.parameters) for group in expected.groups] == [
                len(group.parameters) for group in got.groups
            ] and all(
                _same_pairs(one.hyperparameters, other.hyperparameters)
                for one, other in zip(expected.groups, got.groups, strict=True)
            )
        case (Real(), Real()):
            return _same_real(expected, got)
        case (Sequence(), Sequence()):
            return expected.length == got.length and _all_same(expected.items, got.items)
        case (Mapping(), Mapping()):
            return _all_same(_flat(expected), _flat(got))
        case (OtherSeen(), OtherSeen()):
            return replace(expected, identity=0) == replace(got, identity=0)
        case _:
            return expected == got


def same_numbers(expected: Numbers, got: Numbers) -> bool:
    """Tell whether two tensors or arrays agree in dtype, shape and, as far as they were captured, numbers."""
    if (expected.dtype, expected.shape) != (got.dtype, got.shape):
        return False
    if expected.values is None or got.values is None or expected.values == got.values:
        return True
    left, right = array_of(expected), array_of(got)
    if left is None or right is None:
        return True
    return find_mismatch(left, right, default_tolerance(expected.dtype)) is None


def _same_gradient(expected: TensorSeen | None, got: TensorSeen | None) -> bool:
    if expected is None or got is None:
        return expected is got
    return same_numbers(expected, got)


def _same_module(expected: ModuleSeen, got: ModuleSeen) -> bool:
    left, right = _tensors(expected), _tensors(got)
    return (
        left.keys() == right.keys()
        and [(one.name, one.training) for one in expected.submodules]
        == [(one.name, one.training) for one in got.submodules]
        and all(
            tensor.requires_grad == right[name].requires_grad and _same(tensor, right[name])
            for name, tensor in left.items()
        )
    )


def _tensors(module: ModuleSeen) -> dict[tuple[str, str], TensorSeen]:
    return (
        {("parameter", name): tensor for name, tensor in module.parameters}
        | {("buffer", name): tensor for name, tensor, _ in module.buffers}
        | {("loose", name): tensor for name, tensor in module.loose}
    )


def _same_real(expected: Real, got: Real) -> bool:
    if expected == got:
        return True
    left, right = float.fromhex(expected.value), float.fromhex(got.value)
    return abs(left - right) <= _TOLERANCE.absolute + _TOLERANCE.relative * abs(left)


def _same_pairs(expected: tuple[tuple[str, Observation], ...], got: tuple[tuple[str, Observation], ...]) -> bool:
    return [name for name, _ in expected] == [name for name, _ in got] and _all_same(
        (value for _, value in expected), (value for _, value in got)
    )


def _flat(mapping: Mapping) -> list[Observation]:
    return [part for item in mapping.items for part in item]


def _all_same(expected: Iterable[Observation], got: Iterable[Observation]) -> bool:
    left, right = list(expected), list(got)
    return len(left) == len(right) and all(_same(*pair) for pair in zip(left, right, strict=True))
