"""The packs that a reader has: one that is broken takes no other down, and of two with one id the first counts."""

from functools import partial
from pathlib import Path

import pytest

from quizapp.packs.library import EXAMPLE, read_catalogue, read_library, read_packs, shipped_folders
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


def test_what_packs_say_of_themselves_is_read_without_their_items(tmp_path: Path) -> None:
    one, other = PackFolder(tmp_path / "one"), PackFolder(tmp_path / "other")
    one.write("pack.toml", b"\xff\xfe")
    other.write("views/card.md", "no back")

    catalogue = read_catalogue([one.root, other.root])

    assert ([other.root], 10) == ([outline.folder for outline in catalogue.outlines], catalogue.count)
    assert ["one/pack.toml:1"] == [problem.place() for problem in catalogue.problems]


def test_of_two_that_say_the_same_id_the_first_counts_too(tmp_path: Path) -> None:
    one, other = PackFolder(tmp_path / "b"), PackFolder(tmp_path / "a")

    catalogue = read_catalogue([one.root, other.root])

    assert [one.root] == [outline.folder for outline in catalogue.outlines]
    assert ["a/pack.toml: id"] == [problem.place() for problem in catalogue.problems]


def test_each_item_is_told_when_it_was_looked_at_and_a_broken_one_too(tmp_path: Path) -> None:
    PackFolder(tmp_path / "one").write("views/card.md", "no back")
    told: list[int] = []

    read_packs(shipped_folders(tmp_path), lambda: told.append(1))

    assert 10 == len(told)


def test_who_is_told_can_end_the_reading(tmp_path: Path) -> None:
    PackFolder(tmp_path / "one")

    with pytest.raises(StopIteration):
        read_packs(shipped_folders(tmp_path), partial(next, iter(())))
