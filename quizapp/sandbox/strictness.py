"""What the schema can't say about a report: sizes, counts, depth, names; and where its raw numbers are."""

import math
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from quizapp.sandbox.messages import Report, RunError
from quizapp.sandbox.observation import (
    ArraySeen,
    CallableSeen,
    ErrorSeen,
    GroupSeen,
    Mapping,
    ModuleSeen,
    Named,
    Observation,
    OptimizerSeen,
    OtherSeen,
    Real,
    Sequence,
    TensorSeen,
    Values,
    Whole,
)
from quizapp.sandbox.text import readable

MAX_NODES: Final = 20_000
MAX_DEPTH: Final = 24
MAX_TENSOR_BYTES: Final = 8 << 20
MAX_DIMENSIONS: Final = 64
MAX_LENGTH: Final = 1 << 48
MAX_DIGITS: Final = 4_000
MAX_WARNINGS: Final = 100
MAX_ROWS: Final = 4096
MAX_SECONDS: Final = 1e6

CARRIED_BYTES: Final = {
    "bool": 1,
    "uint8": 1,
    "int8": 1,
    "uint16": 2,
    "int16": 2,
    "float16": 2,
    "uint32": 4,
    "int32": 4,
    "float32": 4,
    "bfloat16": 4,
    "float8_e4m3fn": 4,
    "float8_e4m3fnuz": 4,
    "float8_e5m2": 4,
    "float8_e5m2fnuz": 4,
    "float8_e8m0fnu": 4,
    "uint64": 8,
    "int64": 8,
    "float64": 8,
    "complex64": 8,
    "complex128": 16,
}
"""Bytes per element as they travel: bfloat16 and float8 are carried as float32."""

Cut = Callable[[bytes | memoryview], memoryview]


class Unreadable(Exception):
    """A child's message broke the schema or a limit; its text says which."""


def check_report(report: Report, expressions: tuple[str, ...]) -> None:
    """Check what stands in the report beside the observations, and that these are the ones asked for.

    Raises:
        Unreadable: if not.
    """
    _need(set(report.observations) == set(expressions), "other observations than asked for")
    _need(len(report.warnings) <= MAX_WARNINGS, "too many warnings")
    for seconds in (report.seconds, report.cpu_seconds):
        _need(0 <= seconds <= MAX_SECONDS, "a time that can't be")
    _need(0 <= report.peak_bytes <= MAX_LENGTH, "a memory that can't be")
    if report.error is not None:
        _check_error(report.error)


def resolve_values(observations: Iterable[Observation], cut: Cut, length: int) -> None:
    """Check every node and give each `Values` its own numbers.

    Args:
        observations: all of a report, in the order in which they travel; their `Values` are filled in place.
        cut: gives the bytes that a reference stands for, in order.
        length: of the body, which the references together must fill.

    Raises:
        Unreadable: at the first thing that is not as an honest worker sends it.
    """
    filled = 0
    for node in _every(observations):
        _check(node)
        if isinstance(node, TensorSeen | ArraySeen):
            filled += _fill(node.values, node.dtype, node.shape, cut)
    if filled != length:
        raise Unreadable("bytes that nothing refers to")


def check_kept(observations: Iterable[Observation]) -> None:
    """Check every node of what was kept, as in a pack, whose `Values` have their numbers.

    Raises:
        Unreadable, ValueError, OverflowError: at the first thing that is not as an honest worker sends it.
    """
    for node in _every(observations):
        _check(node)


def _every(observations: Iterable[Observation]) -> Iterator[Observation]:
    """Yield every node in the order in which they travel, each before what is in it."""
    nodes = 0
    waiting: list[tuple[Observation, int]] = [(seen, 0) for seen in reversed(tuple(observations))]
    while waiting:
        node, depth = waiting.pop()
        nodes += 1
        if nodes > MAX_NODES or depth > MAX_DEPTH:
            raise Unreadable("too many values" if nodes > MAX_NODES else "values nested too deeply")
        yield node
        waiting.extend((child, depth + 1) for child in reversed(list(_below(node))))


