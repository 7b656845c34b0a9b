"""The column that pages stand in."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QLabel, QWidget
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


@pytest.fixture
def scrolled(qtbot: QtBot) -> Iterator[tuple[Column, list[QLabel]]]:
    """A column of a hundred lines, the twentieth of which is at the top of the view."""
    window = QWidget()
    qtbot.addWidget(window)
    page, column = QWidget(window), Column()
    lines = [QLabel(str(number)) for number in range(100)]
    for line in lines:
        column.rows.addWidget(line)
    column.fill(page)
    page.resize(600, 400)
    window.show()
    qtbot.waitUntil(lambda: column.verticalScrollBar().maximum() > lines[20].y())
    column.verticalScrollBar().setValue(lines[20].y())
    yield column, lines


def test_what_is_held_stays_in_place_while_something_grows_above_it(
    qtbot: QtBot, scrolled: tuple[Column, list[QLabel]]
) -> None:
    column, lines = scrolled
    before, height = lines[20].mapTo(column.viewport(), QPoint(0, 0)), lines[20].y()

    column.hold(lines[20])
    lines[3].setFixedHeight(300)

    qtbot.waitUntil(lambda: lines[20].y() > height and column._held is None)
    assert before == lines[20].mapTo(column.viewport(), QPoint(0, 0))


def test_who_scrolls_meanwhile_is_not_held(scrolled: tuple[Column, list[QLabel]]) -> None:
    column, lines = scrolled
    column.hold(lines[20])

    column.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)

    assert column._held is None
