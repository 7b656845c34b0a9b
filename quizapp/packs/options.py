"""Reads the options of a question from the task list that ends its prompt."""

import re
from collections.abc import Iterator

from msgspec import Struct

from quizapp.message import message
from quizapp.packs.files import Source
from quizapp.packs.markdown import fenced_lines, fences
from quizapp.packs.model import Option, Text
from quizapp.packs.problems import PackError

_OPTION = re.compile(r"- \[([ xX])\](?:[ \t]+(.*))?")
_NEARLY = re.compile(r" {0,3}[-*+]\s*\[[ xXvVyY*✓✔]{0,3}\](?![(\[:])")
_WHY = re.compile(r"\s+>[ \t]?(.*)")


class WrittenOption(Struct, frozen=True):
    """One option in one language, and where it stands: its first line as a source of its own."""

    right: bool
    text: str
    why: str
    source: Source


def is_option(line: str) -> bool:
    """Tell whether a line is an option or was meant as one."""
    return bool(_OPTION.fullmatch(line) or _NEARLY.match(line))


def first_option(prompt: Source) -> int | None:
    """Return the index of the line with the first option, or None."""
    lines = prompt.lines()
    inside = fenced_lines(fences(lines))
    return next((index for index, line in enumerate(lines) if index not in inside and is_option(line)), None)


def read_options(source: Source) -> tuple[WrittenOption, ...]:
    """Read the options from the lines that begin with the first of them.

    Raises:
        PackError: if a line is neither an option, nor its reason, nor indented to go on with it.
    """
    return tuple(_option(block) for block in _blocks(source))


def _blocks(source: Source) -> Iterator[Source]:
    """Yield the lines of each option."""
    lines = source.lines()
    starts = [index for index, line in enumerate(lines) if is_option(line)]
    yield from source.parts(zip(starts, [*starts[1:], len(lines)], strict=True))


def _option(block: Source) -> WrittenOption:
    lines = block.lines()
    opening = _OPTION.fullmatch(lines[0])
    if opening is None:
        raise block.problem(message('expected an option as "- [x] right" or "- [ ] wrong"'), 1)
    text, why = [opening[2] or ""], []
    for index, line in enumerate(lines[1:], start=1):
        if reason := _WHY.fullmatch(line):
            why.append(reason[1])
        elif line.strip() and not line[0].isspace():
            raise block.problem(message('expected another option, or a line "---" and the explanation'), index + 1)
        else:
            (why or text).append(line.strip())
    if not "".join(text).strip():
        raise block.problem(message("there is no text in this option"), 1)
    return WrittenOption(opening[1] != " ", "\n".join(text).strip(), "\n".join(why).strip(), block.part(0, 1))


def join_options(language: str, by_language: dict[str, tuple[WrittenOption, ...]]) -> tuple[Option, ...]:
    """Put the languages of options together; one that has another number of options is left out."""
    native = by_language[language]
    matching = {code: options for code, options in by_language.items() if len(options) == len(native)}
    return tuple(
        _joined(language, {code: options[index] for code, options in matching.items()}) for index in range(len(native))
    )


def _joined(language: str, versions: dict[str, WrittenOption]) -> Option:
    why = {code: version.why for code, version in versions.items() if version.why}
    return Option(
        text=Text(language, {code: version.text for code, version in versions.items()}),
        right=versions[language].right,
        why=Text(language, why) if language in why else None,
    )


def option_mismatches(
    native: tuple[WrittenOption, ...], options: tuple[WrittenOption, ...], original: str
) -> Iterator[PackError]:
    """Yield where options in another language differ from the pack's own in their marks or in having a reason."""
    for expected, got in zip(native, options, strict=False):
        if expected.right != got.right:
            mark = "[x]" if expected.right else "[ ]"
            says = message("expected this option to be marked {mark} as in {original}", mark=mark, original=original)
            yield got.source.problem(says, 1)
        if got.why and not expected.why:
            says = message("this option has a reason here and none in {original}", original=original)
            yield got.source.problem(says, 1)