def _below(node: Observation) -> Iterator[Observation]:
    """Yield the nodes in `node`, in the order in which they travel."""
    match node:
        case TensorSeen(gradient=gradient):
            if gradient is not None:
                yield gradient
        case Sequence(items=items):
            yield from items
        case Mapping(items=pairs):
            for key, value in pairs:
                yield key
                yield value
        case ModuleSeen():
            yield from (setting for part in node.submodules for _, setting in part.settings)
            yield from (tensor for _, tensor in node.parameters)
            yield from (tensor for _, tensor, _ in node.buffers)
            yield from (tensor for _, tensor in node.loose)
        case OptimizerSeen(groups=groups):
            yield from (value for group in groups for _, value in group.hyperparameters)


def _check(node: Observation) -> None:
    """Check one node by itself, but for its numbers."""
    for name in _names(node):
        if readable(name) != name or "\n" in name:
            raise Unreadable("a name with control characters")
    match node:
        case TensorSeen():
            _check_sizes(node.shape)
            _need(len(node.stride) in (0, len(node.shape)), "strides of another shape")
            _need(0 <= node.storage_bytes <= MAX_LENGTH and 0 <= node.offset <= MAX_LENGTH, "storage out of range")
        case ArraySeen():
            _check_sizes(node.shape)
        case ModuleSeen(submodules=parts):
            for rows in (part.looked_up or () for part in parts):
                _need(len(rows) <= MAX_ROWS and all(0 <= row <= MAX_LENGTH for row in rows), "rows that can't be")
        case Sequence() | Mapping():
            _need(len(node.items) <= node.length <= MAX_LENGTH, "a length that can't be")
        case Whole(value=digits):
            _need(len(digits) <= MAX_DIGITS and digits.removeprefix("-").isdecimal() and digits.isascii(), "no integer")
        case Real(value=text):
            float.fromhex(text)


def _names(node: Observation) -> Iterator[str]:
    """Yield the texts of `node` that an honest worker has made readable."""
    if isinstance(node, ModuleSeen):
        yield node.type_name
        yield from (name for part in node.submodules for name in (part.name, part.type_name))
        yield from (name for part in node.submodules for name, _ in part.settings)
        yield from (name for name, _ in (*node.parameters, *node.loose))
        yield from (name for name, _, _ in node.buffers)
        yield from (*node.hidden, *node.state_keys)
    elif isinstance(node, OptimizerSeen):
        yield node.type_name
        yield from node.state_keys
        yield from (name for group in node.groups for name in _group_names(group))
    elif isinstance(node, TensorSeen):
        yield from (node.type_name, node.dtype, node.device, node.layout, node.grad_fn or "")
    elif isinstance(node, ArraySeen):
        yield node.dtype
    elif isinstance(node, ErrorSeen):
        yield from (node.type_name, node.missing or "", *node.bases)
    elif isinstance(node, Named | Sequence | Mapping | OtherSeen):
        yield node.type_name
    elif isinstance(node, CallableSeen):
        yield node.name


def _group_names(group: GroupSeen) -> Iterator[str]:
    return (name for name, _ in group.hyperparameters)


def _check_error(error: RunError) -> None:
    for name in (error.type_name, *error.bases):
        _need(readable(name) == name, "a name with control characters")
    for place in (error.line, error.column, error.end_column):
        _need(place is None or 0 < place < MAX_LENGTH, "a place that can't be")


def _check_sizes(shape: tuple[int, ...]) -> None:
    _need(len(shape) <= MAX_DIMENSIONS, "too many dimensions")
    _need(all(0 <= size <= MAX_LENGTH for size in shape), "a size that can't be")


def _fill(values: Values | None, dtype: str, shape: tuple[int, ...], cut: Cut) -> int:
    if values is None:
        return 0
    size = math.prod(shape) * CARRIED_BYTES.get(dtype, -1)
    values.data = bytes(cut(values.data))
    _need(len(values.data) == size, "numbers that don't fit their shape")
    _need(size <= 2 * MAX_TENSOR_BYTES, "a tensor too large")
    _need(dtype != "bool" or size == 0 or not values.data.strip(b"\0\1"), "a bool that is neither")
    return size


def _need(holds: bool, else_: str) -> None:
    if not holds:
        raise Unreadable(else_)
