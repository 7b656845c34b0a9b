"""What holds of every error that a reader gives: it can be said, in both languages, in one line, and names the file."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import Any

from msgspec import Struct

from quizapp.message import Message, SaysError
from quizapp.packs.front_matter import FENCE
from quizapp.packs.problems import PackError, printable
from quizapp.sandbox.text import readable
from quizapp.wording import Wording

LONGEST_SENTENCE = 2000
LANGUAGES = (Wording("en"), Wording("zh"))

_SIMPLE_KEY = re.compile(r"[\w-]+(?:\.[\w-]+|\[\d+\])*", re.ASCII)
_STEPS = re.compile(r"([\w-]+)|\[(\d+)\]", re.ASCII)
_OF_A_LINE = ("this TOML can't be read: {reason}", "this TOML is nested too deeply")


def demand_said(says: Message) -> None:
    """Fail unless a message is one line of text in both languages."""
    for wording in LANGUAGES:
        demand_shown(wording.sentence(says))


def demand_shown(sentence: str) -> None:
    """Fail unless a sentence can be printed on one line and shows nothing of the program's inside."""
    assert sentence.strip()
    assert len(sentence) <= LONGEST_SENTENCE, f"{len(sentence)} characters: {sentence[:200]!r}"
    assert len(sentence.splitlines()) == 1, repr(sentence)
    assert "Traceback" not in sentence
    assert readable(sentence) == sentence, repr(sentence)


def demand_names(error: SaysError, path: PurePath) -> None:
    """Fail unless an error is a sentence that names the file."""
    demand_said(error.says)
    demand_shown(str(error))
    assert printable(path.name) in str(error), (path.name, str(error))


def demand_placed(problems: Iterable[PackError], folder: Path) -> None:
    """Fail unless each problem of a pack's folder names a file below it, and the line where the key stands."""
    written: dict[Path, _Written] = {}
    for problem in problems:
        demand_said(problem.says)
        demand_shown(str(problem))
        assert not problem.path.is_absolute(), problem.path
        path = folder / problem.path
        if path.is_file():
            if path not in written:
                written[path] = _written_in(path.read_bytes())
            _demand_line(problem, written[path])
        else:
            assert problem.line is None, str(problem)


class _Written(Struct, frozen=True):
    """The lines of a file, and the TOML that is in it."""

    lines: list[str]
    table: dict[str, Any]


def _written_in(data: bytes) -> _Written:
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return _Written(text.split("\n"), _toml_in(text))


def _demand_line(problem: PackError, written: _Written) -> None:
    if problem.line is None:
        assert problem.says.template not in _OF_A_LINE, f"no line: {problem}"
    else:
        assert 1 <= problem.line <= len(written.lines), f"{problem} in a file of {len(written.lines)} lines"
    if problem.key is not None and _SIMPLE_KEY.fullmatch(problem.key):
        steps = [int(index) if index else name for name, index in _STEPS.findall(problem.key)]
        _demand_line_of_key(problem, written.lines, _known(written.table, steps))


def _demand_line_of_key(problem: PackError, lines: list[str], known: list[str | int]) -> None:
    if not known:
        return
    assert problem.line is not None, f"no line, though the key is there: {problem}"
    line, last = lines[problem.line - 1], known[-1]
    # A name may be written with escapes; an entry of a list has no name.
    assert isinstance(last, int) or last in line or "\\" in line, f"{problem}: the line is {line!r}"


def _known(table: object, steps: list[str | int]) -> list[str | int]:
    """Return as many of the steps as lead to something."""
    known: list[str | int] = []
    for step in steps:
        table = _inside(table, step)
        if table is None:
            break
        known.append(step)
    return known


def _inside(table: object, step: str | int) -> object:
    """Return what a key or an index leads to; None, which TOML has not, if that is nothing."""
    if isinstance(table, dict):
        return table.get(step)
    return table[step] if isinstance(table, list) and isinstance(step, int) and step < len(table) else None


def _toml_in(text: str) -> dict[str, Any]:
    """Return the table of a TOML file, or of a Markdown file's front matter; empty if there is none."""
    lines = [line.rstrip() for line in text.split("\n")]
    if FENCE in lines:
        first = lines.index(FENCE) + 1
        text = "\n".join(lines[first : lines.index(FENCE, first)]) if FENCE in lines[first:] else ""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return {}
