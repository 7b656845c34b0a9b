"""Fixtures for widgets: how the app looks, and an editor on the screen."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.editor import CodeEditor
from quizapp.settings import LookChoice
from quizapp.wording import Wording


@pytest.fixture
def appearance(qapp: QApplication) -> Appearance:
    return Appearance(Wording("en"), LookChoice.LIGHT)


@pytest.fixture
def editor(appearance: Appearance, qtbot: QtBot) -> CodeEditor:
    made = CodeEditor(appearance)
    qtbot.addWidget(made)
    made.resize(700, 400)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made
