from pathlib import Path

from quizapp.classroom.attacks.attack import Kind, attack_of
from quizapp.classroom.attacks.strength import Strength
from quizapp.desktop.pages.author.checking import ItemChecked
from quizapp.desktop.pages.author.outline import list_items, path_of, see_folder
from quizapp.desktop.pages.author.state import (
    Mark,
    OpenPack,
    forget_changed,
    opened,
    with_changes,
    with_checked,
    with_outline,
)
from quizapp.message import message
from quizapp.packs.model import Exercise
from tests.desktop.pages.author.made import CARD, EXERCISE, QUESTION, begun, rewrite


def read(folder: Path, before: OpenPack | None = None) -> OpenPack:
    return with_outline(before or opened(folder), see_folder(folder))


def verified(state: OpenPack, failing: str = "") -> OpenPack:
    for path in state.outline.paths():
        item = state.item(path)
        assert item is not None
        strength = Strength(item=item.id, caught=1) if isinstance(item, Exercise) else None
        complaints = (message("It does not hold."),) if path_of(item.id) == failing else ()
        state = with_checked(state, ItemChecked(item, complaints, strength))
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

    after = with_changes(state, {f"{EXERCISE}/mistakes/everything.py": 1, f"{CARD}.zh.md": None})

    assert marks(after) == [Mark.NOTHING, Mark.HOLDS, Mark.NOTHING]


def test_complaints_stand_in_the_list_of_problems_with_the_items_file(tmp_path: Path) -> None:
    state = verified(read(begun(tmp_path / "mini")), failing=EXERCISE)

    assert [(line.file, line.path) for line in state.problems()] == [(Path(EXERCISE) / "exercise.toml", EXERCISE)]


def test_what_was_verified_and_changed_since_is_counted_until_the_next_job(tmp_path: Path) -> None:
    state = with_changes(verified(read(begun(tmp_path / "mini"))), {f"{CARD}.md": 1})

    assert (state.changed, forget_changed(state).changed) == (frozenset({CARD}), frozenset())


def test_expectations_that_are_noticed_late_are_those_that_it_was_judged_by(tmp_path: Path) -> None:
    state = read(begun(tmp_path / "mini"))
    item = state.item(EXERCISE)
    assert item is not None
    state = with_checked(state, ItemChecked(item, recorded=5))

    noticed, recorded = (with_changes(state, {f"{EXERCISE}/expected.json": written}) for written in (5, 6))

    assert (noticed.changed, recorded.changed) == (frozenset(), frozenset({EXERCISE}))


def test_a_module_of_the_pack_changes_the_exercises_that_may_use_it(tmp_path: Path) -> None:
    folder = begun(tmp_path / "mini")
    before = verified(read(folder))
    (folder / "python").mkdir()
    (folder / "python" / "shapes.py").write_text("SIZE = 3\n", encoding="utf-8")

    after = read(folder, before)

    assert (after.changed, after.outdated) == (frozenset({EXERCISE}), frozenset({EXERCISE}))


def test_a_new_language_of_the_pack_is_asked_of_every_item(tmp_path: Path) -> None:
    folder = begun(tmp_path / "mini")
    before = verified(read(folder))
    rewrite(folder / "pack.toml", 'title = "A small pack"', 'title = { en = "A small pack", zh = "小包" }')

    assert read(folder, before).changed == {CARD, QUESTION, EXERCISE}


def test_another_solution_is_outdated_until_it_is_recorded_or_as_it_was(tmp_path: Path) -> None:
    folder = begun(tmp_path / "mini")
    first = read(folder)
    rewrite(folder / EXERCISE / "solution.py", "False", "True")
    changed = read(folder, first)
    rewrite(folder / EXERCISE / "solution.py", "True", "False")

    assert not first.outdated
    assert changed.outdated == {EXERCISE}
    assert not read(folder, changed).outdated
    assert marks(changed)[-1] is Mark.OUTDATED
    assert (
        with_outline(with_changes(changed, {f"{EXERCISE}/expected.json": 1}), changed.outline).outdated == frozenset()
    )


def test_other_words_of_a_mistake_are_no_reason_to_record(tmp_path: Path) -> None:
    folder = begun(tmp_path / "mini")
    first = read(folder)
    rewrite(folder / EXERCISE / "exercise.toml", 'feedback = "', 'feedback = "Look: ')

    assert read(folder, first).outdated == frozenset()


def test_what_holds_with_a_hole_has_a_mark_of_its_own(tmp_path: Path) -> None:
    state = read(begun(tmp_path / "mini"))
    item = state.item(EXERCISE)
    assert item is not None
    attack = attack_of(Kind.OTHER_NUMBER, "x = 1\n", "x = 2\n")
    strengths = (Strength(item=item.id, caught=1, survivors=(attack,)), Strength(item=item.id, caught=2), None)

    found = [marks(with_checked(state, ItemChecked(item, strength=strength)))[-1] for strength in strengths]

    assert found == [Mark.HOLE, Mark.HOLDS, Mark.HOLE]
