"""Exercises from nbgrader's notebooks: what becomes of each kind of cell, and what is told."""

from pathlib import Path
from typing import Any

import pytest

from quizapp.classroom.exchange.drafts import ExerciseDraft, Harvest
from quizapp.classroom.exchange.from_notebook import read_exercises
from quizapp.classroom.exchange.importing import import_files
from quizapp.classroom.exchange.notebook import read_notebook
from quizapp.classroom.exchange.settling import settle
from quizapp.packs.model import Exercise
from quizapp.packs.problems import PackError
from quizapp.packs.reading import read_pack
from quizapp.practice import attempt
from quizapp.sandbox.sandbox import Sandbox
from quizapp.wording.speech import Wording
from tests.classroom.exchange.sample import FLIP, checks, code, given, make_pack, prose, solution, write_notebook


def read(folder: Path, *cells: dict[str, Any]) -> Harvest:
    path = write_notebook(folder / "nb.ipynb", *cells)
    return read_exercises(path, read_notebook(path))


def one(folder: Path, *cells: dict[str, Any]) -> ExerciseDraft:
    (exercise,) = read(folder, *cells).exercises
    return exercise


def told(harvest: Harvest) -> list[str]:
    return [str(problem).partition("nb.ipynb: ")[2] for problem in harvest.problems]


def test_a_solution_cell_is_an_exercise(tmp_path: Path) -> None:
    exercise = one(tmp_path, *FLIP)

    assert ("Transpose", "flip", "Welcome.\n\nWrite `flip(x)`.") == (exercise.title, exercise.slug, exercise.prompt)
    assert "def flip(x):\n    # YOUR CODE HERE\n    raise NotImplementedError()\n" == exercise.starter
    assert "def flip(x):\n    return x.t()\n" == exercise.solution
    assert "def data():" in exercise.given


def test_points_are_shared_among_the_checks_of_their_cell(tmp_path: Path) -> None:
    cells = (prose("Do."), solution("a, b = 1, 2"), checks("assert a == 1\nassert b == 2", points=3))

    assert [1.5, 1.5] == [check.weight for check in one(tmp_path, *cells).checks]


def test_only_what_is_needed_is_given_and_an_earlier_solution_is_told(tmp_path: Path) -> None:
    harvest = read(
        tmp_path,
        given("def unused():\n    return 1"),
        prose("First."),
        solution("def one():\n    return 1", "one"),
        checks("assert one() == 1"),
        prose("Second."),
        solution("def two():\n    return one() + 1", "two"),
        checks("assert two() == 2"),
    )

    assert ["", "def one():\n    return 1\n"] == [exercise.given for exercise in harvest.exercises]
    assert ["cell 6: it builds on the solution in cell 3, which is given here"] == told(harvest)


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        (
            [solution("def f():\n    raise NotImplementedError()"), checks("assert f()")],
            "cell 1: there is no solution",
        ),
        ([solution("x = 1")], "cell 1: there is no test cell"),
        ([checks("assert 1")], "cell 1: there is no solution cell before this test"),
        ([solution("### BEGIN SOLUTION\nx = 1"), checks("assert x")], "cell 1: ### BEGIN SOLUTION and ### END"),
        ([solution("x = = 1"), checks("assert x")], "cell 1: this code can't be parsed"),
        ([code("x = 1", grade=True, solution=True, grade_id="e", points=1)], "cell 1: this is graded by hand"),
        ([prose("Do."), solution("x = 1"), checks("print(x)")], "cell 2: its tests assert nothing"),
        ([prose("Do."), solution("%time\nx = 1"), checks("assert x == 1")], "cell 2: IPython's own commands"),
        ([prose("Only text.")], "no cell is tagged as a solution"),
    ],
)
def test_what_can_t_be_an_exercise_is_told_with_its_cell(
    cells: list[dict[str, Any]], says: str, tmp_path: Path
) -> None:
    assert says in " ".join(told(read(tmp_path, *cells)))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("not json", "expected a Jupyter notebook"),
        ("[1]", "expected a Jupyter notebook"),
        ('{"a": 1}', "it has no nbformat"),
        ('{"nbformat": 3, "worksheets": []}', "has format 3, and 4 is needed"),
        ('{"nbformat": 5, "cells": []}', "reads 4"),
        ('{"nbformat": 4, "cells": [{"source": 1}]}', "expected a Jupyter notebook"),
        ('{"nbformat": 4, "cells": [], "metadata": {"language_info": {"name": "R"}}}', "expected a notebook in Python"),
        ("[" * 100_000, "expected a Jupyter notebook"),
    ],
)
def test_what_is_no_notebook_is_refused_with_a_sentence(text: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "nb.ipynb").write_text(text, encoding="utf-8")

    with pytest.raises(PackError, match=r"nb\.ipynb") as caught:
        read_notebook(tmp_path / "nb.ipynb")

    assert says in str(caught.value)


def test_an_exercise_from_a_notebook_records_verifies_and_judges(tmp_path: Path, sandbox: Sandbox) -> None:
    root = tmp_path / "pack"
    path = write_notebook(tmp_path / "nb.ipynb", *FLIP)
    imported = import_files([path], make_pack(root), lesson=None, replace=False)

    settled = settle(read_pack(root).pack, imported.placed.written(), sandbox, Wording("en"))

    assert ((), (), ()) == (imported.problems, settled.unrecorded, settled.complaints)
    exercise = read_pack(root).pack.find("trial/homework/flip")
    assert isinstance(exercise, Exercise)
    assert [True, False] == [
        attempt(exercise, f"def flip(x):\n    return {value}\n", sandbox).passed for value in ("x.T", "x.reshape(3, 2)")
    ]


@pytest.mark.parametrize("deep", ["x = " + "-" * 400 + "1", "x = 1" + ".a" * 400, "x = 1" + " + 1" * 400])
def test_code_that_is_nested_too_deeply_is_left_out(tmp_path: Path, deep: str) -> None:
    says = "this code can't be parsed, so it is left out"

    assert f"cell 1: {says}" in told(read(tmp_path, given(deep), solution("y = x"), checks("assert y == 1")))
    assert f"cell 1: {says}" in told(read(tmp_path, solution(deep), checks("assert x == 1")))
    assert f"cell 2: {says}" in told(read(tmp_path, solution("x = 1"), checks(f"{deep}\nassert x == 1")))
