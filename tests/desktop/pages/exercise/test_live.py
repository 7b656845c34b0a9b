"""Shapes as you type, on the exercise page with the real sandbox."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from quizapp.desktop.pages.exercise.live_model import LiveState
from quizapp.desktop.pages.exercise.model import Latest
from quizapp.desktop.pages.exercise.side import Tab
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.inspector.inspector import Inspector
from quizapp.message import message
from quizapp.packs.library import Library
from quizapp.packs.model import Exercise
from quizapp.sandbox.isolation import Isolation
from quizapp.sandbox.messages import Ending
from quizapp.sandbox.sandbox import Sandbox
from quizapp.wording import Wording
from tests.desktop.pages.exercise.desk import Desk, laid_out

# Of the offscreen platform, about dialogs and lists.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

CODE = "x = torch.ones(3, 4)\ny = x.T\nfor i in range(5):\n    z = x[:, :2] * i\n"
RAISES = "x = torch.ones(3, 4)\ny = x @ x\n"
NEVER_ENDS = "x = torch.ones(2)\nwhile True: pass\n"
ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


@pytest.fixture
def desk(
    qapp: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    library: Library,
    sandbox: Sandbox,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Desk]:
    monkeypatch.setattr("quizapp.desktop.pages.exercise.live.LOOK_PAUSE_MS", 20)
    # Else the first look would wait until somebody wants to run something.
    assert sandbox.wait_until_ready(60)
    with laid_out(tmp_path, library, sandbox, qtbot) as made:
        made.open()
        yield made


def live(desk: Desk) -> LiveState:
    model = desk.page._live._model
    assert model is not None
    return model.state


def look_at(desk: Desk, code: str) -> None:
    desk.write(code)
    desk.qtbot.waitUntil(lambda: live(desk).is_current, timeout=60_000)


def begin_to_look_at(desk: Desk, code: str) -> None:
    model = desk.page._live._model
    desk.write(code)
    desk.qtbot.waitUntil(lambda: model is not None and model._running is not None, timeout=60_000)


def notes(desk: Desk) -> dict[int, str]:
    return {note.line: note.text for note in desk.editor.notes}


def shown_names(desk: Desk) -> list[str]:
    return [subject.name for subject in desk.page._side._subjects]


def test_after_a_pause_each_line_shows_what_it_made(desk: Desk) -> None:
    look_at(desk, CODE)

    found = notes(desk)

    assert found[1].startswith("x (3, 4)") and found[2].startswith("y (4, 3)")
    assert found[4].startswith("z (3, 2)") and found[4].endswith("×5")


def test_looking_leaves_focus_cursor_and_scrolling_alone(desk: Desk) -> None:
    desk.write("\n" * 80 + CODE)
    desk.editor.go_to_line(40)
    bar = desk.editor.verticalScrollBar().value()
    QTest.keyClicks(desk.editor, "w = 1")
    desk.qtbot.waitUntil(lambda: live(desk).is_current, timeout=60_000)

    cursor = desk.editor.textCursor()
    assert (cursor.blockNumber(), cursor.positionInBlock(), bar) == (39, 5, desk.editor.verticalScrollBar().value())
    assert desk.page.focusWidget() is desk.editor


def test_the_line_that_raised_carries_the_message(desk: Desk) -> None:
    look_at(desk, RAISES)

    last = desk.editor.notes[-1]

    assert (last.line, last.is_bad, last.text.partition(":")[0]) == (2, True, "RuntimeError")


def test_code_that_is_not_python_yet_keeps_the_notes_of_the_other_lines(desk: Desk) -> None:
    look_at(desk, CODE)
    desk.editor.go_to_line(2, len("y = x.T"))
    QTest.keyClicks(desk.editor, ".view(")
    desk.qtbot.waitUntil(lambda: not live(desk).is_waiting, timeout=60_000)

    assert sorted(notes(desk)) == [1, 3, 4]


def test_a_check_does_not_wait_for_a_look(desk: Desk) -> None:
    begin_to_look_at(desk, NEVER_ENDS)
    desk.check("x = 1\n")

    assert desk.state.latest is Latest.CHECK and desk.state.outcome is not None
    assert desk.state.outcome.ending is Ending.FINISHED


def test_code_that_runs_too_long_is_told_quietly_and_only_there(desk: Desk) -> None:
    desk.write(NEVER_ENDS)
    desk.qtbot.waitUntil(lambda: desk.page._work.steps.place.text() == "Runs too long to show shapes", timeout=60_000)

    assert (desk.state.latest, desk.editor.problems) == (Latest.NOTHING, ())


def test_the_button_switches_shapes_off_and_on(desk: Desk) -> None:
    look_at(desk, CODE)
    button = desk.page._work.shapes_button
    button.click()
    off = (desk.editor.notes, desk.services.live_shapes.is_on, desk.page._work.steps.isVisible())
    button.click()
    desk.qtbot.waitUntil(lambda: bool(desk.editor.notes), timeout=60_000)

    assert (off, button.isChecked()) == (((), False, False), True)


def test_a_look_never_asks_whether_code_may_run(desk: Desk) -> None:
    desk.services.permission.isolation = Isolation(level="partial", gaps=(message("read files of yours"),))
    desk.write(CODE)
    desk.qtbot.waitUntil(lambda: not live(desk).is_waiting, timeout=60_000)

    assert (desk.editor.notes, desk.page.findChildren(QMessageBox)) == ((), [])


def test_keys_step_through_the_run_and_the_inspector_follows(desk: Desk) -> None:
    look_at(desk, CODE)
    at_end = shown_names(desk)
    for _ in range(live(desk).step_count):
        QTest.keyClick(desk.editor, Key.Key_Left, ALT)

    assert (at_end[:2], shown_names(desk)) == (["x", "y"], ["x"])
    assert (desk.editor.stepped_line, sorted(notes(desk))) == (1, [1])


def test_typing_ends_stepping(desk: Desk) -> None:
    look_at(desk, CODE)
    QTest.keyClick(desk.editor, Key.Key_Left, ALT)

    QTest.keyClicks(desk.editor, "#")

    assert (desk.editor.stepped_line, live(desk).steps) == (None, None)


def test_after_a_check_a_finding_leads_to_its_value_in_the_inspector(desk: Desk) -> None:
    desk.check(desk.exercise.starter)
    look = next(button for button in desk.page._verdict.findChildren(Button) if button.text() == "Inspect")

    look.click()

    inspector = desk.page.findChild(Inspector)
    assert isinstance(inspector, Inspector)
    chosen = inspector.chosen()
    assert (desk.page._side.tab, chosen is not None and chosen.name) == (Tab.INSPECTOR, "model")
    assert chosen is not None and chosen.expected is not None


def test_after_a_run_the_names_of_the_code_can_be_inspected(desk: Desk) -> None:
    desk.write(CODE)
    desk.page._work.run_button.click()
    desk.qtbot.waitUntil(lambda: desk.state.latest is Latest.RUN, timeout=60_000)

    assert {"x", "y", "z"} <= set(shown_names(desk))


def test_notes_follow_the_language(desk: Desk) -> None:
    look_at(desk, CODE)
    QTest.keyClick(desk.editor, Key.Key_Left, ALT)

    desk.services.appearance.choose(wording=Wording("zh"))

    zh = Wording("zh")
    assert desk.page._work.steps.slider.accessibleName() == zh.say("Steps of the code's run")


def test_another_exercise_begins_without_notes(desk: Desk, library: Library) -> None:
    look_at(desk, CODE)

    other = library.find("pytorch-essentials/views/a-view-without-contiguity")
    assert isinstance(other, Exercise)
    desk.open(other)

    assert (desk.editor.notes, shown_names(desk)) == ((), [])
