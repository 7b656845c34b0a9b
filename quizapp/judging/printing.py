"""Observed values as short text, as a learner would write them."""

from collections.abc import Iterable
from itertools import islice
from numbers import Complex, Integral
from numbers import Real as RealNumber
from typing import TYPE_CHECKING

from quizapp.sandbox.observation import (
    ArraySeen,
    CallableSeen,
    ErrorSeen,
    Mapping,
    ModuleSeen,
    Named,
    Nothing,
    Observation,
    OptimizerSeen,
    OtherSeen,
    Real,
    Sequence,
    TensorSeen,
    Truth,
    Whole,
    Words,
)
from quizapp.sandbox.text import readable

if TYPE_CHECKING:
    from quizapp.judging.numbers import Array

WIDEST = 80
"""Characters of the longest text; what is longer is cut and ends in an ellipsis."""

LONGEST_MESSAGE = 200
"""Characters of an exception's first line."""

BRACKETS = {
    **dict.fromkeys(("tuple", "Size", "torch.Size", "range"), ("(", ")")),
    **dict.fromkeys(("set", "frozenset"), ("{", "}")),
}


def shown(value: Observation) -> str:
    """Return a value as short text that is safe to show: `[1, 2.5, 'a']`, `tensor([0.5, 1.0])`, `Linear(…)`."""
    return cut(readable(_text(value)))


def cut(text: str, widest: int = WIDEST) -> str:
    """Return the text, or its beginning and an ellipsis."""
    return text if len(text) <= widest else text[: widest - 1] + "…"


def shown_names(names: tuple[str, ...]) -> str:
    """Return names as a short list: `[features.0.weight, features.0.bias]`."""
    return cut(readable(f"[{', '.join(names)}]"))


def shown_shape(shape: tuple[int, ...]) -> str:
    """Return a shape as Python writes it: `(4, 6)`, `(3,)`."""
    return str(tuple(shape))


def array_text(array: "Array", digits: int = 4) -> str | None:
    """Return an array as nested lists with short numbers, or None if that is longer than `WIDEST`."""
    text = _nested(array, digits)
    return text if len(text) <= WIDEST else None


def pair_text(expected: "Array", got: "Array", worst: tuple[int, ...]) -> tuple[str, str]:
    """Return both sides whole if short, else their element at `worst`; with as many digits as tell them apart."""
    for digits in (4, 7, 17):
        whole = array_text(expected, digits), array_text(got, digits)
        if whole[0] is not None and whole[1] is not None and whole[0] != whole[1]:
            return whole[0], whole[1]
        single = number_text(expected[worst], digits), number_text(got[worst], digits)
        if (whole[0] is None or whole[1] is None) and single[0] != single[1]:
            return single
    return number_text(expected[worst], 17), number_text(got[worst], 17)


def beginning_text(array: "Array") -> str:
    """Return an array as nested lists, cut where they get too long."""
    return cut(_nested(array, 4))


def number_text(number: object, digits: int = 4) -> str:
    """Return one number of an array or a Python one: `3`, `0.25`, `True`, `nan`, `1+2j`."""
    # NumPy's numbers are known by these too, and what only prints need not wait for NumPy.
    if isinstance(number, Complex) and not isinstance(number, RealNumber):
        return f"{number.real:.{digits}g}{number.imag:+.{digits}g}j"
    if isinstance(number, RealNumber) and not isinstance(number, Integral):
        text = f"{float(number):.{digits}g}"
        return text if any(mark in text for mark in ".en") else f"{text}.0"
    return str(number)


def type_name(value: Observation) -> str:
    """Return the name of a value's type, as a learner knows it."""
    match value:
        case Truth():
            return "bool"
        case Whole():
            return "int"
        case Real():
            return "float"
        case Words():
            return "str"
        case Nothing():
            return "None"
        case ArraySeen():
            return "ndarray"
        case CallableSeen():
            return "callable"
        case _:
            return value.type_name


def _text(value: Observation) -> str:
    match value:
        case Truth() | Named():
            return str(value.value)
        case Whole():
            return value.value
        case Real():
            return number_text(float.fromhex(value.value), 6)
        case Words():
            return repr(value.value)
        case Nothing():
            return "None"
        case ErrorSeen():
            return shown_error(value.type_name, value.message)
        case CallableSeen():
            return f"{value.name}{value.signature or '(…)'}"
        case _:
            return _large_text(value)


def _large_text(
    value: TensorSeen | ArraySeen | Sequence | Mapping | ModuleSeen | OptimizerSeen | OtherSeen,
) -> str:
    match value:
        case TensorSeen() | ArraySeen():
            return _tensor_text(value)
        case Sequence():
            opening, closing = BRACKETS.get(value.type_name, ("[", "]"))
            if opening == "(" and value.length == 1:
                closing = ",)"
            return f"{opening}{_joined(_text(item) for item in islice(value.items, WIDEST))}{closing}"
        case Mapping():
            pairs = (f"{_text(key)}: {_text(item)}" for key, item in islice(value.items, WIDEST))
            return f"{{{_joined(pairs)}}}"
        case ModuleSeen() | OptimizerSeen():
            return f"{value.type_name}(…)"
        case OtherSeen():
            return value.type_name


def _tensor_text(value: TensorSeen | ArraySeen) -> str:
    from quizapp.judging.numbers import array_of

    array = array_of(value)
    text = None if array is None else array_text(array)
    name = "array" if isinstance(value, ArraySeen) else "tensor"
    return f"{name}({text})" if text is not None else f"{name}{shown_shape(value.shape)} {value.dtype}"


def shown_error(type_name: str, message: str) -> str:
    """Return an exception as its last line in a traceback, without the message's further lines; safe to show."""
    line = readable(next(iter(message.strip().splitlines()), ""))
    return cut(f"{type_name}: {line}", LONGEST_MESSAGE) if line else type_name


def _joined(parts: Iterable[str]) -> str:
    """Join parts until the text is long enough to be cut anyway."""
    text = ""
    for part in parts:
        text += f", {part}" if text else part
        if len(text) > WIDEST:
            break
    return text


def _nested(array: "Array", digits: int) -> str:
    if array.ndim == 0:
        return number_text(array[()], digits)
    return f"[{_joined(_nested(part, digits) for part in array)}]"
