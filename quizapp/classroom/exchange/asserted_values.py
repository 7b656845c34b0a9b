"""Assertions about tensors, arrays and plain data, made of what was recorded of them."""

from collections.abc import Iterator
from math import isfinite
from typing import Final

from quizapp.classroom.exchange.literals import array_literal, tensor_literal
from quizapp.judging.compare import usual_aspects
from quizapp.judging.numbers import SINGLE, default_tolerance
from quizapp.packs.model import Aspect, Check, Tolerance
from quizapp.sandbox.observation import (
    ArraySeen,
    CallableSeen,
    Mapping,
    Named,
    Nothing,
    Observation,
    OtherSeen,
    Real,
    Sequence,
    TensorSeen,
    Truth,
    Whole,
    Words,
)

_MOST_ENTRIES: Final = 200
_SETS: Final = ("set", "frozenset")


class Unsaid(Exception):
    """A value or an aspect of it can't be asserted in a line of torch."""


def tensor_lines(
    name: str, where: str, seen: TensorSeen | ArraySeen, aspect: Aspect, tolerance: Tolerance | None
) -> Iterator[str]:
    """Yield assertions about one aspect of a tensor or array.

    Args:
        name: what the value is called in the notebook.
        where: what the learner calls it.
        seen: what the solution gave.
        aspect: what of it is compared.
        tolerance: the check's own, or None.

    Raises:
        Unsaid: if that can't be said here.
    """
    if isinstance(seen, ArraySeen):
        yield _array_line(name, where, seen, aspect, tolerance)
        return
    match aspect:
        case Aspect.VALUE:
            yield _close(name, where, seen, tolerance)
        case Aspect.GRADIENT:
            yield from _gradient(name, where, seen, tolerance)
        case Aspect.GRADIENT_STATE:
            yield _equal(_state_of_gradient(name), _gradient_state(seen), f"gradient of {where}")
        case _:
            yield _equal(*_side(name, seen, aspect), f"{aspect.value} of {where}")


def _side(name: str, seen: TensorSeen, aspect: Aspect) -> tuple[str, object]:
    """Return an expression for an aspect that is one plain value, and what it must give."""
    sides: dict[Aspect, tuple[str, object]] = {
        Aspect.SHAPE: (f"tuple({name}.shape)", tuple(seen.shape)),
        Aspect.DTYPE: (f"str({name}.dtype)", f"torch.{seen.dtype}"),
        Aspect.DEVICE: (f"str({name}.device)", seen.device),
        Aspect.STRIDE: (f"{name}.stride()", tuple(seen.stride)),
        Aspect.CONTIGUOUS: (f"{name}.is_contiguous()", seen.contiguous),
        Aspect.REQUIRES_GRAD: (f"{name}.requires_grad", seen.requires_grad),
        Aspect.IS_LEAF: (f"{name}.is_leaf", seen.is_leaf),
        Aspect.IS_PARAMETER: (f"isinstance({name}, torch.nn.Parameter)", seen.is_parameter),
        Aspect.OFFSET: (f"{name}.storage_offset()", seen.offset),
        Aspect.VERSION: (f"{name}._version", seen.version),
    }
    if aspect not in sides or (aspect is Aspect.STRIDE and (0 in seen.shape or 1 in seen.shape)):
        raise Unsaid
    return sides[aspect]


def _close(name: str, where: str, seen: TensorSeen, tolerance: Tolerance | None) -> str:
    literal = tensor_literal(seen)
    if literal is None:
        raise Unsaid
    chosen = tolerance or default_tolerance(seen.dtype)
    limits = f"rtol={chosen.relative!r}, atol={chosen.absolute!r}, equal_nan=True, check_dtype=False"
    told = f"lambda text: {f'value of {where}: '!r} + text"
    return f"torch.testing.assert_close({name}.detach(), {literal}, {limits}, msg={told})"


def _state_of_gradient(name: str) -> str:
    return f'"absent" if {name}.grad is None else "nonzero" if {name}.grad.any() else "zero"'


def _gradient_state(seen: TensorSeen) -> str:
    if seen.gradient is None:
        return "absent"
    literal = seen.gradient.values
    if literal is None:
        raise Unsaid
    return "nonzero" if any(bytes(literal.data)) else "zero"


def _gradient(name: str, where: str, seen: TensorSeen, tolerance: Tolerance | None) -> Iterator[str]:
    if seen.gradient is None:
        yield f"assert {name}.grad is None, {f'{where}.grad should be None'!r}"
        return
    yield f"assert {name}.grad is not None, {f'{where}.grad is None'!r}"
    yield _close(f"{name}.grad", f"{where}.grad", seen.gradient, tolerance)


