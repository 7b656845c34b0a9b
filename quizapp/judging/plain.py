"""Plain data: numbers, text, lists, dicts and what they hold.

What counts as equal, unless a check asks for the TYPE:
- `True` is not `1`.
- Where the solution gave a float, an int of equal value is right too. Where it gave an int, `1.0` is right only if
  the check names a tolerance: a count that came out as a float is worth telling.
- Of an object of a kind that is not observed only the type's name is known, so only that counts.
- list, tuple, torch.Size and range are interchangeable; a set's order never counts.
"""

from collections.abc import Callable
from math import isinf, isnan
from typing import TypeAlias

from quizapp.judging.expectations import ExpectationsError
from quizapp.judging.names import compare_names
from quizapp.judging.numbers import EXACT, SINGLE
from quizapp.judging.place import Place
from quizapp.judging.printing import number_text, shown, type_name
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.message import message
from quizapp.packs.model import Aspect, Tolerance
from quizapp.sandbox.observation import Mapping, Named, Observation, OtherSeen, Real, Sequence, Truth, Whole, Words

Compare: TypeAlias = Callable[[Place, Observation, Observation], Finding | None]

SETS = ("set", "frozenset")


def compare_plain(place: Place, expected: Observation, got: Observation, nested: Compare) -> Finding | None:
    """Compare two plain values; `nested` compares what a list or dict holds, of any kind."""
    if isinstance(expected, Whole | Real | Truth):
        return compare_numbers(place, expected, got)
    if isinstance(expected, Sequence) and isinstance(got, Sequence):
        return compare_sequences(place, expected, got, nested)
    if isinstance(expected, Mapping) and isinstance(got, Mapping):
        return compare_mappings(place, expected, got, nested)
    if type(expected) is not type(got):
        return place.finding(Aspect.TYPE, type_name(expected), type_name(got), Diagnosis.WRONG_TYPE)
    if isinstance(expected, Words) and expected.cut:
        raise _too_long(place)
    if isinstance(expected, OtherSeen) and isinstance(got, OtherSeen):
        return compare_type(place, expected, got)
    return None if expected == got else place.finding(Aspect.VALUE, shown(expected), shown(got))


def compare_type(place: Place, expected: Observation, got: Observation) -> Finding | None:
    """Compare the names of the types."""
    if type_name(expected) == type_name(got):
        return None
    return place.finding(Aspect.TYPE, type_name(expected), type_name(got), Diagnosis.WRONG_TYPE)


def compare_numbers(place: Place, expected: Whole | Real | Truth, got: Observation) -> Finding | None:
    """Compare two Python numbers or truths."""
    if isinstance(expected, Truth) or isinstance(got, Truth) or not isinstance(got, Whole | Real):
        same_type = isinstance(expected, Truth) and isinstance(got, Truth)
        return compare_type(place, expected, got) if not same_type else _told(place, expected, got, expected == got)
    if isinstance(expected, Whole) and isinstance(got, Whole):
        near = place.tolerance is not None and _is_close(expected, got, place.tolerance)
        return _told(place, expected, got, expected == got or near)
    if isinstance(expected, Whole) and place.tolerance is None:
        if _is_close(expected, got, EXACT):
            return compare_type(place, expected, got)
        return _told(place, expected, got, False)
    return _told(place, expected, got, _is_close(expected, got, place.tolerance or SINGLE))


def compare_sequences(place: Place, expected: Sequence, got: Sequence, nested: Compare) -> Finding | None:
    """Compare two lists: names as names, other entries in order, or in any if the check or a set says so."""
    if (expected.type_name in SETS) != (got.type_name in SETS) and place.ordered is not False:
        return compare_type(place, expected, got)
    if expected.length != len(expected.items):
        raise _too_long(place)
    any_order = place.ordered is False or expected.type_name in SETS
    if _are_names(expected) and _are_names(got):
        names, others = _names(expected), _names(got)
        return compare_names(place, Aspect.VALUE, names, others, in_order=not any_order)
    if expected.length != got.length:
        return _other_length(place, expected, got)
    if any_order and not any(isinstance(item, Sequence | Mapping) for item in expected.items):
        return _compare_unordered(place, expected, got, nested)
    return _compare_in_order(place, expected, got, nested)


