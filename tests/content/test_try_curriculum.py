"""Programs that were written apart from the pack are tried, and what does not hold is told."""

from pathlib import Path

import pytest

from quizapp.packs.library import Library
from quizapp.packs.model import Exercise
from quizapp.sandbox.sandbox import Sandbox
from tests.content.try_curriculum import summary, tried


@pytest.fixture
def folder(library: Library, tmp_path: Path) -> Path:
    exercise = library.find("pytorch-essentials/freezing/the-typo-that-freezes-nothing")
    assert isinstance(exercise, Exercise)
    typo = next(each for each in exercise.mistakes if each.name == "typo")
    folder = tmp_path / "F02_the-typo-that-freezes-nothing"
    folder.mkdir()
    for name, code in (("solution", exercise.solution), ("starter", "pass"), ("wrong_typo", typo.code)):
        (folder / f"{name}.py").write_text(code, encoding="utf-8")
    return folder


def told(folder: Path, library: Library, sandbox: Sandbox) -> tuple[list[str], str]:
    trials, missing = tried(folder.parent, library.packs[0], sandbox)
    assert missing == []
    return [f"{trial.file.stem} {trial.fault}" for trial in trials if trial.fault], summary(trials)


def test_all_that_holds_is_counted(folder: Path, library: Library, sandbox: Sandbox) -> None:
    assert told(folder, library, sandbox) == (
        [],
        "1 exercises, 1 of 1 right programs passed, 2 of 2 wrong ones failed, 1 of 1 that the pack knows with their"
        " feedback",
    )


def test_a_right_program_that_fails_and_a_wrong_one_that_passes_are_told(
    folder: Path, library: Library, sandbox: Sandbox
) -> None:
    (folder / "alt_none.py").write_text("pass", encoding="utf-8")
    (folder / "wrong_typo.py").write_bytes((folder / "solution.py").read_bytes())

    faults, _ = told(folder, library, sandbox)

    assert [fault.partition(":")[0] for fault in faults] == ["alt_none does not pass", "wrong_typo passes"]


def test_a_wrong_program_that_is_taken_for_no_mistake_is_told(folder: Path, library: Library, sandbox: Sandbox) -> None:
    (folder / "wrong_typo.py").write_text("features = 3", encoding="utf-8")

    faults, _ = told(folder, library, sandbox)

    assert faults == ["wrong_typo is taken for no mistake, has to be typo"]


def test_an_exercise_that_the_pack_lacks_is_told(tmp_path: Path, library: Library, sandbox: Sandbox) -> None:
    (tmp_path / "X01_unheard-of").mkdir()
    (tmp_path / "X01_unheard-of" / "solution.py").write_text("pass", encoding="utf-8")

    assert tried(tmp_path, library.packs[0], sandbox) == ([], ["unheard-of"])
