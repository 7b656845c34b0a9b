"""Many Qt calls in one process: PySide6 6.12 on Python 3.11 aborted after some 260 key presses."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.editor.widget import CodeEditor
from quizapp.settings import LookChoice
from quizapp.wording import Wording

KEY_PRESSES = 20_000
LINE = "x = net(1)  "


@pytest.mark.slow
def test_twenty_thousand_key_presses_leave_the_process_alive(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    editor = CodeEditor(Appearance(Wording("en"), LookChoice.DARK), host)
    for number in range(KEY_PRESSES):
        if number % (40 * len(LINE)) == 0:
            editor.set_code("")
        QTest.keyClicks(editor, LINE[number % len(LINE)])
    QTest.keyClick(editor, Qt.Key.Key_Return)

    assert editor.code().startswith("x = net(1)")
