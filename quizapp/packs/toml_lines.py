"""Finds the line of a key in TOML text: `tomllib` reads values and forgets where they stood.

Made for text that `tomllib` has accepted; on anything else it gives up early and tells what it has found so far.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from typing import TypeAlias

KeyPath: TypeAlias = tuple[str | int, ...]
"""Keys and indices from the top: `("checks", 0, "tolerance")`."""

_SPACE = re.compile(r"(?:[ \t\n\r]|#[^\n]*)*")
_NAME = re.compile(r'[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|\'([^\'\n]*)\'|([^\s"\'.=\[\]{},#]+))[ \t]*')
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}' r"|'''(?:[^']|'(?!''))*'{3,5}" r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'",
    re.DOTALL,
)
_BARE = re.compile(r"[^,\]}\n#]*")


def line_of(text: str, path: KeyPath) -> int | None:
    """Return the line (from 1) of a key, or else of the nearest table around it; None if that is the whole text."""
    lines = key_lines(text)
    return next((lines[path[:length]] for length in range(len(path), 0, -1) if path[:length] in lines), None)


# A file in which everything is wrong asks for a line thousands of times.
@lru_cache(maxsize=4)
def key_lines(text: str) -> Mapping[KeyPath, int]:
    """Return the line (from 1) on which each key, table and list entry of a TOML text begins."""
    scanner = _Scanner(text)
    with suppress(RecursionError):
        scanner.document()
    return scanner.lines


def key_name(path: KeyPath) -> str | None:
    """Return a key path as an author writes it: `checks[0].tolerance`; None for the whole file."""
    name = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return name.removeprefix(".") or None


class _Scanner:
    """Walks over TOML text once and notes where each key begins."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self.lines: dict[KeyPath, int] = {}
        self._tables: dict[KeyPath, int] = {}
        self._line = 1
        self._counted = 0

    def document(self) -> None:
        """Scan headers and `key = value` lines to the end, or to what is not TOML."""
        prefix: KeyPath = ()
        while self._skip_space() < len(self.text):
            before = self.position
            if self._take("[["):
                prefix = self._header(is_array=True)
            elif self._take("["):
                prefix = self._header(is_array=False)
            else:
                self._pair(prefix)
            if self.position == before:
                return

    def _header(self, *, is_array: bool) -> KeyPath:
        """Note `[a.b]` or `[[a.b]]` and return its path; a table of an array is the last one so far."""
        path: KeyPath = ()
        names = self._names()
        for name in names[:-1]:
            path = self._inside((*path, name))
            self._note(path)
        path = (*path, *names[-1:])
        self._note(path)
        if is_array:
            self._tables[path] = self._tables.get(path, -1) + 1
            path = self._inside(path)
            self._note(path)
        self._take("]]" if is_array else "]")
        return path

    def _inside(self, path: KeyPath) -> KeyPath:
        return (*path, self._tables[path]) if path in self._tables else path

    def _pair(self, prefix: KeyPath) -> None:
        for name in self._names():
            prefix = (*prefix, name)
            self._note(prefix)
        if self._take("="):
            self._value(prefix)

    def _names(self) -> list[str]:
        """Take a dotted key."""
        names: list[str] = []
        while match := _NAME.match(self.text, self.position):
            names.append(next(group for group in match.groups() if group is not None))
            self.position = match.end()
            if not self._take("."):
                break
        return names

    def _value(self, path: KeyPath) -> None:
        self._skip_space()
        if self._take("["):
            self._entries(path)
        elif self._take("{"):
            self._inline_table(path)
        elif match := _STRING.match(self.text, self.position) or _BARE.match(self.text, self.position):
            self.position = match.end()

    def _entries(self, path: KeyPath) -> None:
        index = 0
        while self._skip_space() < len(self.text) and not self._take("]"):
            before = self.position
            self._note((*path, index))
            self._value((*path, index))
            self._skip_space()
            self._take(",")
            if self.position == before:
                return
            index += 1

    def _inline_table(self, path: KeyPath) -> None:
        while self._skip_space() < len(self.text) and not self._take("}"):
            before = self.position
            self._pair(path)
            self._skip_space()
            self._take(",")
            if self.position == before:
                return

    def _take(self, sign: str) -> bool:
        found = self.text.startswith(sign, self.position)
        if found:
            self.position += len(sign)
        return found

    def _skip_space(self) -> int:
        match = _SPACE.match(self.text, self.position)
        self.position = match.end() if match else self.position
        return self.position

    def _note(self, path: KeyPath) -> None:
        """Remember the line of the first place where a path is named."""
        self._line += self.text.count("\n", self._counted, self.position)
        self._counted = self.position
        self.lines.setdefault(path, self._line)
