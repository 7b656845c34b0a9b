"""How a value is named in the list of the inspector: `y  (4, 3) f32`. Knows no Qt."""

from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.judging.printing import cut, shown, shown_shape, type_name
from quizapp.sandbox.observation import ArraySeen, ModuleSeen, Observation, OptimizerSeen, TensorSeen

WIDEST = 40
"""Characters of what a plain value is shown by."""

_SHORT = (("bfloat", "bf"), ("float", "f"), ("uint", "u"), ("int", "i"), ("complex", "c"))


def short_dtype(dtype: str) -> str:
    """Return a dtype as short as learners write it beside a shape: `f32`, `i64`, `bf16`, `bool`."""
    for long, short in _SHORT:
        if dtype.startswith(long):
            return short + dtype.removeprefix(long)
    return dtype


def title(subject: Subject) -> str:
    """Return the name of a value and what kind of thing it is."""
    return f"{subject.name}  {summary(subject.got)}"


def summary(seen: Observation) -> str:
    """Return a value in a few words: shape and dtype, or its type, or itself."""
    match seen:
        case TensorSeen() | ArraySeen():
            return f"{shown_shape(seen.shape)} {short_dtype(seen.dtype)}"
        case ModuleSeen() | OptimizerSeen():
            return type_name(seen)
        case _:
            return cut(shown(seen), WIDEST)
