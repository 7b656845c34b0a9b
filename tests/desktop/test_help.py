"""The windows of the Help menu."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.help import about_dialog, keys_dialog
from quizapp.wording import Wording
from tests.desktop.desk import visible_texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # Of the offscreen platform.

SMALLEST = (900, 600)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(*SMALLEST)
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.close()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("make", [keys_dialog, about_dialog])
def test_a_window_is_no_larger_than_the_one_below(
    make: Callable[[Wording, QWidget], QDialog], language: str, window: QWidget
) -> None:
    dialog = make(Wording(language), window)

    assert (dialog.width() < SMALLEST[0], dialog.height() < SMALLEST[1]) == (True, True)


def test_keys_that_find_no_room_are_scrolled_to(window: QWidget, qtbot: QtBot) -> None:
    window.setStyleSheet("QLabel { font-size: 40px; }")
    dialog = keys_dialog(Wording("en"), window)
    dialog.show()
    pane = dialog.findChild(QScrollArea)
    assert pane is not None

    qtbot.waitUntil(lambda: pane.verticalScrollBar().maximum() > 0)
    assert dialog.height() < SMALLEST[1]


def test_the_keys_of_browse_are_named(window: QWidget) -> None:
    dialog = keys_dialog(Wording("en"), window)
    dialog.show()

    assert {"Browse", "Ctrl+F", "Search", "Study what is chosen"} <= visible_texts(dialog)
