"""What comes at the end of a sitting over chosen items, and when a page can't be built; in the real window."""

import sys
from types import TracebackType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from quizapp.desktop.pages.exercise.page import ExercisePage
from quizapp.desktop.pages.study.end import EndPage
from quizapp.desktop.pages.study.model import Phase
from quizapp.desktop.pages.study.page import StudyPage
from quizapp.desktop.widgets.rail import Section
from tests.desktop.desk import EXERCISE, VIEWS, Desk, visible_texts

CARDS = tuple(item.id for item in VIEWS.items)


def rate(desk: Desk, qtbot: QtBot, item: str, key: Qt.Key) -> None:
    """Reveal the card and rate it."""
    qtbot.waitUntil(lambda: any(page.isVisible() for page in desk.window.findChildren(StudyPage)))
    page = desk.window.findChildren(StudyPage)[0]
    qtbot.waitUntil(lambda: page.phase is Phase.FRONT and page._model.item is not None and page._model.item.id == item)
    QTest.keyClick(page, Qt.Key.Key_Space)
    QTest.keyClick(page, key)


def end_page(desk: Desk, qtbot: QtBot) -> EndPage:
    qtbot.waitUntil(lambda: any(page.isVisible() for page in desk.window.findChildren(EndPage)))
    return desk.window.findChildren(EndPage)[0]


def study(desk: Desk, qtbot: QtBot, *keys: Qt.Key) -> None:
    desk.shell.show_section(Section.LEARN)
    desk.shell._study_items(CARDS)
    for item, key in zip(CARDS, keys, strict=True):
        rate(desk, qtbot, item, key)


def test_the_end_of_a_lesson_says_what_was_done_missed_and_comes_back(desk: Desk, qtbot: QtBot) -> None:
    study(desk, qtbot, Qt.Key.Key_1, Qt.Key.Key_3)
    end_page(desk, qtbot)

    assert {
        "In this sitting: 2 cards.",
        "1 of them was missed.",
        "The first of them comes back in a minute.",
        "Repeat what was missed",
    } <= visible_texts(desk.window)


def test_what_was_missed_is_repeated_and_then_said_again(desk: Desk, qtbot: QtBot) -> None:
    study(desk, qtbot, Qt.Key.Key_1, Qt.Key.Key_3)
    page = end_page(desk, qtbot)
    QTest.keyClick(page.focusWidget() or page, Qt.Key.Key_Return)
    rate(desk, qtbot, CARDS[0], Qt.Key.Key_4)
    qtbot.waitUntil(page.isVisible)

    assert {"In this sitting: 1 card.", "None of them was missed."} <= visible_texts(desk.window)


@pytest.mark.parametrize("way", ["button", "escape"])
def test_from_the_end_one_comes_back_to_where_one_was(way: str, desk: Desk, qtbot: QtBot) -> None:
    study(desk, qtbot, Qt.Key.Key_3, Qt.Key.Key_3)
    page = end_page(desk, qtbot)
    if way == "button":
        page.back.click()
    else:
        QTest.keyClick(page.focusWidget() or page, Qt.Key.Key_Escape)

    assert desk.shell.rail.isVisible()
    assert not page.repeat.isVisibleTo(page)


def test_an_item_by_itself_leads_back_at_once(desk: Desk, qtbot: QtBot) -> None:
    desk.shell._study_items(CARDS[:1])
    rate(desk, qtbot, CARDS[0], Qt.Key.Key_3)
    qtbot.waitUntil(desk.shell.rail.isVisible)

    assert desk.window.findChildren(EndPage) == []


def test_undo_at_the_end_counts_again(desk: Desk, qtbot: QtBot) -> None:
    study(desk, qtbot, Qt.Key.Key_3, Qt.Key.Key_1)
    end_page(desk, qtbot)
    desk.shell.menus.undo.trigger()

    qtbot.waitUntil(lambda: "In this sitting: 1 card." in visible_texts(desk.window))
    assert "None of them was missed." in visible_texts(desk.window)


def test_where_a_page_can_not_be_built_the_window_stays_where_it_was(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_arguments: object) -> None:
        raise RuntimeError("half-built")

    heard: list[BaseException] = []

    def hear(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        heard.append(error)

    desk.shell.show_section(Section.LEARN)
    monkeypatch.setattr(ExercisePage, "open", fails)
    monkeypatch.setattr(sys, "excepthook", hear)
    desk.shell._study_items((EXERCISE.id,))
    qtbot.waitUntil(lambda: bool(heard))

    assert (str(heard[0]), desk.shell.rail.isVisible()) == ("half-built", True)
    assert any(button.isVisible() and button.text() == "Learn" for button in desk.window.findChildren(QAbstractButton))
