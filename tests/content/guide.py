"""The author's guide as something that can be run: its files, changes of files, commands and excerpts.

In the guide a block follows a line that ends in the path of a file in backticks and a colon: that is what the file
holds, a change of it (`diff`), or, under `example/`, an excerpt of that pack. A `console` block holds commands and what
they print. A block of `text` is a picture.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

_FENCE: Final = re.compile(r"(`{3,})(\S*)")
_PATH: Final = re.compile(r"`([^`]+\.\w+)`[:：]$")
_PROMPT: Final = "$ "
_CHANGING: Final = (
    (r"\d+\.\d s\b", "… s"),
    (r"\d+(\.\d)? (B|KiB)\b", "… KiB"),
    (r"(\d\.\d{3})\d+", r"\1"),
    (r"[ \t]+$", ""),
)
"""What differs from run to run or machine to machine: times, sizes, last digits; and blanks at the end of a line."""


class Block(Struct, frozen=True, kw_only=True):
    """A fenced block: its language, the path that the line before it names, if any, and where it begins."""

    language: str
    path: str | None
    text: str
    line: int


class Chapter(Struct, frozen=True, kw_only=True):
    """What stands under one heading, down to the next of the same or a higher level; `part_of` is the one above."""

    title: str
    part_of: str
    text: str
    blocks: tuple[Block, ...]


def read_chapters(text: str) -> tuple[Chapter, ...]:
    """Cut the guide at its headings of the second and third level."""
    lines = text.split("\n")
    inside = _inside(lines)
    starts = [n for n, line in enumerate(lines) if n not in inside and re.match("##+ ", line)]
    chapters: list[Chapter] = []
    part_of = ""
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        title = lines[start].lstrip("# ")
        part_of = title if lines[start].startswith("## ") else part_of
        blocks = tuple(block for block in _blocks(lines) if start < block.line <= stop)
        chapters.append(Chapter(title=title, part_of=part_of, text="\n".join(lines[start:stop]), blocks=blocks))
    return tuple(chapters)


def read_prose(text: str) -> list[str]:
    """Return the lines of the guide, or of a chapter, that stand in no block."""
    lines = text.split("\n")
    inside = _inside(lines)
    return [line for index, line in enumerate(lines) if index not in inside]


def _inside(lines: list[str]) -> set[int]:
    return {index for first, last, _, _ in _fences(lines) for index in range(first, last + 1)}


def _blocks(lines: list[str]) -> Iterator[Block]:
    for first, _, language, text in _fences(lines):
        named = next((line for line in reversed(lines[:first]) if line.strip()), "")
        path = _PATH.search(named.rstrip())
        yield Block(language=language, path=path[1] if path else None, text=text, line=first + 1)


def _fences(lines: list[str]) -> Iterator[tuple[int, int, str, str]]:
    """Yield the first and last line of each fenced block, its language and its text."""
    at = 0
    while at < len(lines):
        if opening := _FENCE.fullmatch(lines[at].split(" ")[0]):
            last = lines.index(opening[1], at + 1)
            yield at, last, opening[2], "\n".join(lines[at + 1 : last]) + "\n"
            at = last
        at += 1


def carry_out(blocks: tuple[Block, ...], folder: Path) -> Iterator[tuple[Block, str, str]]:
    """Write the files and run the commands of some blocks in a folder; yield what each command was to print and did."""
    for block in blocks:
        if block.language == "console":
            for command, expected in commands_of(block):
                yield block, expected, output_of(command, folder)
        elif block.path is not None and not is_excerpt(block):
            target = folder / block.path
            target.parent.mkdir(parents=True, exist_ok=True)
            text = changed(target.read_text(encoding="utf-8"), block) if block.language == "diff" else block.text
            target.write_text(text, encoding="utf-8", newline="\n")


def is_excerpt(block: Block) -> bool:
    """Tell whether a block repeats a part of the example pack."""
    return block.path is not None and block.path.startswith("example/")


def commands_of(block: Block) -> Iterator[tuple[str, str]]:
    """Yield each command of a console block with what it prints."""
    for part in ("\n" + block.text).split("\n" + _PROMPT)[1:]:
        command, _, printed = part.partition("\n")
        yield command, settled(printed)


def output_of(command: str, folder: Path) -> str:
    """Run one of the guide's commands, as a user in that folder with a home of their own; return all that it prints."""
    home = folder / ".home"
    environment = {**os.environ, "QUIZAPP_HOME": str(home), "PYTHONUNBUFFERED": "1", "LC_ALL": "C.UTF-8"}
    program = f'"{sys.executable}" -m quizapp --language en'
    done = subprocess.run(
        re.sub(r"^quizapp\b", lambda _: program, command),
        shell=True,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
    )
    return settled(done.stdout)


def settled(printed: str) -> str:
    """Return a command's output without what differs from run to run."""
    for pattern, instead in _CHANGING:
        printed = re.sub(pattern, instead, printed, flags=re.MULTILINE)
    return printed.strip("\n")


def changed(text: str, block: Block) -> str:
    """Return a file's text after a diff of the guide: lines with "-" give way to lines with "+", others stay.

    Raises:
        ValueError: if what is to be changed is not there exactly once.
    """
    lines = block.text.removesuffix("\n").split("\n")
    before = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("+"))
    after = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("-"))
    if text.count(before) != 1:
        raise ValueError(f"line {block.line} of the guide: not once in {block.path}: {before!r}")
    return text.replace(before, after)
