"""Which pictures suit which value. Knows no Qt."""

from enum import StrEnum
from math import prod

from quizapp.desktop.widgets.inspector.curve_model import is_series
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.judging.numbers import CARRIED_AS
from quizapp.sandbox.observation import ArraySeen, ModuleSeen, OptimizerSeen, Sequence, TensorSeen

LARGE = 4_096
"""Elements from which a tensor is first shown as a summary."""

SHORTEST_CURVE = 8
"""Numbers that a tensor of one axis needs to be offered as a curve; two do for a logged series."""


class Kind(StrEnum):
    """One way to look at a value."""

    SUMMARY = "summary"
    VALUES = "values"
    DIFFERENCE = "difference"
    GRADIENT = "gradient"
    CURVE = "curve"
    TREE = "tree"
    EMBEDDING = "embedding"
    OPTIMIZER = "optimizer"
    PLAIN = "plain"


def kinds_for(subject: Subject) -> tuple[Kind, ...]:
    """Return the ways to look at a value, the best first."""
    match subject.got:
        case ModuleSeen():
            return (Kind.TREE, Kind.EMBEDDING) if _has_embedding(subject.got) else (Kind.TREE,)
        case TensorSeen() | ArraySeen():
            return _of_numbers(subject, subject.got)
        case OptimizerSeen():
            return (Kind.OPTIMIZER,)
        case Sequence() if len(subject.got.items) >= SHORTEST_CURVE and is_series(subject.got):
            return (Kind.CURVE, Kind.PLAIN)
        case _:
            return (Kind.PLAIN,)


def _of_numbers(subject: Subject, seen: TensorSeen | ArraySeen) -> tuple[Kind, ...]:
    kinds = [Kind.VALUES]
    if prod(seen.shape) >= LARGE and seen.values is not None and seen.dtype in CARRIED_AS:
        kinds.insert(0, Kind.SUMMARY)
    if isinstance(subject.expected, TensorSeen | ArraySeen):
        kinds.append(Kind.DIFFERENCE)
    if _gradient(seen) is not None or _gradient(subject.expected) is not None:
        kinds.append(Kind.GRADIENT)
    if len(seen.shape) == 1 and seen.values is not None and seen.dtype.startswith(("float", "bfloat")):
        # A series of numbers, one per run of a line, travels as an array of float64.
        is_series = isinstance(seen, ArraySeen) and seen.dtype == "float64"
        if seen.shape[0] >= (2 if is_series else SHORTEST_CURVE):
            kinds.insert(0 if is_series else len(kinds), Kind.CURVE)
    return tuple(kinds)


def _gradient(seen: object) -> TensorSeen | None:
    return seen.gradient if isinstance(seen, TensorSeen) else None


def _has_embedding(module: ModuleSeen) -> bool:
    return any(one.type_name in ("Embedding", "EmbeddingBag") or one.looked_up is not None for one in module.submodules)
