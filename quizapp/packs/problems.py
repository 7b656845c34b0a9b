"""What is wrong with a pack, told to its author: which file, which line or key, what was expected, what was found."""

import datetime
import difflib
from collections.abc import Iterable
from pathlib import Path

from quizapp.message import Message, SaysError, on_one_line

LONGEST_FOUND = 60
"""Characters of a found value that an error repeats."""


class PackError(SaysError):
    """Something in a pack is wrong.

    Attributes:
        path: the file, relative to the pack's folder.
        line: in that file, from 1; None where no line is to blame.
        key: the TOML key, as `checks[0].tolerance`; None outside TOML.
        says: one sentence: what was expected, what was found, what to do. The place is not in it, but in `str()`.
    """

    def __init__(self, path: Path, says: Message, *, line: int | None = None, key: str | None = None) -> None:
        super().__init__(says)
        self.path = path
        self.line = line
        self.key = key

    def place(self) -> str:
        """Return file, line and key as they stand before the sentence: `freezing/typo/exercise.toml:12: limits`."""
        place = on_one_line(self.path.as_posix())
        if self.line is not None:
            place += f":{self.line}"
        return place if self.key is None else f"{place}: {on_one_line(self.key)}"

    def __str__(self) -> str:
        return f"{self.place()}: {self.says}"


def printable(name: str) -> str:
    """Return a file's name so that it can be printed, even if the file system gave bytes that are no text."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def quoted(words: Iterable[str]) -> str:
    """Return words as a list for an error: `"en", "zh"`."""
    return ", ".join(f'"{word}"' for word in words)


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed word that was probably meant, or None."""
    return next(iter(difflib.get_close_matches(word[:LONGEST_FOUND], sorted(allowed), n=1, cutoff=0.75)), None)


def as_toml(value: object) -> str:
    """Return a found value as its author wrote it, shortened."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{_shortened(printable(value))}"'
        case list():
            return "[…]" if value else "[]"
        case dict():
            return "{…}" if value else "{}"
        case datetime.date() | datetime.time():
            return value.isoformat()
        case int() if abs(value) >= 10**LONGEST_FOUND:
            return hex(value)[:LONGEST_FOUND] + "…"
        case _:
            return str(value)


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_FOUND else flat[:LONGEST_FOUND] + "…"
