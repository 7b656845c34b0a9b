"""The tensors and arrays that a value is or holds, each by the name that leads to it. Knows no Qt."""

from collections.abc import Iterator
from itertools import islice
from typing import TypeAlias

from quizapp.desktop.widgets.inspector.module_parts import expression
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.sandbox.observation import ArraySeen, ModuleSeen, Observation, Sequence, TensorSeen

Numbers: TypeAlias = TensorSeen | ArraySeen

MOST = 64
"""Tensors that are looked for in one value."""


def numbers_within(subject: Subject) -> tuple[tuple[str, Numbers], ...]:
    """Return a value itself, or the tensors of a module or a list: `net[0].weight`, `parts[1]`."""
    return tuple(islice(_within(subject.name, subject.got), MOST))


def _within(name: str, seen: Observation) -> Iterator[tuple[str, Numbers]]:
    match seen:
        case TensorSeen() | ArraySeen():
            yield name, seen
        case ModuleSeen():
            for part, tensor in (*seen.parameters, *((key, buffer) for key, buffer, _ in seen.buffers), *seen.loose):
                yield expression(name, part), tensor
        case Sequence():
            for place, item in enumerate(seen.items):
                yield from _within(f"{name}[{place}]", item)
        case _:
            return
