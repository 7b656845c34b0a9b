"""Attacks on what a program gives: another dtype, other axes, one number for many, without its graph, a copy."""

import ast
from collections.abc import Iterator
from typing import Final

from quizapp.classroom.attacks.attack import Kind
from quizapp.classroom.attacks.change import Change
from quizapp.classroom.attacks.rehearsal import Rehearsal
from quizapp.classroom.attacks.source import Function, Source
from quizapp.sandbox.observation import (
    ArraySeen,
    Mapping,
    ModuleSeen,
    Observation,
    Sequence,
    TensorSeen,
)

_OTHER_DTYPES: Final = {"float32": "double", "float64": "float", "int64": "int", "int32": "long", "bool": "long"}
_OVERWRITTEN: Final = {"list": "{name}.reverse()", "dict": "{name}.clear()"}


def results(source: Source, rehearsal: Rehearsal) -> Iterator[Change]:
    """Change what a function returns, or a name of the top level stands for, by one call behind it."""
    for value, seen, storages in _given_values(source, rehearsal):
        for kind, call in _calls_behind(seen, storages):
            yield Change(kind, source.replaced(value, source.operand(value) + call))


def clobbered(source: Source, rehearsal: Rehearsal) -> Iterator[Change]:
    """Overwrite what a function was handed, once the result is there."""
    for name, function in source.functions():
        call = rehearsal.calls.get(name)
        for argument, seen in call.arguments.items() if call else ():
            if _stands_for_it_still(argument, function) and (overwrites := _overwriting(argument, seen)):
                yield Change(Kind.CLOBBERED, _at_the_end(source, function, overwrites), f"{name}: {overwrites}")


def _stands_for_it_still(argument: str, function: Function) -> bool:
    """Tell whether an argument's name still stands in the end for what the function was handed."""
    names = (node for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    return argument != "self" and all(name.id != argument for name in names)


def _given_values(source: Source, rehearsal: Rehearsal) -> Iterator[tuple[ast.expr, Observation, frozenset[int]]]:
    """Yield expressions that make a result, what was seen of it, and the memory that was there before."""
    functions = dict(source.functions())
    for name, call in rehearsal.calls.items():
        before = frozenset(label for seen in call.arguments.values() for label in _storages(seen))
        for node in _returns(source, functions[name]):
            if node.value is not None:
                yield from ((value, seen, before) for value, seen in _parts(node.value, call.value))
    given = {name: seen for name, seen in rehearsal.names.items() if name not in rehearsal.own}
    before = frozenset(label for seen in given.values() for label in _storages(seen))
    for statement in source.tree.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in rehearsal.names:
                yield value, rehearsal.names[name], before


def _parts(value: ast.expr, seen: Observation) -> Iterator[tuple[ast.expr, Observation]]:
    """Yield a value, or each part of one that is written as a tuple."""
    if isinstance(value, ast.Tuple) and isinstance(seen, Sequence) and len(value.elts) == len(seen.items):
        yield from zip(value.elts, seen.items, strict=True)
    else:
        yield value, seen


def _calls_behind(seen: Observation, before: frozenset[int]) -> Iterator[tuple[Kind, str]]:
    """Yield what can be put behind such a value to make it a wrong one."""
    match seen:
        case TensorSeen():
            yield from _behind_tensor(seen)
            if seen.storage in before:
                yield Kind.COPIED, ".clone()"
        case ArraySeen():
            yield Kind.OTHER_DTYPE, f'.astype("{"float64" if seen.dtype != "float64" else "float32"}")'
            yield Kind.EXTRA_AXIS, "[None]"
            if seen.storage in before:
                yield Kind.COPIED, ".copy()"
        case ModuleSeen():
            yield Kind.OTHER_DTYPE, ".double()"
            yield Kind.FROZEN_OTHERWISE, ".requires_grad_(False)"
            yield Kind.OTHER_MODE, ".eval()" if seen.training else ".train()"


def _behind_tensor(seen: TensorSeen) -> Iterator[tuple[Kind, str]]:
    if seen.dtype in _OTHER_DTYPES:
        yield Kind.OTHER_DTYPE, f".{_OTHER_DTYPES[seen.dtype]}()"
    if sum(size > 1 for size in seen.shape[-2:]) and len(seen.shape) > 1:
        yield Kind.TRANSPOSED, ".transpose(-1, -2)"
    if any(size > 1 for size in seen.shape):
        yield Kind.SCALAR, ".mean()" if seen.dtype.startswith(("float", "bfloat")) else ".max()"
    yield Kind.EXTRA_AXIS, ".unsqueeze(0)"
    if seen.requires_grad:
        yield Kind.DETACHED, ".detach()"


def _storages(seen: Observation) -> Iterator[int]:
    """Yield the labels of all memory that a value holds."""
    match seen:
        case TensorSeen(storage=int(label)) | ArraySeen(storage=int(label)):
            yield label
        case ModuleSeen():
            yield from (label for _, tensor in seen.parameters for label in _storages(tensor))
            yield from (label for _, tensor, _ in seen.buffers for label in _storages(tensor))
        case Sequence():
            yield from (label for item in seen.items for label in _storages(item))
        case Mapping():
            yield from (label for _, item in seen.items for label in _storages(item))


def _overwriting(name: str, seen: Observation) -> str | None:
    """Return a statement that changes such an argument in place."""
    match seen:
        case TensorSeen() if seen.dtype != "bool":
            return f"{name}.data.add_(1)"
        case ArraySeen():
            return f"{name}[...] += 1"
        case Sequence(type_name=kind) | Mapping(type_name=kind) if kind in _OVERWRITTEN and seen.length:
            return _OVERWRITTEN[kind].format(name=name)
        case _:
            return None


def _at_the_end(source: Source, function: Function, statement: str) -> str:
    """Return the program with a statement behind all else that a function does."""
    returns = [node for node in _returns(source, function) if node.value is not None]
    if not returns:
        return source.after(function.body[-1], statement)
    last = max(returns, key=lambda node: node.lineno)
    assert last.value is not None
    lines = (f"result = {source.written(last.value)}", statement, "return result")
    return source.replaced(last, f"\n{source.indent(last)}".join(lines))


def _returns(source: Source, function: Function) -> Iterator[ast.Return]:
    """Yield the returns of a function, without those of functions inside it."""
    for node in ast.walk(function):
        if isinstance(node, ast.Return) and source.function_around(node) is function:
            yield node
