"""The exercise page on real services: a shipped exercise, the real sandbox, journal and drafts on the disk."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.pages.exercise.model import Activity, Latest
from quizapp.desktop.pages.exercise.side import Tab
from quizapp.message import message
from quizapp.packs.library import Library
from quizapp.packs.model import Exercise, Text
from quizapp.sandbox.isolation import Isolation
from quizapp.sandbox.messages import Ending, Outcome
from quizapp.sandbox.sandbox import Sandbox
from quizapp.settings import LookChoice
from quizapp.study.drafts import DraftsError
from quizapp.wording import Wording
from tests.desktop.pages.exercise.desk import ITEM, Desk, laid_out

# Of the offscreen platform, about dialogs and lists.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

RIGHT = "for p in model.parameters():\n    p.requires_grad = False\n"
RAISES = "x = 1\nraise ValueError('no')\n"
NEVER_ENDS = "print('here', flush=True)\nwhile True: pass\n"
Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path, library: Library, sandbox: Sandbox) -> Iterator[Desk]:
    with laid_out(tmp_path, library, sandbox, qtbot) as made:
        yield made


def attempts(desk: Desk) -> list[tuple[bool, str, bool]]:
    desk.drain()
    from quizapp.study.entries import Attempted

    journal = desk.services.learner._journal
    found = (row.entry for row in journal.entries())
    return [(entry.passed, entry.ending, entry.solution_shown) for entry in found if isinstance(entry, Attempted)]


def test_an_exercise_opens_with_its_starter(desk: Desk) -> None:
    desk.open()

    assert desk.editor.code() == desk.exercise.starter


def test_the_header_tells_where_it_stands(desk: Desk) -> None:
    desk.open()

    assert {"The typo that freezes nothing", "3 of 12"} <= set(desk.texts())


def test_names_of_the_given_code_are_no_problem(desk: Desk) -> None:
    desk.open()

    assert desk.editor.problems == ()


def test_a_typical_mistake_is_told_with_its_feedback(desk: Desk) -> None:
    desk.open()
    desk.check(desk.exercise.starter)

    assert desk.state.verdict and desk.state.verdict.mistake == desk.exercise.mistakes[0]
    assert desk.page._verdict.sentence.sentence() == "Not yet: 2 checks fail."
    assert "not an attribute that PyTorch knows" in desk.page._verdict._mistake._feedback.plain_text()


def test_what_the_instructor_says_is_shown_as_markdown(desk: Desk) -> None:
    words = Text("en", {"en": "It *adds* nothing:\n\n- see `requires_grad`"})
    first, *others = desk.exercise.checks
    exercise = replace(
        desk.exercise,
        checks=(replace(first, says=Text("en", {"en": "Nothing **trains**"})), *others),
        mistakes=(replace(desk.exercise.mistakes[0], feedback=words), *desk.exercise.mistakes[1:]),
    )
    desk.open(exercise)
    desk.check(exercise.starter)
    shown = desk.page._verdict._mistake

    assert shown._feedback.document().toPlainText().replace("\u202f", "") == "It adds nothing:\nsee requires_grad"
    assert shown.accessibleDescription() == "It adds nothing:\nsee requires_grad"
    # New rows are visible once their layout has had its turn.
    desk.qtbot.waitUntil(lambda: any("<strong>trains</strong>" in text for text in desk.texts()))


def test_a_run_after_passing_leaves_the_verdict(desk: Desk) -> None:
    desk.open()
    desk.check(RIGHT)
    desk.page._work.run_button.click()
    desk.qtbot.waitUntil(lambda: desk.state.latest is Latest.RUN)

    assert desk.page._verdict.sentence.sentence() == "Passed: every check holds."


def test_a_run_of_other_code_than_what_passed_says_that_it_is_not_judged(desk: Desk) -> None:
    desk.open()
    desk.check(RIGHT)
    desk.write(RIGHT + "x = 1\n")
    desk.page._work.run_button.click()
    desk.qtbot.waitUntil(lambda: desk.state.latest is Latest.RUN)

    assert desk.page._verdict.sentence.sentence().endswith("Check tells whether it is right.")


def test_a_check_shows_its_verdict_also_where_the_inspector_was_open(desk: Desk) -> None:
    desk.open()
    desk.page._side.open_tab(Tab.INSPECTOR)
    desk.check(desk.exercise.starter)

    assert desk.page._side.tab is Tab.CHECKS


def test_right_code_passes_and_enter_goes_on(desk: Desk) -> None:
    desk.open()
    desk.check(RIGHT)

    with desk.qtbot.waitSignal(desk.page.finished) as finished:
        QTest.keyClick(desk.page._verdict.next_button, Key.Key_Return)

    assert finished.args == [ITEM]
    assert attempts(desk) == [(True, "finished", False)]


def test_the_explanation_is_shown_after_passing_only(desk: Desk) -> None:
    desk.open()
    before = desk.page._task._explanation.isVisible()
    desk.check(RIGHT)

    assert (before, desk.page._task._explanation.isVisible()) == (False, True)


def test_a_passed_exercise_begins_afresh_next_time(desk: Desk) -> None:
    desk.open()
    desk.check(RIGHT)
    desk.page._verdict.next_button.click()
    desk.open()

    assert desk.editor.code() == desk.exercise.starter


def test_the_keys_run_and_check(desk: Desk) -> None:
    desk.open()
    desk.write("print('hello')\n")
    QTest.keyClick(desk.editor, Key.Key_Return, CONTROL)
    desk.qtbot.waitUntil(lambda: desk.state.latest is Latest.RUN, timeout=60_000)
    ran = desk.page._work.output.text.toPlainText()
    QTest.keyClick(desk.editor, Key.Key_Return, CONTROL | SHIFT)
    desk.qtbot.waitUntil(lambda: desk.state.latest is Latest.CHECK, timeout=60_000)

    assert ran == "hello"


def test_an_error_is_marked_at_its_line_and_a_click_goes_there(desk: Desk) -> None:
    desk.open()
    desk.check(RAISES)
    marked = [problem.line for problem in desk.editor.problems]
    desk.editor.go_to_line(1)

    desk.page._verdict._line_button.click()

    assert (marked, desk.editor.textCursor().blockNumber()) == ([2], 1)


def test_a_traceback_is_in_the_output(desk: Desk) -> None:
    desk.open()
    desk.check(RAISES)

    assert "ValueError: no" in desk.page._work.output.text.toPlainText()


def test_a_run_without_end_can_be_stopped(desk: Desk) -> None:
    desk.open()
    desk.write(NEVER_ENDS)
    desk.page._work.check_button.click()
    desk.page._work.stop_button.click()
    desk.qtbot.waitUntil(lambda: not desk.state.is_busy, timeout=60_000)

    assert desk.state.outcome and desk.state.outcome.ending is Ending.STOPPED
    assert attempts(desk) == []


def test_an_exercise_without_expectations_says_so_and_stays_usable(desk: Desk, tmp_path: Path) -> None:
    import msgspec

    desk.open(msgspec.structs.replace(desk.exercise, folder=tmp_path / "nowhere"))
    desk.check(RIGHT)

    assert "expected" in desk.page._verdict.sentence.sentence()
    assert (desk.page._work.check_button.isEnabled(), desk.editor.code()) == (True, RIGHT)


def test_a_sandbox_that_is_gone_says_so_and_stays_usable(desk: Desk) -> None:
    from dataclasses import replace

    closed = Sandbox()
    closed.close()
    desk.page._services = replace(desk.services, sandbox=closed)
    desk.open()
    desk.check(RIGHT)

    assert desk.page._verdict.sentence.sentence() == "The sandbox is closed. Start the program again to run code."
    assert (desk.page._work.check_button.isEnabled(), desk.editor.code()) == (True, RIGHT)


def test_a_journal_that_can_not_be_written_leaves_the_verdict(desk: Desk) -> None:
    desk.open()
    other = sqlite3.connect(desk.services.home.journal)
    other.execute("BEGIN IMMEDIATE")
    desk.check(RIGHT)
    desk.qtbot.waitUntil(lambda: desk.state.unrecorded is not None)
    other.close()

    assert desk.page._verdict.sentence.sentence() == "Passed: every check holds."
    assert desk.page._verdict._trouble.isVisible()


def test_typing_is_saved_without_leaving(desk: Desk) -> None:
    desk.open()
    QTest.keyClicks(desk.editor, "abc")
    desk.qtbot.waitUntil(lambda: not desk.page._saving.isActive())
    desk.drain()

    assert desk.services.drafts.load(ITEM) == desk.editor.code()


def test_a_draft_is_there_when_the_exercise_is_opened_again(desk: Desk) -> None:
    desk.open()
    desk.write("x = 'mine'\n")
    with desk.qtbot.waitSignal(desk.page.left):
        QTest.keyClick(desk.editor, Key.Key_Escape)
    desk.open()

    assert desk.editor.code() == "x = 'mine'\n"


def test_a_draft_that_can_not_be_saved_on_leaving_is_not_lost(desk: Desk) -> None:
    desk.open()
    other = sqlite3.connect(desk.services.home.drafts)
    other.execute("BEGIN IMMEDIATE")
    desk.write("x = 'mine'\n")
    with desk.qtbot.captureExceptions() as told, desk.qtbot.waitSignal(desk.page.left):
        QTest.keyClick(desk.editor, Key.Key_Escape)
        desk.drain()
    other.close()
    desk.open()
    code = desk.editor.code()
    desk.page.close_cleanly()

    assert ("x = 'mine'\n", [DraftsError]) == (code, [kind for kind, _, _ in told])
    assert desk.services.drafts.load(ITEM) == code


def test_a_draft_that_can_not_be_saved_is_tried_again_by_itself(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.desktop.pages.exercise.page.DRAFT_RETRY_MS", 1)
    desk.open()
    other = sqlite3.connect(desk.services.home.drafts)
    other.execute("BEGIN IMMEDIATE")
    QTest.keyClicks(desk.editor, "abc")
    desk.qtbot.waitUntil(lambda: desk.state.unsaved is not None)
    other.close()
    desk.qtbot.waitUntil(lambda: desk.state.unsaved is None)

    assert desk.services.drafts.load(ITEM) == desk.editor.code()


def test_closing_saves_before_it_returns(desk: Desk) -> None:
    desk.open()
    desk.write("x = 'mine'\n")
    desk.page.close_cleanly()

    with sqlite3.connect(desk.services.home.drafts) as file:
        assert file.execute("SELECT code FROM drafts").fetchall() == [(b"x = 'mine'\n",)]
    file.close()


def test_opening_another_exercise_saves_the_first(desk: Desk, library: Library) -> None:
    other = next(item for pack in library.packs for item in pack.items() if isinstance(item, Exercise))
    desk.open()
    desk.write("x = 'mine'\n")
    desk.open(other)
    desk.drain()

    assert (desk.services.drafts.load(ITEM), desk.editor.code()) == ("x = 'mine'\n", other.starter)


def test_opening_alone_writes_no_draft(desk: Desk) -> None:
    desk.open()
    desk.page.close_cleanly()

    assert desk.services.drafts.load(ITEM) is None


def answer(desk: Desk, words: str) -> None:
    box = desk.page.findChildren(QMessageBox)[-1]
    next(button for button in box.buttons() if button.text() == words).click()


def test_reset_asks_and_undo_brings_the_code_back(desk: Desk) -> None:
    desk.open()
    desk.write("x = 'mine'\n")
    desk.page._work.reset_button.click()
    before = desk.editor.code()
    answer(desk, "Reset")
    after = desk.editor.code()
    desk.editor.undo()

    assert (before, after, desk.editor.code()) == ("x = 'mine'\n", desk.exercise.starter, "x = 'mine'\n")


def test_reset_can_be_declined(desk: Desk) -> None:
    desk.open()
    desk.write("x = 'mine'\n")
    desk.page._work.reset_button.click()
    answer(desk, "Keep my code")

    assert desk.editor.code() == "x = 'mine'\n"


PARTIAL = Isolation(level="partial", gaps=(message("read files of yours"),))


def ask_before_running(desk: Desk) -> None:
    """Let the page believe that its sandbox has a gap, and press Run."""
    desk.services.permission.isolation = PARTIAL
    desk.open()
    desk.write("print(6 * 7)\n")
    desk.page._work.run_button.click()
    desk.qtbot.waitUntil(lambda: bool(desk.page.findChildren(QMessageBox)))


def test_where_not_everything_is_blocked_a_no_runs_nothing_and_keeps_the_code(desk: Desk) -> None:
    ask_before_running(desk)
    answer(desk, "Not now")

    assert (desk.state.activity, desk.state.latest, desk.state.outcome) == (Activity.IDLE, Latest.NOTHING, None)
    assert desk.editor.code() == "print(6 * 7)\n"


def test_a_yes_runs_what_was_wanted_and_holds_for_what_comes_after(desk: Desk) -> None:
    ask_before_running(desk)
    answer(desk, "Run code")
    desk.qtbot.waitUntil(lambda: desk.state.latest is Latest.RUN, timeout=60_000)
    assert desk.state.outcome is not None and desk.state.outcome.stdout == "42\n"

    desk.check(RIGHT)

    assert desk.state.passed


def test_a_sandbox_that_was_started_anew_is_told(desk: Desk) -> None:
    desk.open()
    desk.check("x = 1\n")
    model = desk.page._model
    assert model is not None

    model.ran(Outcome(ending=Ending.FINISHED, restarted=True))

    assert "The sandbox had broken down and was started anew. Your code is as you left it." in desk.sentences()


def test_the_solution_is_shown_after_a_warning_and_is_recorded(desk: Desk) -> None:
    desk.open()
    desk.page._task.solution_button.click()
    before = desk.page._task._solution.isVisible()
    answer(desk, "Show it")

    assert (before, desk.page._task._solution.isVisible()) == (False, True)
    assert attempts(desk) == [(False, "", True)]


def test_hints_are_numbered_and_shown_one_by_one(desk: Desk) -> None:
    desk.open()
    button = desk.page._task._hints.button
    shown = []
    for _ in range(3):
        shown.append(button.text())
        button.click()

    assert shown == ["Show hint 1 of 3", "Show hint 2 of 3", "Show hint 3 of 3"]
    desk.qtbot.waitUntil(lambda: {"Hint 1 of 3", "Hint 2 of 3", "Hint 3 of 3"} <= set(desk.texts()))
    assert not button.isVisible()


def test_f6_goes_round_the_panes(desk: Desk) -> None:
    desk.open()
    panes: dict[QWidget | None, str] = {
        desk.page._task: "task",
        desk.editor: "code",
        desk.page._work.output.text: "output",
        desk.page._verdict: "verdict",
    }
    visited = []
    for modifier in (Qt.KeyboardModifier.NoModifier,) * 4 + (SHIFT,):
        QTest.keyClick(desk.page.focusWidget() or desk.page, Key.Key_F6, modifier)
        visited.append(panes.get(desk.page.focusWidget()))

    assert visited == ["output", "verdict", "task", "code", "task"]


def test_language_and_look_change_at_once(desk: Desk) -> None:
    desk.open()
    desk.check(desk.exercise.starter)
    desk.services.appearance.choose(wording=Wording("zh"), look=LookChoice.DARK)

    assert desk.exercise.title.read("zh") in desk.texts()
    assert desk.page._task.prompt.markdown() == desk.exercise.prompt.read("zh")


def test_the_code_survives_a_change_of_language_and_look(desk: Desk) -> None:
    desk.open()
    desk.write("x = 'mine'\n")
    desk.services.appearance.choose(wording=Wording("zh"), look=LookChoice.DARK)

    assert (desk.editor.code(), desk.editor.document().isUndoAvailable()) == ("x = 'mine'\n", True)
