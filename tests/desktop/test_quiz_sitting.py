import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from quizapp.desktop.pages.quiz.run import QuizRunPage
from quizapp.desktop.quiz_sitting import QuizSitting
from quizapp.packs.library import Library
from quizapp.packs.model import Exercise
from quizapp.sandbox.sandbox import Sandbox
from quizapp.study.model import ItemState
from quizapp.study.quizzes.stopwatch import Stopwatch
from tests.desktop import quiz_process
from tests.desktop.pages.exercise.desk import ITEM
from tests.desktop.pages.quiz.desk import QuizDesk, laid_out, press
from tests.desktop.studying import CHOICE, NUMBER, PACK, WORD

ROOT = Path(__file__).parents[2]


@pytest.fixture
def desk(tmp_path: Path, sandbox: Sandbox, qtbot: QtBot) -> Iterator[QuizDesk]:
    with laid_out(tmp_path, (PACK,), sandbox, qtbot) as made:
        yield made


def seconds_pass(sitting: QuizSitting, seconds: float) -> None:
    """Let time pass for the quiz that is asked."""
    assert sitting._run is not None
    before = sitting._run.watch
    sitting._run.watch = Stopwatch(before._clock, before.read() + seconds)
    if before.is_running:
        sitting._run.watch.start()


def test_a_quiz_is_done_by_keyboard_alone_and_its_result_comes_up(desk: QuizDesk) -> None:
    desk.begin(CHOICE, NUMBER)

    press("b\n")
    desk.wait_for("Right")
    press("\n5\n")
    desk.wait_for("Not right")
    press("\n")

    desk.qtbot.waitUntil(desk.page.result.isVisible)
    (quiz,) = desk.told()
    assert [(CHOICE.id, True), (NUMBER.id, False)] == [(given.item, given.right) for given in quiz.given]
    assert quiz.is_over
    assert "1 of 2 right" in desk.texts()


def test_where_feedback_waits_for_the_end_nothing_is_said_of_an_answer(desk: QuizDesk) -> None:
    desk.begin(CHOICE, NUMBER, feedback="at_the_end")

    press("a\n")

    assert not {"Right", "Not right"} & set(desk.texts())
    assert "2 of 2" in desk.texts()


def test_a_quiz_leaves_the_schedule_alone(desk: QuizDesk) -> None:
    desk.begin(CHOICE)

    press("b\n\n")
    desk.drain()

    assert ItemState.NEW is desk.services.learner.state(CHOICE.id)
    assert not desk.services.learner.can_undo()


def test_a_quiz_that_counts_moves_due_dates(desk: QuizDesk) -> None:
    desk.begin(CHOICE, counts=True)

    press("b\n\n")
    desk.drain()

    assert desk.services.learner.was_passed(CHOICE.id)
    assert desk.services.learner.due_at(CHOICE.id) is not None


def test_what_is_skipped_comes_again(desk: QuizDesk) -> None:
    desk.begin(CHOICE, NUMBER)

    QTest.keyClick(desk.window, Qt.Key.Key_F8)
    assert "2 of 2" in desk.texts()
    press("6\n\n")

    assert "1 of 2" in desk.texts()
    assert not desk.run.bar.skip.isEnabled()


def test_while_a_quiz_pauses_nothing_of_the_item_is_seen_and_no_time_passes(desk: QuizDesk) -> None:
    desk.begin(CHOICE, NUMBER, seconds=60.0)
    seconds_pass(desk.sitting, 10.0)

    QTest.keyClick(desk.window, Qt.Key.Key_F9)

    assert "Paused" in desk.texts()
    assert not desk.run.question.isVisible()
    assert desk.sitting._run is not None
    assert not desk.sitting._run.watch.is_running
    press("\n")
    assert desk.run.question.isVisible()
    assert desk.sitting._run.watch.is_running
    press("b\n")
    desk.wait_for("Right")


def test_escape_keeps_the_quiz_for_later(desk: QuizDesk) -> None:
    quiz = desk.begin(CHOICE, NUMBER)
    press("b\n\n")
    seconds_pass(desk.sitting, 7.0)

    press("⎋")

    desk.qtbot.waitUntil(lambda: bool(desk.page.going_on) and desk.page.isVisible())
    (kept,) = desk.told()
    assert ((NUMBER.id,), False, quiz.id) == (kept.left, kept.is_over, kept.id)
    assert kept.used >= 7.0


