from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.questions.order import OrderInput
from quizapp.desktop.widgets.questions.row import Row
from quizapp.settings import LookChoice
from quizapp.wording import Wording
from tests.desktop.studying import ORDER


def test_a_line_is_dragged_to_another_place(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    lines = OrderInput(ORDER, Appearance(Wording("en"), LookChoice.LIGHT), window)
    lines.resize(500, 260)
    window.resize(500, 260)
    window.show()
    before = list(lines.answer() or ())
    rows = sorted(lines.findChildren(Row), key=lambda row: row.y())
    first, last = rows[0], rows[-1]

    QTest.mousePress(first, Qt.MouseButton.LeftButton, pos=first.rect().center())
    for row in (rows[1], last):
        below = first.mapFromGlobal(row.mapToGlobal(QPoint(40, row.height() - 1)))
        QTest.mouseMove(first, below)
        qtbot.wait(1)
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton)

    assert lines.answer() == (*before[1:], before[0])


def test_buttons_move_the_line_with_the_focus(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    lines = OrderInput(ORDER, Appearance(Wording("en"), LookChoice.LIGHT), window)
    window.show()
    before = list(lines.answer() or ())
    lines.start()

    lines.move_down.click()

    assert lines.answer() == (before[1], before[0], before[2])
    assert lines.move_up.isEnabled()
