"""A pack as Jupyter notebooks, one a lesson: cards and questions to read, exercises to do, each with a self-check.

The notebooks need torch and nothing else: the toolkit that probes use, and a pack's own modules, are written beside
them. Cells for answers are tagged as `quizapp grade` looks for them.
"""

import ast
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec import Struct

import quizapp
from quizapp.classroom.exchange.bound_names import used_by
from quizapp.classroom.exchange.from_notebook import EXPORTED
from quizapp.classroom.exchange.pictures import picture_of, picture_path
from quizapp.classroom.exchange.self_check import self_check
from quizapp.classroom.exchange.sheets import Sheet, card_sheet, question_sheet, without_html
from quizapp.code_trees import parsed, tree_of
from quizapp.judging.expectations import ExpectationsError, read_expectations
from quizapp.message import Message
from quizapp.packs.model import Card, Exercise, Item, ItemId, Lesson, Pack, Question
from quizapp.wording.speech import Wording

SUPPORT: Final = "support"
"""The folder beside the notebooks with the code that they import."""

_PICTURE: Final = re.compile(r"(!\[[^\[\]]*\]\()\s*(<[^<>\n]*>|[^()\s]+)(\s*(?:\"[^\"\n]*\"\s*)?\))")


class Exported(Struct, frozen=True):
    """What is to be written: text by path within the folder, and exercises without a self-check, with the reason."""

    files: dict[str, str]
    unchecked: tuple[tuple[ItemId, Message], ...] = ()


class _Cell(Struct, omit_defaults=True):
    cell_type: str
    id: str
    metadata: dict[str, Any]
    source: list[str]
    attachments: dict[str, dict[str, str]] = {}


def notebooks_of(pack: Pack, wording: Wording) -> Exported:
    """Return a notebook for each lesson, in the language of `wording` as far as the pack is in it."""
    files: dict[str, str] = {}
    unchecked: list[tuple[ItemId, Message]] = []
    for number, lesson in enumerate(pack.lessons, start=1):
        writer = _Writer(pack, lesson, wording)
        files[f"{number:02}-{lesson.id}.ipynb"] = _as_json(writer.cells())
        unchecked += writer.unchecked
    exercises = [item for item in pack.items() if isinstance(item, Exercise)]
    if exercises:
        files |= _toolkit()
        files |= {f"{SUPPORT}/{name}.py": code for item in exercises for name, code in item.modules.items()}
    return Exported(files, tuple(unchecked))


class _Writer:
    """Writes the cells of one lesson."""

    def __init__(self, pack: Pack, lesson: Lesson, wording: Wording) -> None:
        self._pack = pack
        self._lesson = lesson
        self._wording = wording
        self.unchecked: list[tuple[ItemId, Message]] = []

    def cells(self) -> list[_Cell]:
        """Return the cells, title first."""
        language = self._wording.language
        head = f"# {self._lesson.title.read(language)}\n\n{self._lesson.summary.read(language)}"
        cells = [self._prose("title", head, self._pack.folder / self._lesson.id)]
        if any(isinstance(item, Exercise) for item in self._lesson.items):
            cells.append(
                _code("set-up", _set_up(self._wording.say("Run this first: it finds what the cells below import.")))
            )
        for item in self._lesson.items:
            cells += self._of_item(item)
        return cells

    def _of_item(self, item: Item) -> Iterator[_Cell]:
        slug = item.id.rpartition("/")[2]
        match item:
            case Card():
                yield self._folded(slug, card_sheet(item, self._wording.language), item.folder)
            case Question():
                yield self._folded(slug, question_sheet(item, self._wording), item.folder)
            case Exercise():
                yield from self._of_exercise(slug, item)

    def _folded(self, slug: str, sheet: Sheet, folder: Path) -> _Cell:
        answer = _details(self._wording.say("The answer"), without_html(sheet.answer))
        return self._prose(slug, f"## {sheet.title}\n\n{without_html(sheet.asked)}\n\n{answer}", folder)

    def _of_exercise(self, slug: str, exercise: Exercise) -> Iterator[_Cell]:
        language = self._wording.language
        parts = [f"## {exercise.title.read(language)}", without_html(exercise.prompt.read(language))]
        for number, hint in enumerate(exercise.hints, start=1):
            title = self._wording.say("Hint {number} of {of}", number=number, of=len(exercise.hints))
            parts.append(_details(title, without_html(hint.read(language))))
        yield self._prose(slug, "\n\n".join(parts), exercise.folder)
        if given := _given(exercise):
            yield _code(f"{slug}-given", given, nbgrader=_nbgrader(f"{slug}-given", locked=True))
        name = exercise.id.partition("/")[2]
        head = f"# quizapp: {name}\n"
        solution = _nbgrader(slug, solution=True)
        yield _code(slug, head + exercise.starter.strip("\n"), tags=[f"{EXPORTED}{name}"], nbgrader=solution)
        yield from self._check(slug, exercise)

    def _check(self, slug: str, exercise: Exercise) -> Iterator[_Cell]:
        try:
            check = self_check(exercise, read_expectations(exercise.folder))
        except ExpectationsError as error:
            self.unchecked.append((exercise.id, error.says))
            return
        notes = [
            self._wording.say(
                "Self-check: run it after your answer. What does not hold yet ends it with a word on why."
            )
        ]
        if check.left_out:
            notes.append(
                self._wording.say("Not looked at here, but by the app: {what}.", what=", ".join(check.left_out))
            )
        if len(exercise.variants) > 1:
            notes.append(self._wording.say("The app tries other inputs too."))
        done = self._wording.say("Everything that is looked at here holds.")
        comments = "\n".join(f"# {line}" for note in notes for line in note.split("\n"))
        points = sum(each.weight for each in exercise.checks)
        grading = _nbgrader(f"{slug}-check", grade=True, locked=True, points=points)
        yield _code(f"{slug}-check", f"{comments}\n{check.code}\n\nprint({done!r})", nbgrader=grading)

    def _prose(self, name: str, text: str, folder: Path) -> _Cell:
        """Return a cell of Markdown with its pictures attached."""
        attached: dict[str, dict[str, str]] = {}

        def attach(found: re.Match[str]) -> str:
            address = found[2].removeprefix("<").removesuffix(">")
            path = picture_path(address, folder, self._pack.folder)
            picture = None if path is None else picture_of(path)
            if picture is None:
                return found[0]
            file = Path(address).name.replace(" ", "-")
            attached[file] = {picture.kind: picture.data}
            return f"{found[1]}attachment:{file}{found[3]}"

        return _Cell("markdown", _id(name, "text"), {}, _lines(_PICTURE.sub(attach, text)), attached)


