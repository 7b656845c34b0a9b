"""A pack as notebooks that stand alone."""

import json
from pathlib import Path
from typing import Any

import pytest

from quizapp.classroom.exchange.from_notebook import read_exercises
from quizapp.classroom.exchange.notebook import read_notebook
from quizapp.classroom.exchange.sheets import without_html
from quizapp.classroom.exchange.to_notebooks import notebooks_of
from quizapp.classroom.grading.submissions.notebooks import code_by_word
from quizapp.packs.library import Library
from quizapp.packs.model import Exercise
from quizapp.wording.speech import Wording


@pytest.fixture(scope="module")
def files(library: Library) -> dict[str, str]:
    return notebooks_of(library.packs[0], Wording("en")).files


def cells_of(text: str) -> list[dict[str, Any]]:
    return list(json.loads(text)["cells"])


def test_there_is_a_notebook_for_each_lesson_that_reads_as_one(
    files: dict[str, str], library: Library, tmp_path: Path
) -> None:
    names = [f"{number:02}-{lesson.id}.ipynb" for number, lesson in enumerate(library.packs[0].lessons, 1)]

    assert names == [name for name in files if name.endswith(".ipynb")]
    (tmp_path / names[0]).write_text(files[names[0]], encoding="utf-8")
    assert read_notebook(tmp_path / names[0]).cells


def test_the_ids_of_cells_are_unique_and_as_the_format_asks(files: dict[str, str]) -> None:
    for name, text in files.items():
        if name.endswith(".ipynb"):
            ids = [cell["id"] for cell in cells_of(text)]
            assert len(ids) == len(set(ids))
            assert max(len(each) for each in ids) <= 64


def test_grading_finds_the_cells_for_answers(files: dict[str, str], library: Library) -> None:
    lesson = library.packs[0].lessons[0]
    text = files[f"01-{lesson.id}.ipynb"]

    exercises = [item.id.partition("/")[2] for item in lesson.items if isinstance(item, Exercise)]
    assert exercises == list(code_by_word(text))


def test_no_solution_stands_in_a_notebook(files: dict[str, str], library: Library) -> None:
    text = "".join(
        "".join(cell["source"]) for name in files if name.endswith(".ipynb") for cell in cells_of(files[name])
    )

    told = [item.id for item in library.packs[0].items() if isinstance(item, Exercise) and len(item.solution) > 120]
    assert told
    assert [] == [name for name in told if library.find(name).solution.strip() in text]  # type: ignore[union-attr]


def test_pictures_are_attached(files: dict[str, str]) -> None:
    attached = [cell for cell in cells_of(files["13-convolution.ipynb"]) if cell.get("attachments")]

    assert "](attachment:grouped-convolution.svg)" in "".join(attached[0]["source"])
    assert {"grouped-convolution.svg"} == set(attached[0]["attachments"])


def test_answers_are_folded(files: dict[str, str]) -> None:
    text = "".join(cells_of(files["01-tensors.ipynb"])[2]["source"])

    assert "<details><summary>The answer</summary>\n\n" in text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a <b> c", "a &lt;b> c"),
        ("`<b>` stays", "`<b>` stays"),
        ("x < y", "x < y"),
        ("<https://example.org>", "<https://example.org>"),
        ("```\n<b>\n```", "```\n<b>\n```"),
    ],
)
def test_what_looks_like_html_stays_text(written: str, shown: str) -> None:
    assert shown == without_html(written)


def test_what_was_exported_is_the_same_each_time(files: dict[str, str], library: Library) -> None:
    assert files == notebooks_of(library.packs[0], Wording("en")).files


def test_what_was_exported_is_not_taken_for_solutions(files: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "01.ipynb"
    path.write_text(files["01-tensors.ipynb"], encoding="utf-8")

    harvest = read_exercises(path, read_notebook(path))

    assert () == harvest.exercises
    assert "this was exported from a pack" in str(harvest.problems[0])
