"""What an author adds to an exercise by hand outlives its being brought in once more."""

import tomllib
from pathlib import Path

import pytest

from quizapp.classroom.exchange.handwork import CannotKeep, Kept, keep_handwork
from quizapp.classroom.exchange.importing import Imported, import_files
from quizapp.classroom.exchange.placing import Fate
from quizapp.packs.model import Exercise
from quizapp.packs.reading import read_pack
from tests.classroom.exchange.sample import checks, items_of, make_pack, prose, solution, write_notebook

FRESH = """title = "Flip"

[[checks]]
observe = "y"
weight = 2.0

[[checks]]
observe = "z"
"""
MISTAKE = """# Seen in every class.
[[mistakes]]
name = "copied"
feedback = "That is a copy."
"""


def test_all_but_title_and_checks_stays_as_it_was_written() -> None:
    before = f"""# Mine.
title = "Turn"
concepts = ["view"]  # of the pack

{FRESH.partition(chr(10))[2].replace("2.0", "1.0")}
{MISTAKE}
[limits]
seconds = 3
"""

    assert (
        f"""# Mine.

title = "Flip"

concepts = ["view"]  # of the pack

{FRESH.partition(chr(10))[2].strip()}

{MISTAKE}
[limits]
seconds = 3
"""
        == keep_handwork(before, FRESH, "en").text
    )


def test_a_file_that_says_the_same_is_left_as_it_is() -> None:
    before = f"title.en = 'Flip'\ntitle.zh = '翻转'\n{MISTAKE}{FRESH.partition(chr(10))[2]}"

    assert Kept(before) == keep_handwork(before, FRESH, "en")


def test_translations_stay_where_the_text_does() -> None:
    before = """title = { en = "Turn", zh = "翻转" }
[[checks]]
observe = "y"
says = { en = "Its shape", zh = "形状" }
[[checks]]
observe = "z"
says = { en = "Its sum", zh = "和" }
"""
    fresh = (
        'title = "Flip"\n[[checks]]\nobserve = "y"\nsays = "Its shape"\n[[checks]]\nobserve = "z"\nsays = "Another"\n'
    )

    data = tomllib.loads(keep_handwork(before, fresh, "en").text)

    assert {"en": "Flip", "zh": "翻转"} == data["title"]
    assert [{"en": "Its shape", "zh": "形状"}, "Another"] == [check["says"] for check in data["checks"]]


def test_a_check_of_ones_own_stays_and_is_told() -> None:
    before = f'{FRESH}\n[[checks]]\nobserve = "z"\naspects = ["gradient"]\n\n[[checks]]\nobserve = "mine"\n'
    fresh = FRESH.replace("2.0", "3.0")

    kept = keep_handwork(before, fresh, "en")

    assert ("z", "mine") == kept.checks
    assert ["y", "z", "z", "mine"] == [check["observe"] for check in tomllib.loads(kept.text)["checks"]]
    assert 3.0 == tomllib.loads(kept.text)["checks"][0]["weight"]


@pytest.mark.parametrize(
    "before",
    [
        "title = ",
        'title = "Flip"\nchecks = [{ observe = "x" }]\n',
        'title = "Flip"\nchecks = 1\n',
        'title.en = "Turn"\nconcepts = []\ntitle.zh = "翻转"\n[[checks]]\nobserve = "y"\n',
    ],
)
def test_what_cannot_be_taken_apart_is_not_touched(before: str) -> None:
    with pytest.raises(CannotKeep):
        keep_handwork(before, FRESH, "en")


def notebook(folder: Path, *, points: float = 2) -> Path:
    cells = (prose("## Flip\n\nWrite `y`."), solution("y = 1"), checks("assert y == 1", points))
    return write_notebook(folder / "nb.ipynb", *cells)


def bring_in(root: Path, path: Path, *, replace: bool) -> Imported:
    pack = read_pack(root).pack if root.exists() else make_pack(root)
    return import_files([path], pack, lesson="one", replace=replace)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A pack with an exercise from a notebook, and a mistake, a hint and an equivalent that were written by hand."""
    bring_in(tmp_path / "pack", notebook(tmp_path), replace=False)
    folder = tmp_path / "pack" / "one" / "flip"
    with (folder / "exercise.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n{MISTAKE}\n[[equivalent]]\nattack = "other-number: y = 1"\nwhy = "It is the same."\n')
    (folder / "mistakes").mkdir()
    (folder / "mistakes" / "copied.py").write_text("y = 2\n")
    (folder / "hints.md").write_text("Count.\n")
    return tmp_path / "pack"


def test_mistakes_hints_and_equivalents_outlive_a_newer_notebook(root: Path, tmp_path: Path) -> None:
    imported = bring_in(root, notebook(tmp_path, points=5), replace=True)

    (exercise,) = items_of(root)
    assert isinstance(exercise, Exercise)
    assert ([Fate.REPLACED], ()) == (list(imported.placed.fates.values()), imported.problems)
    assert (5.0, ["copied"], 1, 1) == (
        exercise.checks[0].weight,
        [mistake.name for mistake in exercise.mistakes],
        len(exercise.hints),
        len(exercise.equivalent),
    )


def test_the_same_notebook_changes_nothing_of_what_was_added(root: Path, tmp_path: Path) -> None:
    before = (root / "one" / "flip" / "exercise.toml").read_bytes()

    imported = bring_in(root, notebook(tmp_path), replace=False)

    assert [Fate.UNCHANGED] == list(imported.placed.fates.values())
    assert before == (root / "one" / "flip" / "exercise.toml").read_bytes()


def test_a_file_that_would_lose_something_is_left_and_told(root: Path, tmp_path: Path) -> None:
    (root / "one" / "flip" / "exercise.toml").write_text("mended by half = ")

    imported = bring_in(root, notebook(tmp_path), replace=True)

    assert ["what was added to one/flip/exercise.toml by hand would be lost"] == [
        str(problem.says).partition(",")[0] for problem in imported.problems
    ]
    assert "mended by half = " == (root / "one" / "flip" / "exercise.toml").read_text()
