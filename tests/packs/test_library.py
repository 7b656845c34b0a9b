"""The packs that a reader has: one that is broken takes no other down, and of two with one id the first counts."""

from pathlib import Path

from quizapp.packs.library import EXAMPLE, read_library, read_packs, shipped_folders
from tests.packs.sample import PackFolder


def test_a_broken_pack_takes_no_other_down(tmp_path: Path) -> None:
    one, other = PackFolder(tmp_path / "one"), PackFolder(tmp_path / "other")
    one.write("pack.toml", b"\xff\xfe")
    other.write("views/card.md", "no back")

    library = read_library(tmp_path)

    assert ["sample"] == [pack.id for pack in library.packs]
    assert ["one/pack.toml:1", "other/views/card.md:1"] == [problem.place() for problem in library.problems]


def test_of_two_packs_with_one_id_the_first_counts(tmp_path: Path) -> None:
    one, other = PackFolder(tmp_path / "b"), PackFolder(tmp_path / "a")

    library = read_packs([one.root, other.root])

    assert [one.root] == [pack.folder for pack in library.packs]
    assert [f"a/pack.toml: id: the pack sample is there twice; the one in {one.root} is used, remove one of them"] == [
        str(problem) for problem in library.problems
    ]


def test_a_folder_that_is_gone_is_a_problem(tmp_path: Path) -> None:
    assert ["gone/pack.toml: the file is missing"] == [
        str(problem) for problem in read_packs([tmp_path / "gone"]).problems
    ]


def test_the_example_for_authors_is_not_shown_to_learners(tmp_path: Path) -> None:
    for name in ("essentials", EXAMPLE):
        PackFolder(tmp_path / name)

    assert (tmp_path / "essentials",) == shipped_folders(tmp_path)
