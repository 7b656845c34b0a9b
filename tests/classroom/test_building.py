"""What keeps a pack from being built: problems in its files, and expectations that don't go with its checks."""

import shutil
from pathlib import Path

import pytest

from quizapp.classroom.building import build_pack, problems_of, usual_name
from quizapp.packs.archives import PackArchive
from quizapp.packs.reading import PackReading, read_pack
from quizapp.shipped import shipped

TYPO = "freezing/the-typo-that-freezes-nothing"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pack with one recorded exercise."""
    folder = tmp_path / "pack"
    shutil.copytree(shipped("content", "pytorch-essentials", TYPO), folder / TYPO)
    (folder / "pack.toml").write_text(
        'format = 1\nid = "small"\nversion = "1.0 beta/2"\ntitle = "Small"\nlessons = ["freezing"]\n', encoding="utf-8"
    )
    (folder / "freezing" / "lesson.toml").write_text(
        f'title = "Freezing"\nsummary = "One."\nitems = ["{Path(TYPO).name}"]\n', encoding="utf-8"
    )
    return folder


def problems(folder: Path) -> list[str]:
    return [str(problem) for problem in problems_of(read_pack(folder))]


def test_a_recorded_pack_has_none_and_is_built(folder: Path, tmp_path: Path) -> None:
    reading: PackReading = read_pack(folder)

    assert [] == problems(folder)
    build_pack(reading, tmp_path / usual_name(reading.pack))
    with PackArchive(tmp_path / "small-1.0-beta-2.quizpack") as archive:
        assert archive.unpacked_bytes > 0


def test_an_exercise_that_was_not_recorded_is_one(folder: Path) -> None:
    (folder / TYPO / "expected.json").unlink()

    (problem,) = problems(folder)

    assert "run `quizapp pack record` on its pack" in problem


def test_a_check_that_was_not_recorded_is_one(folder: Path) -> None:
    toml = folder / TYPO / "exercise.toml"
    toml.write_text(f'{toml.read_text(encoding="utf-8")}\n[[checks]]\nobserve = "later"\n', encoding="utf-8")

    (problem,) = problems(folder)

    assert "has no expectation for `later` in the variant default" in problem


def test_what_reading_finds_is_one(folder: Path) -> None:
    (folder / "freezing" / "lesson.toml").write_text("title =\n", encoding="utf-8")

    assert problems(folder)[0].startswith("freezing/lesson.toml:1: ")
