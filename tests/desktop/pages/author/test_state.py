from pathlib import Path

from quizapp.desktop.pages.author.checking import ItemChecked
from quizapp.desktop.pages.author.outline import list_items, path_of, see_folder
from quizapp.desktop.pages.author.state import (
    Mark,
    OpenPack,
    opened,
    with_changes,
    with_checked,
    with_outline,
)
from quizapp.message import message
from tests.desktop.pages.author.made import CARD, EXERCISE, QUESTION, begun, rewrite


def read(folder: Path, before: OpenPack | None = None) -> OpenPack:
    return with_outline(before or opened(folder), see_folder(folder))


def verified(state: OpenPack, failing: str = "") -> OpenPack:
    for path in state.outline.paths():
        item = state.item(path)
        assert item is not None
        complaints = (message("It does not hold."),) if path_of(item.id) == failing else ()
        state = with_checked(state, ItemChecked(item, complaints))
    return state


def marks(state: OpenPack) -> list[Mark]:
    return [state.mark(line) for lesson in state.outline.lessons for line in lesson.items]


def test_an_item_that_can_not_be_read_is_shown_as_it_was(tmp_path: Path) -> None:
    folder = begun(tmp_path / "mini")
    before = read(folder)
    rewrite(folder / EXERCISE / "exercise.toml", "title =", "titel =")

    after = read(folder, before)

    assert (after.item(EXERCISE), after.is_old(EXERCISE)) == (before.item(EXERCISE), True)


def test_while_pack_toml_is_written_the_lessons_stay(tmp_path: Path) -> None:
    folder = begun(tmp_path / "mini")
    before = read(folder)
    (folder / "pack.toml").write_text("id =", encoding="utf-8")

    after = read(folder, before)

    assert (after.outline.paths(), after.pack) == (before.outline.paths(), before.pack)
    assert [line.place for line in after.problems()] == ["pack.toml:1"]


def test_a_list_that_comes_late_hides_nothing_that_was_read(tmp_path: Path) -> None:
    state = read(begun(tmp_path / "mini"))

    assert with_outline(state, list_items(state.outline.folder)) == state


def test_marks_tell_what_holds_what_does_not_and_what_can_not_be_read(tmp_path: Path) -> None:
    folder = begun(tmp_path / "mini")
    rewrite(folder / EXERCISE / "exercise.toml", "title =", "titel =")
    state = read(folder)
    item = state.item(QUESTION)
    assert item is not None

    state = with_checked(state, ItemChecked(item, (message("It does not hold."),)))

    assert marks(state) == [Mark.NOTHING, Mark.FAILS, Mark.PROBLEM]


def test_what_was_verified_of_an_item_goes_when_a_file_of_it_is_saved(tmp_path: Path) -> None:
    state = verified(read(begun(tmp_path / "mini")))

    after = with_changes(state, {f"{EXERCISE}/mistakes/everything.py", f"{CARD}.zh.md"})

    assert marks(after) == [Mark.NOTHING, Mark.HOLDS, Mark.NOTHING]


def test_complaints_stand_in_the_list_of_problems_with_the_items_file(tmp_path: Path) -> None:
    state = verified(read(begun(tmp_path / "mini")), failing=EXERCISE)

    assert [(line.file, line.path) for line in state.problems()] == [(Path(EXERCISE) / "exercise.toml", EXERCISE)]
