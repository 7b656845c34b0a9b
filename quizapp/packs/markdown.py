"""As much of Markdown as reading a pack needs: where code fences are, where sections end, what the first line says."""

import re

from msgspec import Struct

from quizapp.message import message
from quizapp.packs.files import Source
from quizapp.packs.problems import PackError

SEPARATOR = "---"
"""A line with this, outside code fences, ends a section."""

LONGEST_TITLE = 300
"""Characters of a line that a title is made from."""

_OPENING = re.compile(r"\s*(`{3,}(?=[^`]*$)|~{3,})(.*)")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_MARKS = re.compile(r"^\s*(?:#{1,6}\s+|>\s*|[-*+]\s+|\d+[.)]\s+)*|[*`$]|\\(?=[!-/:-@\[-`{-~])|\s+#*\s*$")


class Fence(Struct, frozen=True):
    """A fenced code block: indices of its first and last line with the fence itself, and its info string."""

    first: int
    last: int
    info: str
    closed: bool


def fences(lines: list[str]) -> list[Fence]:
    """Return the fenced code blocks; one that is never closed goes to the end."""
    found: list[Fence] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        # Most lines are none; asking for the marks first costs a tenth.
        if ("```" in line or "~~~" in line) and (opening := _OPENING.fullmatch(line)):
            last = _closing(lines, index, opening[1])
            end = len(lines) - 1 if last is None else last
            found.append(Fence(index, end, " ".join(opening[2].split()), last is not None))
            index = end
        index += 1
    return found


def _closing(lines: list[str], first: int, mark: str) -> int | None:
    for index in range(first + 1, len(lines)):
        line = lines[index].strip()
        if len(line) >= len(mark) and not line.strip(mark[0]):
            return index
    return None


def fenced_lines(found: list[Fence]) -> set[int]:
    """Return the indices of all lines that are in code blocks, with the fences."""
    return {index for fence in found for index in range(fence.first, fence.last + 1)}


def unclosed_fence(source: Source) -> PackError | None:
    """Return an error about a code block that is never closed, or None."""
    for fence in fences(source.lines()):
        if not fence.closed:
            return source.problem(message("the code block that begins here is never closed"), fence.first + 1)
    return None


def sections(source: Source, most: int | None = None) -> list[Source]:
    """Cut a text at its separators, into `most` parts at most."""
    lines = source.lines()
    if SEPARATOR not in source.text:
        return [source]
    inside = fenced_lines(fences(lines))
    cuts = [index for index, line in enumerate(lines) if line.rstrip() == SEPARATOR and index not in inside]
    cuts = cuts if most is None else cuts[: most - 1]
    starts = [0, *(cut + 1 for cut in cuts)]
    return source.parts(zip(starts, [*cuts, len(lines)], strict=True))


def first_words(text: str) -> str:
    """Return the first line that says something outside code blocks, without Markdown's marks; "" if there is none."""
    lines = text.split("\n")
    inside = fenced_lines(fences(lines))
    for index, line in enumerate(lines):
        if index not in inside and (words := _MARKS.sub("", _LINK.sub(r"\1", line[:LONGEST_TITLE])).strip()):
            return words
    return ""
