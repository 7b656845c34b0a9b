"""What recording an exercise again would change of its stored expectations, for an author to read and agree to."""

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
from msgspec import Struct

from quizapp.judging.expectations import Expectations
from quizapp.judging.numbers import Array, array_of
from quizapp.judging.signature import Signature, Trait
from quizapp.sandbox.observation import (
    ArraySeen,
    CallableSeen,
    ErrorSeen,
    Mapping,
    ModuleSeen,
    Named,
    Nothing,
    OptimizerSeen,
    OtherSeen,
    Real,
    Sequence,
    TensorSeen,
    Truth,
    Whole,
    Words,
)

_LONGEST: Final = 100
_LEAVES: Final = (Nothing, Truth, Whole, Real, Words, Named, CallableSeen, OtherSeen)
_LABELS: Final = ("storage", "identity")
"""Numbers that only say which values share memory or are one object: they differ wherever anything else does."""

_ABSENT: Final = object()


class RecordChange(Struct, frozen=True, kw_only=True):
    """One value that differs.

    Attributes:
        where: the variant, the expression and what of it: `wide: net[0].weight.shape`; or `mistakes.NAME`.
        before, after: the two sides, short enough to print; None where there is nothing.
        differing, numbers: of two tensors alike but for their numbers: how many differ, of how many. The sides are
            those that differ most.
        mistake: the name of the mistake that is recognised by something else.
        gone, new: what it was recognised by, and what instead.
    """

    where: str
    before: str | None
    after: str | None
    differing: int = 0
    numbers: int = 0
    mistake: str | None = None
    gone: tuple[Trait, ...] = ()
    new: tuple[Trait, ...] = ()


def changes_between(before: Expectations, after: Expectations) -> tuple[RecordChange, ...]:
    """Compare stored expectations with newly recorded ones, value by value."""
    found = [
        *_compare("torch", before.torch, after.torch),
        *_compare_named("", before.observations, after.observations),
        *_compare_mistakes(before.mistakes, after.mistakes),
    ]
    telling = tuple(change for change in found if change.where.rpartition(".")[2] not in _LABELS)
    return telling or tuple(found)


def _compare_mistakes(before: dict[str, Signature], after: dict[str, Signature]) -> Iterator[RecordChange]:
    """Yield each mistake that is recognised by something else, with the traits that only one side has."""
    for name in dict.fromkeys((*before, *after)):
        old, now = (side.get(name, Signature()).traits for side in (before, after))
        if old != now:
            gone, new = tuple(each for each in old if each not in now), tuple(each for each in now if each not in old)
            yield RecordChange(
                where=f"mistakes.{name}", before=_told(gone), after=_told(new), mistake=name, gone=gone, new=new
            )


def _compare(where: str, before: Any, after: Any) -> Iterator[RecordChange]:
    """Yield the changes between two values that stand at one place."""
    if before == after and type(before) is type(after):
        return
    if isinstance(before, dict) and isinstance(after, dict):
        yield from _compare_named(f"{where}: ", before, after)
    elif isinstance(before, tuple) and isinstance(after, tuple):
        yield from _compare_lists(where, before, after)
    elif isinstance(before, Struct) and type(before) is type(after) and not isinstance(before, _LEAVES):
        yield from _compare_structs(where, before, after)
    else:
        yield RecordChange(where=where, before=_shown(before), after=_shown(after))


def _compare_named(prefix: str, before: dict[str, Any], after: dict[str, Any]) -> Iterator[RecordChange]:
    for name in dict.fromkeys((*before, *after)):
        yield from _compare(f"{prefix}{name}", before.get(name, _ABSENT), after.get(name, _ABSENT))


