"""What a run printed, on the screen and in the clipboard."""

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.output_view import LONGEST_LINE, OutputView
from quizapp.sandbox.messages import Ending, Outcome, Part, RunError

ERROR = RunError(part=Part.CODE, type_name="ValueError", message="no", line=1, traceback="Traceback\nValueError: no\n")


@pytest.fixture
def view(appearance: Appearance, qtbot: QtBot) -> OutputView:
    made = OutputView(appearance)
    qtbot.addWidget(made)
    return made


def test_output_warnings_and_traceback_follow_one_another(view: OutputView) -> None:
    view.show_outcome(
        Outcome(ending=Ending.RAISED, stdout="one\ntwo\n", stderr="three\n", warnings=("careful",), error=ERROR)
    )

    assert view.text.toPlainText() == "one\ntwo\nthree\ncareful\nTraceback\nValueError: no"


def test_output_that_was_cut_says_so(view: OutputView) -> None:
    view.show_outcome(Outcome(ending=Ending.FINISHED, stdout="one\n", output_cut=True))

    assert view.text.toPlainText() == "one\nThere was more output; only the beginning is kept."


def test_nothing_printed_is_said(view: OutputView) -> None:
    view.show_outcome(Outcome(ending=Ending.FINISHED))

    assert view.text.toPlainText() == "Nothing was printed."


def test_markup_in_the_output_is_text(view: OutputView) -> None:
    view.show_outcome(Outcome(ending=Ending.FINISHED, stdout="<b>x</b>\n"))

    assert view.text.toPlainText() == "<b>x</b>"


def test_a_very_long_line_is_cut_on_the_screen_and_copied_whole(view: OutputView) -> None:
    line = "x" * (LONGEST_LINE + 50)
    view.show_outcome(Outcome(ending=Ending.FINISHED, stdout=line))
    view._copy.click()

    assert len(view.text.toPlainText()) == LONGEST_LINE + 2
    assert QGuiApplication.clipboard().text() == line


def test_another_exercise_begins_empty(view: OutputView) -> None:
    view.show_outcome(Outcome(ending=Ending.FINISHED, stdout="one"))
    view.show_outcome(None)

    assert view.text.toPlainText() == ""