def test_a_quiz_goes_on_after_a_restart(tmp_path: Path, sandbox: Sandbox, qtbot: QtBot) -> None:
    with laid_out(tmp_path, (PACK,), sandbox, qtbot) as first:
        first.begin(CHOICE, NUMBER, WORD, seconds=600.0)
        press("b\n\n")
        seconds_pass(first.sitting, 30.0)

    with laid_out(tmp_path, (PACK,), sandbox, qtbot) as second:
        qtbot.waitUntil(lambda: bool(second.page.going_on))
        second.page.going_on[0].go_on.click()

        assert "2 of 3" in second.texts()
        assert second.sitting._run is not None
        assert 30.0 <= second.sitting._run.watch.read() < 60.0


@pytest.mark.parametrize("answers", [1, 4])
def test_a_quiz_whose_process_is_killed_goes_on_after_the_last_answer(
    tmp_path: Path, sandbox: Sandbox, qtbot: QtBot, answers: int
) -> None:
    command = [sys.executable, "-m", quiz_process.__name__, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as asking:
        assert asking.stdout is not None
        while int(asking.stdout.readline()) < answers:
            pass
        asking.kill()

    with laid_out(tmp_path, (PACK,), sandbox, qtbot) as desk:
        qtbot.waitUntil(lambda: bool(desk.page.going_on))
        desk.page.going_on[0].go_on.click()

        assert desk.sitting._item is not None
        assert quiz_process.ASKED.index(desk.sitting._item.id) >= answers


def test_a_quiz_whose_time_is_up_ends_with_what_is_answered(desk: QuizDesk) -> None:
    desk.begin(CHOICE, NUMBER, seconds=60.0)
    press("b\n\n")

    seconds_pass(desk.sitting, 61.0)

    desk.qtbot.waitUntil(desk.page.result.isVisible)
    (quiz,) = desk.told()
    assert (True, 1, (NUMBER.id,)) == (quiz.is_over, quiz.right, quiz.missed)
    assert "The time was up after 1:00." in desk.texts()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # Of the offscreen platform, about dialogs.
def test_finishing_early_is_asked_about_and_shows_the_result(desk: QuizDesk) -> None:
    desk.begin(CHOICE, NUMBER)

    desk.run.bar.end.click()
    (box,) = desk.window.findChildren(QMessageBox)
    assert "2 items are not answered and count as missed." == box.informativeText()
    next(button for button in box.buttons() if button.text() == "Finish").click()

    desk.qtbot.waitUntil(desk.page.result.isVisible)
    assert "0 of 2 right" in desk.texts()


def test_an_item_that_is_gone_is_passed_over(desk: QuizDesk) -> None:
    desk.begin(replace(CHOICE, id="sample/all/gone"), NUMBER)

    press("6\n\n")

    desk.qtbot.waitUntil(desk.page.result.isVisible)
    assert "1.  No longer in its pack" in desk.texts()


def test_z_takes_nothing_back_in_a_quiz(desk: QuizDesk) -> None:
    desk.begin(CHOICE)
    press("b\n")

    press("z")

    assert [] == desk.window.keys


def test_an_answer_that_can_not_be_written_is_kept_and_tried_again(desk: QuizDesk, tmp_path: Path) -> None:
    desk.begin(CHOICE, NUMBER)
    other_program = sqlite3.connect(tmp_path / "journal.sqlite", isolation_level=None)
    other_program.execute("BEGIN EXCLUSIVE")

    press("b\n")
    desk.qtbot.waitUntil(desk.run.notice.isVisible)
    other_program.execute("ROLLBACK")
    other_program.close()
    desk.run.notice.button.click()

    (quiz,) = desk.told()
    assert ((CHOICE.id,), 1) == (tuple(given.item for given in quiz.given), quiz.right)


@pytest.fixture
def exercise(library: Library) -> Exercise:
    found = library.find(ITEM)
    assert isinstance(found, Exercise)
    return found


@pytest.fixture
def code_desk(tmp_path: Path, library: Library, sandbox: Sandbox, qtbot: QtBot) -> Iterator[QuizDesk]:
    with laid_out(tmp_path, library.packs, sandbox, qtbot) as made:
        yield made


def hand_in(desk: QuizDesk, code: str) -> None:
    page = desk.run.exercise
    assert page is not None
    desk.qtbot.waitUntil(lambda: page._work.is_open)
    page._work.editor.replace_code(code)
    page._work.check_button.click()


def test_the_first_check_of_an_exercise_is_its_answer(code_desk: QuizDesk, exercise: Exercise) -> None:
    code_desk.begin(exercise)
    page = code_desk.run.exercise
    assert page is not None
    assert not page._task.solution_button.isVisible()

    hand_in(code_desk, exercise.starter + "\n# not yet\n")
    code_desk.qtbot.waitUntil(page._verdict.next_button.isVisible, timeout=60_000)
    hand_in(code_desk, exercise.solution)
    code_desk.qtbot.waitUntil(lambda: page._model is not None and page._model.state.passed, timeout=60_000)
    page._verdict.next_button.click()

    code_desk.qtbot.waitUntil(code_desk.page.result.isVisible)
    (quiz,) = code_desk.told()
    assert [False] == [given.right for given in quiz.given]
    assert quiz.given[0].answer.endswith("# not yet\n")
    assert ItemState.NEW is code_desk.services.learner.state(exercise.id)


def test_after_a_pause_the_keyboard_is_back_in_the_code(code_desk: QuizDesk, exercise: Exercise) -> None:
    code_desk.begin(exercise)
    page = code_desk.run.exercise
    assert page is not None
    code_desk.qtbot.waitUntil(lambda: page._work.is_open)
    page._work.editor.setFocus()

    QTest.keyClick(code_desk.window, Qt.Key.Key_F9)
    assert not page.isVisible()
    QTest.keyClick(code_desk.window, Qt.Key.Key_F9)

    assert page.isVisible()
    assert page._work.editor.hasFocus()


def test_escape_in_the_code_keeps_it_with_the_quiz(code_desk: QuizDesk, exercise: Exercise) -> None:
    quiz = code_desk.begin(exercise)
    page = code_desk.run.exercise
    assert page is not None
    code_desk.qtbot.waitUntil(lambda: page._work.is_open)
    page._work.editor.replace_code("half = 1")
    page._work.editor.setFocus()

    press("⎋")
    code_desk.qtbot.waitUntil(lambda: bool(code_desk.page.going_on))
    code_desk.page.going_on[0].go_on.click()

    code_desk.qtbot.waitUntil(lambda: page._work.is_open)
    assert ("half = 1", quiz.id) == (page._work.editor.code(), code_desk.told()[0].id)


def test_an_exercise_without_feedback_goes_on_and_tells_nothing(code_desk: QuizDesk, exercise: Exercise) -> None:
    code_desk.begin(exercise, feedback="at_the_end", counts=True)

    hand_in(code_desk, exercise.solution)

    code_desk.qtbot.waitUntil(code_desk.page.result.isVisible, timeout=60_000)
    (quiz,) = code_desk.told()
    assert [True] == [given.right for given in quiz.given]
    assert code_desk.services.learner.was_passed(exercise.id)


def test_the_learner_s_own_draft_is_left_alone_and_that_of_the_quiz_goes_with_it(
    code_desk: QuizDesk, exercise: Exercise
) -> None:
    drafts = code_desk.services.drafts
    drafts.save(exercise.id, "mine = 1")
    code_desk.begin(exercise)
    page = code_desk.run.exercise
    assert page is not None
    code_desk.qtbot.waitUntil(lambda: page._work.is_open)
    assert exercise.starter == page._work.editor.code()

    page._work.editor.replace_code("quiz = 1")
    press_leave(code_desk.run)
    code_desk.drain()
    assert {"mine = 1", "quiz = 1"} == set(drafts.all().values())

    code_desk.page.going_on[0].end.click()
    code_desk.drain()
    assert "mine = 1" == drafts.load(exercise.id)


def press_leave(run: QuizRunPage) -> None:
    run.bar.back.click()
