"""The solution is the specification: recording it makes an exercise that judges others."""

import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest

from quizapp.classroom.record import RecordingError, record_exercise
from quizapp.packs.model import Check, Exercise, Mistake, Variant
from quizapp.packs.reading import read_pack
from quizapp.practice import attempt
from quizapp.sandbox.sandbox import Sandbox
from quizapp.shipped import shipped

SLUG = "freezing/the-typo-that-freezes-nothing"


@pytest.fixture
def exercise(tmp_path: Path) -> Exercise:
    folder = tmp_path / "pack"
    shutil.copytree(shipped("content", "pytorch-essentials"), folder)
    for recorded in folder.glob("*/*/expected.*"):
        recorded.unlink()
    item = read_pack(folder).pack.find(f"pytorch-essentials/{SLUG}")
    assert isinstance(item, Exercise)
    return item


def test_what_was_recorded_judges_the_solution_as_passed(exercise: Exercise, sandbox: Sandbox) -> None:
    record_exercise(exercise, sandbox, "2.13.0")

    assert attempt(exercise, exercise.solution, sandbox).passed


def test_recording_twice_gives_the_same_bytes(exercise: Exercise, sandbox: Sandbox) -> None:
    record_exercise(exercise, sandbox, "2.13.0")
    first = [(exercise.folder / name).read_bytes() for name in ("expected.json", "expected.safetensors")]

    record_exercise(exercise, sandbox, "2.13.0")

    assert first == [(exercise.folder / name).read_bytes() for name in ("expected.json", "expected.safetensors")]


def test_a_mistake_that_passes_is_told(exercise: Exercise, sandbox: Sandbox) -> None:
    right = Mistake(name="right-after-all", code=exercise.solution, feedback=exercise.title)
    changed = msgspec.structs.replace(exercise, mistakes=(*exercise.mistakes, right))

    assert record_exercise(changed, sandbox, "2.13.0").harmless == ("right-after-all",)


@pytest.mark.parametrize(
    ("solution", "reason"),
    [("model.freeze()", "does not run to its end"), ("import os; os._exit(0)", r"\(ended_early\)")],
)
def test_a_solution_that_does_not_run_is_refused(
    solution: str, reason: str, exercise: Exercise, sandbox: Sandbox
) -> None:
    with pytest.raises(RecordingError, match=reason):
        record_exercise(msgspec.structs.replace(exercise, solution=solution), sandbox, "2.13.0")

    assert not (exercise.folder / "expected.json").exists()


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ({"probe": "foo()"}, "probe.py does not run to its end after the solution (NameError: name 'foo' is"),
        ({"given": "foo()"}, "given.py does not run to its end (NameError: name 'foo' is not defined). Mend it."),
        (
            {"variants": (Variant(name="wide", inputs={"x": "foo()"}),)},
            "the inputs of a variant can't be made (NameError: name 'foo' is not defined). Mend them in exercise.toml.",
        ),
    ],
)
def test_the_part_that_stops_a_solution_is_named(
    part: dict[str, Any], said: str, exercise: Exercise, sandbox: Sandbox
) -> None:
    with pytest.raises(RecordingError) as refused:
        record_exercise(msgspec.structs.replace(exercise, **part), sandbox, "2.13.0")

    assert said in str(refused.value.says)


def test_a_check_of_a_name_that_nobody_defines_is_refused(exercise: Exercise, sandbox: Sandbox) -> None:
    changed = msgspec.structs.replace(exercise, checks=(Check(observe="modle"),))

    with pytest.raises(RecordingError, match="neither solution nor probe defines `modle`"):
        record_exercise(changed, sandbox, "2.13.0")
