"""Adds entries to a list in a TOML file and leaves everything else in it as its author wrote it."""

import re
import tomllib
from typing import Final

from quizapp.message import message
from quizapp.packs.files import Source
from quizapp.packs.problems import quoted
from quizapp.packs.toml_lines import key_lines

_PART: Final = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*|[\[\],]|\s+|[^\s\[\],"\'#]+')


def with_entries(source: Source, key: str, entries: tuple[str, ...]) -> str:
    """Return the file's text with the entries at the end of a top-level list of slugs.

    Raises:
        PackError: if the list can't be found; it says what to add by hand.
    """
    if not entries:
        return source.text
    written = _added(source.text, key, entries)
    if written is None:
        says = message("the list can't be changed here; add {entries} to it by hand", entries=quoted(entries))
        raise source.problem(says, key_lines(source.text).get((key,)), key)
    return written


def _added(text: str, key: str, entries: tuple[str, ...]) -> str | None:
    try:
        before = tomllib.loads(text)[key]
        written = _inserted(text, key, entries)
        return written if written is not None and tomllib.loads(written)[key] == [*before, *entries] else None
    except (tomllib.TOMLDecodeError, KeyError, ValueError):
        return None


def _inserted(text: str, key: str, entries: tuple[str, ...]) -> str | None:
    line = key_lines(text).get((key,))
    if line is None:
        return None
    start = sum(len(each) + 1 for each in text.split("\n")[: line - 1])
    opening = text.find("[", text.find("=", start))
    span = _span(text, opening)
    if span is None:
        return None
    last, end = span
    inside = text[opening + 1 : end]
    names = [f'"{entry}"' for entry in entries]
    comma = "" if text[last] in "[," else ","
    if "\n" not in inside:
        glue = " " if text[last] == "," else ""
        joined = ", ".join(names)
        return text[: last + 1] + (f"{comma} {joined}" if comma else f"{glue}{joined}") + text[last + 1 :]
    indent = next((found[1] for found in re.finditer(r"\n([ \t]+)[\"']", inside)), "    ")
    lines = "".join(f"{indent}{name},\n" for name in names)
    tail = text[last + 1 : end].rstrip(" \t")
    return text[: last + 1] + comma + tail + ("" if tail.endswith("\n") else "\n") + lines + text[end:]


def _span(text: str, opening: int) -> tuple[int, int] | None:
    """Return where a list's last sign that means something ends, and where its closing bracket stands."""
    depth, last = 0, opening
    for part in _PART.finditer(text, opening):
        if part[0] == "[":
            depth += 1
        elif part[0] == "]":
            depth -= 1
            if depth == 0:
                return last, part.start()
        if not part[0].isspace() and not part[0].startswith("#"):
            last = part.end() - 1
    return None