def _compare_lists(where: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> Iterator[RecordChange]:
    if not any(isinstance(part, Struct | tuple) for part in (*before, *after)):
        yield RecordChange(where=where, before=_shown(before), after=_shown(after))
        return
    old, new = _by_label(before), _by_label(after)
    for label in dict.fromkeys((*old, *new)):
        yield from _compare(f"{where}[{label}]", old.get(label, _ABSENT), new.get(label, _ABSENT))


def _by_label(parts: tuple[Any, ...]) -> dict[str, Any]:
    """Return the parts by what they are called: their own name if they have one, else their number."""
    labelled: dict[str, Any] = {}
    for index, part in enumerate(parts):
        match part:
            case (str(name), value) if name not in labelled:
                labelled[name] = value
            case (str(name), *values) if name not in labelled:
                labelled[name] = tuple(values)
            case _:
                labelled[str(index)] = part
    return labelled


def _compare_structs(where: str, before: Struct, after: Struct) -> Iterator[RecordChange]:
    for name in before.__struct_fields__:
        if name == "values" and isinstance(before, TensorSeen | ArraySeen):
            yield from _compare_numbers(where, before, after)
        else:
            yield from _compare(f"{where}.{name}", getattr(before, name), getattr(after, name))


def _compare_numbers(where: str, before: Any, after: Any) -> Iterator[RecordChange]:
    one, other = array_of(before), array_of(after)
    if before.values == after.values or (before.dtype, before.shape) != (after.dtype, after.shape):
        return
    if one is None or other is None or not one.size:
        yield RecordChange(where=f"{where}.values", before=_kept(one), after=_kept(other))
        return
    yield _change_of_numbers(where, one, other)


def _change_of_numbers(where: str, before: Array, after: Array) -> RecordChange:
    """Return the place where two arrays of one shape differ most, and in how many they do."""
    with np.errstate(all="ignore"):
        apart = np.abs(before.astype(np.complex128) - after.astype(np.complex128)).ravel()
    both = np.isnan(before.ravel()) & np.isnan(after.ravel())
    apart = np.where(both | (before.ravel() == after.ravel()), 0.0, np.nan_to_num(apart, nan=np.inf))
    # Where even this finds nothing, it is the sign of a zero or the bits of a NaN that differ.
    worst = int(apart.argmax())
    index = ", ".join(str(int(part)) for part in np.unravel_index(worst, before.shape))
    return RecordChange(
        where=f"{where}[{index}]" if index else where,
        before=_printed(before.ravel()[worst].item()),
        after=_printed(after.ravel()[worst].item()),
        differing=int((apart > 0).sum()) or 1,
        numbers=before.size,
    )


def _kept(numbers: Array | None) -> str | None:
    return None if numbers is None else f"{numbers.size}"


def _shown(value: Any) -> str | None:
    """Return a value as one line; None where there is none."""
    match value:
        case _ if value is _ABSENT:
            return None
        case TensorSeen() | ArraySeen():
            return f"{value.dtype}({', '.join(map(str, value.shape))})"
        case ModuleSeen() | OptimizerSeen() | OtherSeen():
            return value.type_name
        case ErrorSeen():
            return _printed(f"{value.type_name}: {value.message}")
        case Sequence() | Mapping():
            return f"{value.type_name}[{value.length}]"
        case Real():
            return _printed(float.fromhex(value.value))
        case Truth() | Whole() | Words() | Named():
            return _printed(value.value)
        case CallableSeen():
            return _printed(f"{value.name}{value.signature}")
        case Nothing() | None:
            return "None"
        case _:
            return _printed(_in_words(value))


def _in_words(value: Any) -> object:
    """Return several words as a list of them."""
    if isinstance(value, dict | tuple) and all(isinstance(part, str) for part in value):
        return ", ".join(value) or "-"
    return value


def _told(traits: tuple[Trait, ...]) -> str | None:
    """Return what a mistake is recognised by as programs read it: `p: value, normalised_wrong_axis`."""
    told = (
        f"{trait.where}: {trait.aspect}" + (f", {trait.diagnosis}" if trait.diagnosis is not None else "")
        for trait in traits
    )
    return "; ".join(told) or None


def _printed(value: object) -> str:
    text = f"{value:.9g}" if isinstance(value, float) else " ".join(str(value).split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
