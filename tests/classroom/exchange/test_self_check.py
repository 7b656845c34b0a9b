"""A self-check fails for the starter and passes for the solution, without quizapp: run as a notebook runs it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.classroom.exchange.self_check import self_check
from quizapp.classroom.exchange.to_notebooks import notebooks_of
from quizapp.judging.expectations import read_expectations
from quizapp.packs.library import Library
from quizapp.packs.model import Exercise, Pack
from quizapp.wording.speech import Wording

RUNNER = """
import contextlib, io, json, sys, warnings
warnings.simplefilter("ignore")
# Before an installed quizapp, as if there were none.
sys.path.insert(0, "support")
import quizapp
assert "support" in quizapp.__file__, quizapp.__file__


def passes(cells):
    space = {"__name__": "__main__"}
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            for cell in cells:
                exec(cell, space)
    except Exception:
        return False
    return True


with open("programs.json", encoding="utf-8") as file:
    programs = json.load(file)
print(json.dumps({name: [passes(cells) for cells in both] for name, both in programs.items()}))
"""


def run_all(folder: Path, pack: Pack, lessons: slice) -> dict[str, list[bool]]:
    """Run each exercise's cells twice: with the solution, and with the starter that stands in the notebook."""
    solutions = {item.id.partition("/")[2]: item.solution for item in pack.items() if isinstance(item, Exercise)}
    exported = notebooks_of(pack, Wording("en"))
    for name, text in exported.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    programs: dict[str, list[list[str]]] = {}
    for path in sorted(folder.glob("*.ipynb"))[lessons]:
        cells = [cell for cell in json.loads(path.read_text())["cells"] if cell["cell_type"] == "code"]
        sources = ["".join(cell["source"]) for cell in cells]
        for index, cell in enumerate(cells):
            tag = next(iter(cell["metadata"].get("tags", [])), "")
            if tag:
                name = tag.removeprefix("quizapp:")
                before = [sources[index - 1]] if cells[index - 1]["id"].rpartition("-")[0].endswith("-given") else []
                both = (solutions[name], sources[index])
                programs[name] = [[*before, middle, sources[index + 1]] for middle in both]
    (folder / "programs.json").write_text(json.dumps(programs), encoding="utf-8")
    command = [sys.executable, "-I", "-c", RUNNER]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return dict(json.loads(done.stdout))


def test_the_self_checks_of_a_lesson_pass_the_solutions_and_fail_the_starters(tmp_path: Path, library: Library) -> None:
    found = run_all(tmp_path, library.packs[0], slice(0, 2))

    assert found
    assert {(True, False)} == {tuple(both) for both in found.values()}


@pytest.mark.slow
def test_every_self_check_of_the_shipped_pack_passes_the_solution_and_fails_the_starter(
    tmp_path: Path, library: Library
) -> None:
    found = run_all(tmp_path, library.packs[0], slice(None))

    assert {} == {name: both for name, both in found.items() if both != [True, False]}


def test_what_can_t_be_asserted_is_named(library: Library) -> None:
    exercises = [item for item in library.packs[0].items() if isinstance(item, Exercise) and item.rules]

    left_out = self_check(exercises[0], read_expectations(exercises[0].folder)).left_out

    assert f"{exercises[0].rules[0].kind.value} {exercises[0].rules[0].name}" in left_out