def _array_line(name: str, where: str, seen: ArraySeen, aspect: Aspect, tolerance: Tolerance | None) -> str:
    match aspect:
        case Aspect.SHAPE:
            return _equal(f"tuple({name}.shape)", tuple(seen.shape), f"shape of {where}")
        case Aspect.DTYPE:
            return _equal(f"str({name}.dtype)", seen.dtype, f"dtype of {where}")
        case Aspect.TYPE:
            return f"assert isinstance({name}, np.ndarray), {f'{where} should be a NumPy array'!r}"
        case Aspect.VALUE if (literal := array_literal(seen)) is not None:
            chosen = tolerance or default_tolerance(seen.dtype)
            limits = f"rtol={chosen.relative!r}, atol={chosen.absolute!r}"
            return f"np.testing.assert_allclose({name}, {literal}, {limits}, err_msg={f'value of {where}'!r})"
    raise Unsaid


def plain_lines(name: str, where: str, seen: Observation, aspect: Aspect, check: Check | None) -> Iterator[str]:
    """Yield assertions about plain data, and about what lists and dicts hold.

    Raises:
        Unsaid: if that can't be said here.
    """
    if aspect is Aspect.TYPE:
        raise Unsaid
    match seen:
        case Sequence():
            yield from _sequence_lines(name, where, seen, check)
        case Mapping():
            yield from _mapping_lines(name, where, seen)
        case TensorSeen() | ArraySeen():
            for each in usual_aspects(seen):
                yield from tensor_lines(name, where, seen, each, None)
        case Whole() | Real():
            yield _number_line(name, where, seen, None if check is None else check.tolerance)
        case _:
            yield _single_line(name, where, seen)


def _single_line(name: str, where: str, seen: Observation) -> str:
    match seen:
        case Nothing():
            return f"assert {name} is None, {f'{where} should be None'!r}"
        case Truth(value):
            return f"assert {name} is {value}, {f'{where} should be {value}'!r}"
        case Words(value, False):
            return _equal(name, value, where)
        case Named(_, value):
            return _equal(f"str({name})", value, where)
        case CallableSeen():
            return f"assert callable({name}), {f'{where} should be callable'!r}"
        case OtherSeen():
            return _equal(f"type({name}).__name__", seen.type_name.rpartition(".")[2], f"type of {where}")
    raise Unsaid


def _number_line(name: str, where: str, seen: Whole | Real, tolerance: Tolerance | None) -> str:
    if isinstance(seen, Whole) and tolerance is None:
        return f"assert isinstance({name}, int) and {name} == {seen.value}, {f'{where}: expected {seen.value}'!r}"
    value = float(seen.value) if isinstance(seen, Whole) else float.fromhex(seen.value)
    told = repr(f"{where}: expected {value!r}")
    if not isfinite(value):
        return f"assert repr(float({name})) == {repr(value)!r}, {told}"
    chosen = tolerance or SINGLE
    return f"assert abs({name} - {value!r}) <= {chosen.absolute + chosen.relative * abs(value)!r}, {told}"


def _sequence_lines(name: str, where: str, seen: Sequence, check: Check | None) -> Iterator[str]:
    if seen.length != len(seen.items) or seen.length > _MOST_ENTRIES:
        raise Unsaid
    any_order = seen.type_name in _SETS or (check is not None and check.ordered is False)
    literals = [_literal(item) for item in seen.items]
    if all(literal is not None for literal in literals):
        listed = f"[{', '.join(str(literal) for literal in literals)}]"
        if any_order:
            yield f"assert sorted({name}, key=repr) == sorted({listed}, key=repr), {f'{where}: expected {listed}'!r}"
        else:
            yield f"assert list({name}) == {listed}, {f'{where}: expected {listed}'!r}"
        return
    if any_order:
        raise Unsaid
    yield f"assert len({name}) == {seen.length}, {f'{where} should have {seen.length} entries'!r}"
    for index, item in enumerate(seen.items):
        yield from plain_lines(f"{name}[{index}]", f"{where}[{index}]", item, Aspect.VALUE, check)


def _mapping_lines(name: str, where: str, seen: Mapping) -> Iterator[str]:
    keys = [_literal(key) for key, _ in seen.items]
    if seen.length != len(seen.items) or seen.length > _MOST_ENTRIES or None in keys:
        raise Unsaid
    listed = f"[{', '.join(str(key) for key in keys)}]"
    yield f"assert sorted({name}, key=repr) == sorted({listed}, key=repr), {f'keys of {where}: expected {listed}'!r}"
    for key, (_, value) in zip(keys, seen.items, strict=True):
        yield from plain_lines(f"{name}[{key}]", f"{where}[{key}]", value, Aspect.VALUE, None)


def _literal(seen: Observation) -> str | None:
    """Return a value that Python compares as judging does: text, whole numbers, truths, None."""
    match seen:
        case Words(value, False):
            return repr(value)
        case Whole(value):
            return value
        case Nothing():
            return "None"
    return None


def _equal(expression: str, expected: object, where: str) -> str:
    return f"assert ({expression}) == {expected!r}, {f'{where}: expected {expected}'!r}"