def _given(exercise: Exercise) -> str:
    """Return what runs before the learner's code: the seed, the first variant's inputs, what is given."""
    inputs = exercise.variants[0].inputs
    if not inputs and not exercise.given.strip():
        return ""
    lines = ["import torch", "", "torch.manual_seed(0)"]
    if inputs:
        lines += ["import numpy", "import numpy as np", *_toolkit_import(inputs)]
        lines += exercise.variants[0].code.splitlines()
    return "\n".join([*lines, *(["", exercise.given.strip("\n")] if exercise.given.strip() else [])])


def _toolkit_import(inputs: dict[str, str]) -> list[str]:
    """Return a line that imports what the inputs use of the probes' toolkit."""
    trees = [tree for expression in inputs.values() if (tree := parsed(expression)) is not None]
    names = sorted(used_by(trees) & _toolkit_names())
    return [f"from quizapp.probe import {', '.join(names)}"] if names else []


def _toolkit_names() -> frozenset[str]:
    """Return what the toolkit offers; it can't be imported here, since it imports torch."""
    tree = tree_of((_probe_folder() / "__init__.py").read_text(encoding="utf-8"))
    for statement in tree.body:
        match statement:
            case ast.Assign([ast.Name("__all__")], value):
                return frozenset(ast.literal_eval(value))
    raise AssertionError


def _toolkit() -> dict[str, str]:
    about = '"""The toolkit of the exercises\' probes: a part of quizapp, under its MIT licence."""\n'
    files = {f"{SUPPORT}/quizapp/__init__.py": about}
    for path in sorted(_probe_folder().glob("*.py")):
        files[f"{SUPPORT}/quizapp/probe/{path.name}"] = path.read_text(encoding="utf-8")
    return files


def _probe_folder() -> Path:
    return Path(quizapp.__file__).parent / "probe"


def _set_up(comment: str) -> str:
    return (
        f"# {comment}\nimport importlib.util\nimport sys\n\n"
        f'if "{SUPPORT}" not in sys.path:\n'
        f'    where = len(sys.path) if importlib.util.find_spec("quizapp") else 0\n'
        f'    sys.path.insert(where, "{SUPPORT}")'
    )


def _details(title: str, text: str) -> str:
    return f"<details><summary>{title}</summary>\n\n{text}\n\n</details>"


def _nbgrader(
    grade_id: str, *, grade: bool = False, solution: bool = False, locked: bool = False, points: float | None = None
) -> dict[str, Any]:
    tags = {"schema_version": 3, "grade_id": grade_id, "grade": grade, "solution": solution, "locked": locked}
    return {**tags, "task": False, **({} if points is None else {"points": points})}


def _code(name: str, code: str, *, tags: list[str] | None = None, nbgrader: dict[str, Any] | None = None) -> _Cell:
    metadata: dict[str, Any] = {} if nbgrader is None else {"nbgrader": nbgrader}
    return _Cell("code", _id(name, "code"), {**metadata, **({"tags": tags} if tags else {})}, _lines(code))


def _id(name: str, kind: str) -> str:
    """Return a cell's id: at most 64 characters, the same for each export."""
    return f"{name[:50]}-{hashlib.sha256(f'{kind}/{name}'.encode()).hexdigest()[:8]}"


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _as_json(cells: list[_Cell]) -> str:
    plain = [msgspec.to_builtins(cell) for cell in cells]
    for cell in plain:
        if cell["cell_type"] == "code":
            cell |= {"execution_count": None, "outputs": []}
    notebook = {
        "cells": plain,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return msgspec.json.format(msgspec.json.encode(notebook), indent=1).decode() + "\n"