def compare_mappings(place: Place, expected: Mapping, got: Mapping, nested: Compare) -> Finding | None:
    """Compare two dicts by key; order counts only if the check says so. `names` are all keys that differ."""
    if expected.length != len(expected.items):
        raise _too_long(place)
    wanted, seen = dict(expected.items), dict(got.items)
    keys, other_keys = (tuple(_key(key) for key in side) for side in (wanted, seen))
    differs = compare_names(place, Aspect.VALUE, keys, other_keys, in_order=bool(place.ordered))
    if differs is not None:
        return differs
    pairs = [(_key(key), nested(place.at(_subscript(key)), wanted[key], seen[key])) for key in wanted if key in seen]
    differing = [(name, finding) for name, finding in pairs if finding is not None]
    if not differing:
        return None
    first = differing[0][1]
    names = first.names or tuple(name for name, _ in differing)
    return Place(first.where).finding(first.aspect, first.expected, first.got, first.diagnosis, names, first.also)


def _compare_in_order(place: Place, expected: Sequence, got: Sequence, nested: Compare) -> Finding | None:
    for index, (one, other) in enumerate(zip(expected.items, got.items, strict=False)):
        finding = nested(place.at(f"[{index}]"), one, other)
        if finding is not None:
            return finding
    return None


def _compare_unordered(place: Place, expected: Sequence, got: Sequence, nested: Compare) -> Finding | None:
    left = list(got.items)
    for one in expected.items:
        at = next((index for index, other in enumerate(left) if nested(place, one, other) is None), None)
        if at is None:
            return place.finding(Aspect.VALUE, shown(expected), shown(got))
        del left[at]
    return None


def _other_length(place: Place, expected: Sequence, got: Sequence) -> Finding:
    """Return the two lists if they are short enough to be seen whole, else their lengths."""
    one, other = shown(expected), shown(got)
    if one.endswith("…") or other.endswith("…"):
        return Place(f"len({place.where})").finding(Aspect.VALUE, str(expected.length), str(got.length))
    return place.finding(Aspect.VALUE, one, other)


def _told(place: Place, expected: Whole | Real | Truth, got: Observation, equal: bool) -> Finding | None:
    """Return None if equal, else the two with as many digits as tell them apart."""
    if equal:
        return None
    one, other = shown(expected), shown(got)
    if one == other and isinstance(expected, Real) and isinstance(got, Real):
        one, other = (number_text(float.fromhex(side.value), 17) for side in (expected, got))
    return place.finding(Aspect.VALUE, one, other)


def _is_close(expected: Whole | Real, got: Whole | Real, tolerance: Tolerance) -> bool:
    one, other = _float(expected), _float(got)
    if one == other or (isnan(one) and isnan(other)):
        return True
    if isinf(one) or isinf(other):
        return False
    return abs(other - one) <= tolerance.absolute + tolerance.relative * abs(one)


def _float(number: Whole | Real) -> float:
    """Return a number as a float; an int beyond all floats is infinite."""
    return float.fromhex(number.value) if isinstance(number, Real) else float(number.value)


def _are_names(sequence: Sequence) -> bool:
    return all(isinstance(item, Words) for item in sequence.items) and sequence.length == len(sequence.items)


def _names(sequence: Sequence) -> tuple[str, ...]:
    return tuple(item.value for item in sequence.items if isinstance(item, Words))


def _key(key: Observation) -> str:
    return key.value if isinstance(key, Words | Named) else shown(key)


def _subscript(key: Observation) -> str:
    return f'["{key.value}"]' if isinstance(key, Words) else f"[{shown(key)}]"


def _too_long(place: Place) -> ExpectationsError:
    return ExpectationsError(
        message(
            "`{where}` was recorded only in part, because it is too long: observe a smaller part of it",
            where=place.where,
        )
    )
