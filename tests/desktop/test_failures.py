import sys

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from quizapp.desktop.failures import Failures
from quizapp.message import SaysError, message
from tests.desktop.desk import Desk

# Qt's platform for tests says so of every dialog.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def failures(desk: Desk) -> Failures:
    return Failures(desk.home, desk.appearance, desk.window)


def fail(failures: Failures, error: Exception) -> None:
    """Bring an error to the hook as Python does."""
    failures._heard(type(error), error, None)


def test_an_unexpected_error_is_shown_with_its_details_and_the_app_goes_on(
    qtbot: QtBot, desk: Desk, failures: Failures
) -> None:
    fail(failures, ZeroDivisionError("by zero"))

    dialog = desk.window.findChild(QMessageBox)
    assert isinstance(dialog, QMessageBox)
    assert "by zero" in dialog.detailedText()
    dialog.reject()


def test_an_unexpected_error_is_written_to_the_log(desk: Desk, failures: Failures) -> None:
    fail(failures, ZeroDivisionError("by zero"))

    assert "ZeroDivisionError: by zero" in desk.home.errors.read_text(encoding="utf-8")


def test_many_errors_open_one_dialog(desk: Desk, failures: Failures) -> None:
    for _ in range(3):
        fail(failures, ZeroDivisionError("by zero"))

    assert len(desk.window.findChildren(QMessageBox)) == 1


def test_an_error_with_a_sentence_is_told_and_not_shown_in_a_dialog(
    qtbot: QtBot, desk: Desk, failures: Failures
) -> None:
    with qtbot.waitSignal(failures.told) as told:
        fail(failures, SaysError(message("The disk is full.")))

    assert told.args == [message("The disk is full.")]
    assert desk.window.findChildren(QMessageBox) == []


def test_after_listening_python_reports_errors_itself(failures: Failures) -> None:
    before = sys.excepthook
    failures.listen()
    assert sys.excepthook != before

    failures.stop_listening()

    assert sys.excepthook is sys.__excepthook__
    sys.excepthook = before
