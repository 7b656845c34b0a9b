"""The attack of a learner who writes down the answer: what the solution gave at first, whatever it is asked."""

from collections.abc import Iterator
from typing import Any, Final

from quizapp.classroom.attacks.attack import Kind
from quizapp.classroom.attacks.change import Change
from quizapp.classroom.attacks.rehearsal import Rehearsal
from quizapp.classroom.attacks.source import Source
from quizapp.judging.numbers import array_of
from quizapp.sandbox.observation import (
    Mapping,
    Nothing,
    Observation,
    Real,
    Sequence,
    TensorSeen,
    Truth,
    Whole,
    Words,
)

MOST_NUMBERS: Final = 256
"""Of a tensor that is written down."""


def hard_coded(source: Source, rehearsal: Rehearsal) -> Iterator[Change]:
    """Let each function return what its first call gave; let each name of a plain program be its value."""
    functions = dict(source.functions())
    for name, call in rehearsal.calls.items():
        if isinstance(call.value, Nothing) or (answer := literal(call.value)) is None:
            continue
        body = functions[name].body
        yield Change(Kind.HARD_CODED, source.between(body[0], body[-1], _returning(source, name, answer)), name)
    answers = {name: literal(rehearsal.names[name]) for name in rehearsal.own}
    if answers and not functions and None not in answers.values():
        lines = (f"{name} = {answer}" for name, answer in answers.items())
        yield Change(Kind.HARD_CODED, "\n".join(("import torch", "", *lines)) + "\n", ", ".join(answers))


def _returning(source: Source, name: str, answer: str) -> str:
    first = dict(source.functions())[name].body[0]
    return f"import torch\n{source.indent(first)}return {answer}" if "torch." in answer else f"return {answer}"


def literal(seen: Observation) -> str | None:
    """Return the Python that makes such a value, or None if it can't be written down."""
    match seen:
        case Nothing():
            return "None"
        case Truth(value=flag):
            return str(flag)
        case Whole(value=text):
            return text
        case Real(value=text):
            return _number(float.fromhex(text))
        case Words(value=text, cut=False):
            return repr(text)
        case TensorSeen():
            return _tensor(seen)
        case Sequence(type_name="list" | "tuple" as kind, length=length, items=items) if len(items) == length:
            return _sequence(kind, [literal(item) for item in items])
        case Mapping(type_name="dict", length=length, items=pairs) if len(pairs) == length:
            return _mapping([(literal(key), literal(value)) for key, value in pairs])
        case _:
            return None


def _sequence(kind: str, parts: list[str | None]) -> str | None:
    written = [part for part in parts if part is not None]
    if len(written) < len(parts):
        return None
    inside = ", ".join(written)
    if kind == "list":
        return f"[{inside}]"
    return f"({inside},)" if len(parts) == 1 else f"({inside})"


def _mapping(pairs: list[tuple[str | None, str | None]]) -> str | None:
    if any(key is None or value is None for key, value in pairs):
        return None
    return "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"


def _tensor(seen: TensorSeen) -> str | None:
    numbers = array_of(seen)
    if numbers is None or numbers.size > MOST_NUMBERS or numbers.dtype.kind == "c":
        return None
    written = f"torch.tensor({_nested(numbers.tolist())}, dtype=torch.{seen.dtype})"
    return f"{written}.reshape({seen.shape})" if not numbers.size else written


def _nested(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_nested(item) for item in value) + "]"
    return _number(value) if isinstance(value, float) else str(value)


def _number(value: float) -> str:
    return repr(value) if abs(value) < float("inf") else f'float("{value}")'
