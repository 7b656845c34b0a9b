"""The place in an item's texts that shows best why it was found."""

import re
from collections.abc import Iterable

from msgspec import Struct

from quizapp.search.documents import ANSWERS, AS_WRITTEN, Part, Segment
from quizapp.search.query import Query

LENGTH = 110
"""Characters of a snippet, about."""

BEFORE = 30
"""Characters before the first hit, at most."""

MORE = "…"

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"\*\*|`+|^#{1,6} |^```\w*$", re.MULTILINE)
_BLANK = re.compile(r"\s+")


class Snippet(Struct, frozen=True):
    """A piece of a text on one line.

    Attributes:
        marks: first and end of each hit, in code points of `text`.
    """

    part: Part
    text: str
    marks: tuple[tuple[int, int], ...] = ()


def marked(text: str, query: Query) -> tuple[tuple[int, int], ...]:
    """Return where in a text the terms are, in order, none within another."""
    return _merged(found.span() for term in query.terms for found in term.pattern().finditer(text))


def best_snippet(
    segments: Iterable[Segment], query: Query, language: str, *, avoid_answers: bool = False
) -> Snippet | None:
    """Return the piece that holds the most of the terms, rather of the reader's language; None if none holds any.

    Titles are left out: they are seen anyway. With `avoid_answers` a piece that answers is only returned if no other
    holds any of the terms.
    """
    patterns = tuple(term.pattern() for term in query.terms)
    best = (False, 0, False)
    chosen: tuple[Part, str] | None = None
    for segment in segments:
        if segment.part is Part.TITLE:
            continue
        line = _one_line(segment)
        held = sum(pattern.search(line) is not None for pattern in patterns)
        is_free = not (avoid_answers and segment.part in ANSWERS)
        rank = (is_free, held, segment.language in (language, ""))
        if held and rank > best:
            best, chosen = rank, (segment.part, line)
    return None if chosen is None else _cut(*chosen, query)


def _one_line(segment: Segment) -> str:
    text = segment.text
    if segment.part not in AS_WRITTEN:
        text = _MARKS.sub("", _LINK.sub(r"\1", text))
    return _BLANK.sub(" ", text).strip()


def _cut(part: Part, line: str, query: Query) -> Snippet:
    spans = marked(line, query)
    first = _beginning(line, spans[0][0])
    last = min(first + LENGTH, len(line))
    before, after = MORE if first else "", MORE if last < len(line) else ""
    shift = len(before) - first
    marks = tuple((start + shift, min(end, last) + shift) for start, end in spans if start < last)
    return Snippet(part, before + line[first:last] + after, marks)


def _beginning(line: str, hit: int) -> int:
    """Return where to cut so that the hit is seen and no word is cut in two, where that is possible."""
    if hit <= BEFORE:
        return 0
    space = line.rfind(" ", 0, hit - BEFORE // 2)
    return space + 1 if space >= hit - BEFORE else hit - BEFORE


def _merged(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        elif end > start:
            merged.append((start, end))
    return tuple(merged)
