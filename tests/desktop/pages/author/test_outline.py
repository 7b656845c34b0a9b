from pathlib import Path

from quizapp.desktop.pages.author.outline import item_path_of, list_items, see_folder
from tests.desktop.pages.author.made import CARD, EXERCISE, QUESTION, begun, rewrite


def test_the_lists_alone_name_every_item_in_order(tmp_path: Path) -> None:
    listed = list_items(begun(tmp_path / "mini"))

    assert (listed.paths(), listed.is_read) == ((CARD, QUESTION, EXERCISE), False)


def test_a_read_folder_has_every_item(tmp_path: Path) -> None:
    seen = see_folder(begun(tmp_path / "mini"))

    assert [line.item is not None for lesson in seen.lessons for line in lesson.items] == [True, True, True]
    assert (seen.problems, seen.is_read) == ((), True)


def test_an_item_that_can_not_be_read_stays_in_its_place_with_its_problems(tmp_path: Path) -> None:
    folder = begun(tmp_path / "mini")
    rewrite(folder / EXERCISE / "exercise.toml", "title =", "titel =")

    seen = see_folder(folder)

    line = seen.line(EXERCISE)
    assert line is not None
    assert (seen.paths()[-1], line.item, line.problems) == (EXERCISE, None, 1)


def test_a_listed_item_without_a_file_is_in_the_list_and_counts_against_its_lesson(tmp_path: Path) -> None:
    folder = begun(tmp_path / "mini")
    rewrite(folder / "freezing" / "lesson.toml", '"a-plain-tensor"', '"a-plain-tensor", "not-there"')

    seen = see_folder(folder)

    line = seen.line("freezing/not-there")
    assert line is not None
    assert (line.item, seen.lessons[0].problems) == (None, 1)


def test_a_pack_without_a_usable_pack_toml_is_one_problem(tmp_path: Path) -> None:
    folder = begun(tmp_path / "mini")
    (folder / "pack.toml").write_text("id =", encoding="utf-8")

    seen = see_folder(folder)

    assert (seen.pack, seen.lessons, [str(problem.path) for problem in seen.problems]) == (None, (), ["pack.toml"])


def test_a_folder_that_is_gone_is_one_problem(tmp_path: Path) -> None:
    assert len(see_folder(tmp_path / "gone").problems) == 1


def test_a_file_belongs_to_its_item_whatever_its_language() -> None:
    found = [
        item_path_of(Path(path))
        for path in ("pack.toml", "views/lesson.toml", "views/one.zh.md", "views/ex/mistakes/wrong.py")
    ]

    assert found == ["", "views", "views/one", "views/ex"]
