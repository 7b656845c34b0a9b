"""Cuts a GIFT file into its questions, and each into title, text and answers; what is escaped stays out of the way."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from quizapp.classroom.exchange.sources import TextFile
from quizapp.classroom.exchange.texts import Format
from quizapp.message import message
from quizapp.packs.problems import PackError

_SPECIAL: Final = "~=#{}:"
_STAND_INS: Final = {f"\\{sign}": chr(0xFDD0 + index) for index, sign in enumerate(_SPECIAL)}
"""Characters that stand for escaped ones meanwhile: of those that no text may have."""

_MEANT: Final = str.maketrans({stand_in: written[1] for written, stand_in in _STAND_INS.items()})
_BACKSLASH: Final = chr(0xFDDF)
_FORBIDDEN: Final = re.compile("[\ufdd0-\ufdef]")
_ESCAPE: Final = re.compile(r"\\[~=#{}:\\]")
_FORMAT: Final = re.compile(r"\s*\[(moodle|html|markdown|plain)\]", re.IGNORECASE)
_ID: Final = re.compile(r"\[id:([^\[\]]+)\]")
_TITLE: Final = re.compile(r"\s*::(.*?)::", re.DOTALL)
LARGEST: Final = 100_000
"""Characters of a question."""


class Block(Struct, frozen=True, kw_only=True):
    """One question as written, its escapes still marked.

    Attributes:
        answers: what stands between the braces; None where there are none.
        after: what follows the braces.
        name: what a comment before it gives as `[id:…]`.
    """

    line: int
    category: str
    name: str
    title: str
    text: str
    format: Format
    answers: str | None
    after: str


def blocks(file: TextFile) -> Iterator[Block | PackError]:
    """Yield each question, or what is wrong with it."""
    if found := _FORBIDDEN.search(file.text):
        at = file.text.count("\n", 0, found.start()) + 1
        yield file.problem(message("there is a character here that no text may have; delete it"), at)
        return
    category, name = "", ""
    for first, lines in _paragraphs(file.text):
        kept: list[str] = []
        begins = first
        for offset, line in enumerate(lines):
            if line.lstrip().startswith("//"):
                name = found_id[1].strip() if (found_id := _ID.search(line)) else name
            elif line.startswith("$CATEGORY:"):
                category = line.removeprefix("$CATEGORY:").strip()
            else:
                begins = begins if kept else first + offset
                kept.append(line)
        if kept:
            yield _block(file, begins, "\n".join(kept), category, name)
            name = ""


def plain(text: str) -> str:
    """Return a piece of a block with the characters that were escaped."""
    return text.translate(_MEANT).replace(r"\n", "\n").replace(_BACKSLASH, "\\").strip()


def formatted(text: str, otherwise: Format) -> tuple[str, Format]:
    """Return a piece without the `[format]` before it, and which that is."""
    if found := _FORMAT.match(text):
        return text[found.end() :], Format(found[1].lower())
    return text, otherwise


def _paragraphs(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines between blank ones, and the number of the first."""
    lines: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if line.strip():
            lines.append(line)
        elif lines:
            yield number - len(lines), lines
            lines = []


def _block(file: TextFile, line: int, written: str, category: str, name: str) -> Block | PackError:
    if len(written) > LARGEST:
        return file.problem(message("this question is longer than 100,000 characters; is a blank line missing?"), line)
    text = _ESCAPE.sub(lambda escape: _STAND_INS.get(escape[0], _BACKSLASH), written)
    title = ""
    if found := _TITLE.match(text):
        title, text = found[1], text[found.end() :]
        line += written.count("\n", 0, found.start(1))
    text, format_ = formatted(text, Format.MOODLE)
    parts = re.split(r"([{}])", text)
    match parts:
        case [only]:
            return _made(line, category, name, title, only, format_, None, "")
        case [before, "{", answers, "}", after]:
            return _made(line, category, name, title, before, format_, answers, after)
    return _braces_problem(file, line, parts)


def _made(
    line: int, category: str, name: str, title: str, text: str, format_: Format, answers: str | None, after: str
) -> Block:
    return Block(
        line=line,
        category=category,
        name=name,
        title=" ".join(plain(title).split()),
        text=text,
        format=format_,
        answers=answers,
        after=after,
    )


def _braces_problem(file: TextFile, line: int, parts: list[str]) -> PackError:
    """Return what is wrong with braces that are not one pair; the line is that of the first that is too much."""
    expected = ["{", "}"]
    at = 0
    for sign in parts[1::2]:
        if at == len(expected) or sign != expected[at]:
            break
        at += 1
    here = line + "".join(parts[: 2 * at + 2]).count("\n")
    if at == 1 and len(parts) == 3:
        return file.problem(
            message("the answers that begin here have no end; add }} (there may be no blank line between them)"),
            line + parts[0].count("\n"),
        )
    if at < 2:
        return file.problem(message("expected one pair of braces; write \\{{ and \\}} for those that are text"), here)
    return file.problem(
        message("expected one pair of braces, found more; put a blank line between questions"),
        here,
    )
