"""Keeps what an author added by hand to an exercise that is brought in once more: mistakes, rules, further checks, …

What the notebook says is its title and its checks; every other key of `exercise.toml` stays as its author wrote it.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from quizapp.classroom.exchange.question_files import toml_text
from quizapp.packs.files import Source
from quizapp.packs.problems import PackError
from quizapp.packs.tables import parse
from quizapp.packs.toml_lines import key_lines

_TITLE: Final = "title"
_CHECKS: Final = "checks"
_SAYS: Final = "says"


class CannotKeep(Exception):
    """What is in the file can't be told apart, so none of it is to be overwritten."""


class Kept(Struct, frozen=True):
    """The text of `exercise.toml` with the author's part of it, and what of its checks the notebook doesn't have."""

    text: str
    checks: tuple[str, ...] = ()


class _Piece(Struct, frozen=True):
    """A key at the top of a file, or one table of an array there, with the lines that it was written in."""

    key: str
    text: str
    has_header: bool


def keep_handwork(before: str, fresh: str, language: str) -> Kept:
    """Return what `exercise.toml` says from now on.

    Args:
        before: its text as it is in the pack, changed by hand perhaps.
        fresh: its text as the notebook has it, with a title and checks only.
        language: the pack's.

    Raises:
        CannotKeep: if the text before is not such a file, or is written in a way that can't be taken apart.
    """
    old, new = _data(before), _data(fresh)
    old_checks, new_checks = _checks(old), _checks(new)
    keepers = _keepers(old_checks, new_checks, language)
    given_up = _given_up(old_checks, new_checks, keepers)
    own = [index for index in range(len(old_checks)) if index not in {*keepers.values(), *given_up}]
    is_titled = _in_language(old.get(_TITLE), language) == new[_TITLE]
    if is_titled and len(keepers) == len(new_checks):
        return Kept(before)
    pieces = _pieces(before)
    checks = [piece.text for piece in pieces if piece.key == _CHECKS and piece.has_header]
    if len(checks) != len(old_checks):
        raise CannotKeep
    news = [piece.text for piece in _pieces(fresh) if piece.key == _CHECKS]
    titles = [piece.text for piece in pieces if piece.key == _TITLE]
    parts = (
        _before_first(before),
        *(titles if is_titled else [_titled(old.get(_TITLE), new[_TITLE], language)]),
        "\n".join(piece.text for piece in pieces if not piece.has_header and piece.key != _TITLE),
        *(checks[keepers[index]] if index in keepers else text for index, text in enumerate(news)),
        *(checks[index] for index in own),
        *(piece.text for piece in pieces if piece.has_header and piece.key not in (_TITLE, _CHECKS)),
    )
    text = "\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"
    _refuse_losses(text, old, len(news) + len(own))
    return Kept(text, tuple(str(old_checks[index].get("observe")) for index in own))


def _data(text: str) -> dict[str, Any]:
    try:
        return parse(Source(Path("exercise.toml"), text)).data
    except PackError as error:
        raise CannotKeep from error


def _checks(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the checks as they stand in the file.

    Raises:
        CannotKeep: if they are no tables.
    """
    found = data.get(_CHECKS, [])
    if not isinstance(found, list) or not all(isinstance(check, dict) for check in found):
        raise CannotKeep
    return found


def _pieces(text: str) -> list[_Piece]:
    lines = text.split("\n")
    starts = sorted(_starts(text, lines))
    ends = [line for line, _ in starts[1:]] + [len(lines)]
    return [
        _Piece(key, "\n".join(lines[line:end]), lines[_first_said(lines, line)].lstrip().startswith("["))
        for (line, key), end in zip(starts, ends, strict=True)
    ]


def _starts(text: str, lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the line, from 0, where each piece begins with the comments above it, and its key."""
    found: dict[int, str] = {}
    for path, number in key_lines(text).items():
        is_table = len(path) == 2 and isinstance(path[1], int) and lines[number - 1].lstrip().startswith("[[")
        if len(path) == 1 or is_table:
            found[number - 1] = str(path[0])
    first = min(found, default=0)
    for line, key in found.items():
        above = line
        while line > first and above > 0 and lines[above - 1].lstrip().startswith("#"):
            above -= 1
        yield above, key


def _first_said(lines: list[str], line: int) -> int:
    while lines[line].lstrip().startswith("#"):
        line += 1
    return line


def _before_first(text: str) -> str:
    """Return the comments at the top."""
    return "\n".join(text.split("\n")[: min(key_lines(text).values(), default=1) - 1])


def _keepers(old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]], language: str) -> dict[int, int]:
    """Return for those new checks that are in the file already which of the old ones each is."""
    free = list(range(len(old)))
    found: dict[int, int] = {}
    for index, check in enumerate(new):
        same = next((other for other in free if _read_in(old[other], language) == check), None)
        if same is not None:
            free.remove(same)
            found[index] = same
    return found


def _given_up(
    old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]], keepers: Mapping[int, int]
) -> set[int]:
    """Return the old checks that a new one of the same value takes the place of."""
    free = [index for index in range(len(old)) if index not in keepers.values()]
    found: set[int] = set()
    for index, check in enumerate(new):
        if index not in keepers:
            same = (other for other in free if other not in found and old[other].get("observe") == check["observe"])
            found |= set(list(same)[:1])
    return found


def _read_in(check: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Return a check as the notebook would have it: what is said in other languages was added."""
    return {key: _in_language(value, language) if key == _SAYS else value for key, value in check.items()}


def _in_language(text: object, language: str) -> object:
    return text.get(language) if isinstance(text, dict) else text


def _titled(old: object, new: str, language: str) -> str:
    if not isinstance(old, dict):
        return f"{_TITLE} = {toml_text(new)}"
    words = ", ".join(f"{code} = {toml_text(str(text))}" for code, text in {**old, language: new}.items())
    return f"{_TITLE} = {{ {words} }}"


def _refuse_losses(text: str, old: Mapping[str, Any], checks: int) -> None:
    """See that every other key came through, and no check was lost."""
    got = _data(text)
    others = {key: value for key, value in old.items() if key not in (_TITLE, _CHECKS)}
    if {key: value for key, value in got.items() if key not in (_TITLE, _CHECKS)} != others:
        raise CannotKeep
    if len(got.get(_CHECKS, [])) != checks:
        raise CannotKeep
