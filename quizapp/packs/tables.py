"""TOML text -> a Struct of `packs.written`, with errors that name the line, the key and what was expected there."""

import re
import tomllib
from enum import Enum
from typing import Any, TypeVar, get_args

import msgspec
from msgspec import Struct

from quizapp.message import Message, message
from quizapp.packs.files import Source
from quizapp.packs.model import Aspect
from quizapp.packs.problems import PackError, as_toml, nearest, quoted
from quizapp.packs.toml_lines import KeyPath, key_name, line_of

Written = TypeVar("Written", bound=Struct)

OBSERVABLE = tuple(aspect for aspect in Aspect if aspect not in (Aspect.RULE, Aspect.NAME, Aspect.ERROR))
"""The aspects that a check can name; the others are made by judging."""

_DEEP_KEY = re.compile(r"(?<![\w\"'.-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){64}")
_MANY_DIGITS = re.compile(r"(?<![\d_])\d[\d_]{4000}")
_BRACKETS = re.compile(r"[\[\]{}]")
_AT_LINE = re.compile(r"(.*?)\s*\(at line (\d+), column \d+\)", re.DOTALL)
_AT_END = " (at end of document)"
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]|\[\.\.\.\]")
_UNKNOWN = re.compile(r"Object contains unknown field `(.*)`", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(.*)`")
_WRONG_TYPE = re.compile(r"Expected `([^`]*)`, got `[^`]*`")
_TOO_SHORT = re.compile(r"Expected `(?:array|str)` of length >= 1")
_OUT_OF_BOUNDS = re.compile(r"Expected `(?:int|float)` (>=|<=|>|<) (\S+)")


class Table(Struct, frozen=True):
    """TOML as read, with the text that it came from."""

    source: Source
    data: dict[str, Any]

    def problem(self, says: Message, *key: str | int) -> PackError:
        """Return an error about a key of this table, with its line."""
        return self.source.problem(says, line_of(self.source.text, key), key_name(key))


def parse(source: Source) -> Table:
    """Read TOML.

    Raises:
        PackError: with the line, if the text is not TOML.
    """
    # tomllib takes hours for a dotted key of half a million parts.
    if deep := _DEEP_KEY.search(source.text):
        raise source.problem(message("this TOML is nested too deeply"), _line_at(source, deep.start()))
    try:
        return Table(source, tomllib.loads(source.text))
    except RecursionError:
        raise _too_deep(source) from None
    except ValueError as error:
        # Python's own sentence about a number of thousands of digits names no line.
        if digits := _MANY_DIGITS.search(source.text):
            says = message("there is a number of thousands of digits here; write a smaller one")
            raise source.problem(says, _line_at(source, digits.start())) from None
        reason, line = str(error), None
        if match := _AT_LINE.fullmatch(reason):
            reason, line = match[1], int(match[2])
        elif reason.endswith(_AT_END):
            reason, line = reason.removesuffix(_AT_END), len(source.text.rstrip("\n").split("\n"))
        raise source.problem(message("this TOML can't be read: {reason}", reason=reason), line) from None


def _too_deep(source: Source) -> PackError:
    """Return an error about the line on which the most brackets are open."""
    depth, deepest, at = 0, 0, 0
    for sign in _BRACKETS.finditer(source.text):
        depth += 1 if sign[0] in "[{" else -1
        if depth > deepest:
            deepest, at = depth, sign.start()
    return source.problem(message("this TOML is nested too deeply"), _line_at(source, at))


def _line_at(source: Source, position: int) -> int:
    return source.text.count("\n", 0, position) + 1


def convert(table: Table, schema: type[Written], kin: tuple[type[Struct], ...] = ()) -> Written:
    """Turn a table into a Struct; `kin` are other schemas whose keys the author may have had in mind.

    Raises:
        PackError: about the first key that does not fit.
    """
    try:
        return msgspec.convert(table.data, schema)
    except msgspec.ValidationError as error:
        says, _, place = str(error).rpartition(" - at `$")
        if not says:
            says, place = str(error), ""
        raise _explained(table, (schema, *kin), says, _path(place, table.data)) from None
    except RecursionError:
        raise _too_deep(table.source) from None


def _path(place: str, data: object) -> KeyPath:
    """Return the path that msgspec wrote as `.checks[0].says[...]`; `[...]` is an entry of a table of texts."""
    path: KeyPath = ()
    for name, index in _STEP.findall(place):
        if name or index:
            path = (*path, name or int(index))
        elif isinstance(table := _at(data, path), dict):
            path = (*path, *[key for key, value in table.items() if not isinstance(value, str)][:1])
    return path


def _at(data: object, path: KeyPath) -> object:
    """Return the value at a path, or None."""
    for step in path:
        if isinstance(data, dict):
            data = data.get(str(step))
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def _explained(table: Table, schemas: tuple[type[Struct], ...], says: str, path: KeyPath) -> PackError:
    """Return what msgspec says about the value at a path, in our words."""
    found = as_toml(_at(table.data, path))
    if match := _UNKNOWN.fullmatch(says):
        allowed = {name for schema in schemas for name in _keys_at(schema, path)}
        return table.problem(_unknown_key(match[1], allowed), *path, match[1])
    if match := _MISSING.fullmatch(says):
        return table.problem(message("this key is missing"), *path, match[1])
    if match := _WRONG_TYPE.fullmatch(says):
        if match[1].startswith("array") and isinstance(_at(table.data, path), dict) and len(path) == 1:
            return table.problem(message("expected a list of tables: write [[{key}]] here", key=str(path[0])), *path)
        return table.problem(_wrong_type(match[1], found), *path)
    if _TOO_SHORT.fullmatch(says):
        return table.problem(message("expected something here, found {found}", found=found), *path)
    if match := _OUT_OF_BOUNDS.fullmatch(says):
        return table.problem(_out_of_bounds(match[1], match[2], found), *path)
    if allowed := _choices_at(schemas[0], path):
        return table.problem(_unknown_word(str(_at(table.data, path)), found, allowed), *path)
    return table.problem(message("this does not fit here: {reason}", reason=says), *path)


def _unknown_key(key: str, allowed: set[str]) -> Message:
    if meant := nearest(key, allowed):
        return message('unknown key; did you mean "{nearest}"?', nearest=meant)
    return message("unknown key; the keys here are {allowed}", allowed=quoted(sorted(allowed)))


def _unknown_word(word: str, found: str, allowed: set[str]) -> Message:
    if meant := nearest(word, allowed):
        return message(
            'expected one of {allowed}, found {found}; did you mean "{nearest}"?',
            allowed=quoted(sorted(allowed)),
            found=found,
            nearest=meant,
        )
    return message("expected one of {allowed}, found {found}", allowed=quoted(sorted(allowed)), found=found)


def _wrong_type(expected: str, found: str) -> Message:
    match expected.removesuffix(" | null"):
        case "str":
            return message("expected text in quotes, found {found}", found=found)
        case "str | object":
            return message('expected text in quotes or {{ en = "…", zh = "…" }}, found {found}', found=found)
        case "float":
            return message("expected a number, found {found}", found=found)
        case "float | object":
            return message(
                "expected a number ≥ 0 or {{ relative = …, absolute = … }}, found {found}",
                found=found,
            )
        case "int":
            return message("expected a whole number, found {found}", found=found)
        case "bool":
            return message("expected true or false, found {found}", found=found)
        case "array":
            return message("expected a list in [ ], found {found}", found=found)
        case "object":
            return message("expected a table, found {found}", found=found)
        case other:
            return message("expected {expected}, found {found}", expected=other, found=found)


def _out_of_bounds(sign: str, bound: str, found: str) -> Message:
    shown = {">=": "≥", "<=": "≤"}.get(sign, sign)
    least = f"{float(bound):g}"
    return message("expected a number {sign} {bound}, found {found}", sign=shown, bound=least, found=found)


def _keys_at(schema: type[Struct], path: KeyPath) -> tuple[str, ...]:
    """Return the keys that are allowed in the table at a path."""
    found = _types_at(schema, path, Struct)
    return found[0].__struct_fields__ if found else ()


def _choices_at(schema: type[Struct], path: KeyPath) -> set[str]:
    """Return the words that are allowed at a path, if only certain ones are."""
    allowed = {str(choice) for enum in _types_at(schema, path, Enum) for choice in enum}
    return allowed & set(OBSERVABLE) if allowed & {Aspect.TRAINABLE} else allowed


def _types_at(schema: type[Struct], path: KeyPath, wanted: type[Any]) -> list[Any]:
    """Return the classes of one sort that a schema names for the value at a path."""
    here: Any = schema
    for step in path:
        inner = _classes(here, Struct)
        if isinstance(step, str) and inner:
            here = next((part.type for part in msgspec.structs.fields(inner[0]) if part.name == step), None)
    return _classes(here, wanted)


def _classes(annotation: Any, wanted: type[Any]) -> list[Any]:
    """Return the classes of one sort inside a type annotation such as `list[WrittenCheck] | None`."""
    if isinstance(annotation, type) and not get_args(annotation):
        return [annotation] if issubclass(annotation, wanted) else []
    return [found for part in get_args(annotation) for found in _classes(part, wanted)]
