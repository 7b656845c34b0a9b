"""The column that pages stand in."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.widgets.panel import Column


def test_a_page_scrolls_by_keys_that_nothing_on_it_took(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page, column = QWidget(window), Column()
    for number in range(200):
        column.rows.addWidget(QLabel(str(number)))
    column.fill(page)
    page.resize(600, 400)
    window.show()
    qtbot.waitUntil(lambda: column.verticalScrollBar().maximum() > 0)

    QTest.keyClick(page, Qt.Key.Key_PageDown)

    assert column.verticalScrollBar().value() > 0


def test_what_unfolds_out_of_sight_comes_to_the_top(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page, column, grown = QWidget(window), Column(), QLabel("grown")
    for number in range(10):
        column.rows.addWidget(QLabel(str(number)))
    column.rows.addWidget(grown)
    column.rows.addStretch()
    column.fill(page)
    page.resize(600, 400)
    window.show()
    grown.setFixedHeight(2000)

    column.follow(grown)

    qtbot.waitUntil(lambda: grown.mapTo(column.viewport(), QPoint(0, 0)).y() == column.rows.spacing())
