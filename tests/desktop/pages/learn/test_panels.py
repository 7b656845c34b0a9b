import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.learn.model import ItemLine, Kind, LessonState, Mark
from quizapp.desktop.pages.learn.panels import MOST_ROWS, ItemRow, LessonPanel
from quizapp.packs.model import Text
from quizapp.settings import LookChoice
from quizapp.study.model import Progress
from quizapp.wording import Wording

# Of the offscreen platform, about windows.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def deck(count: int) -> LessonState:
    """Return a deck of so many own cards."""
    title = Text("en", {"en": "Deck"})
    lines = tuple(ItemLine(f"own/deck/{number:012x}", Kind.CARD, title, Mark.NEW) for number in range(count))
    return LessonState("own/deck", title, Text("en", {"en": ""}), Progress(count, 0, 0), lines)


def opened(qtbot: QtBot, count: int) -> LessonPanel:
    panel = LessonPanel(deck(count), Appearance(Wording("en"), LookChoice.LIGHT))
    qtbot.addWidget(panel)
    panel.set_open(True)
    return panel


def test_a_large_deck_shows_its_first_cards_and_says_how_many_more_there_are(qtbot: QtBot) -> None:
    panel = opened(qtbot, MOST_ROWS + 3)

    qtbot.waitUntil(lambda: len(panel.findChildren(ItemRow)) == MOST_ROWS)
    assert "and 3 more items" in [label.text() for label in panel.findChildren(QLabel)]


def test_a_small_deck_shows_all_its_cards(qtbot: QtBot) -> None:
    panel = opened(qtbot, 2)

    assert len(panel.findChildren(ItemRow)) == 2
    assert panel._more.isHidden()
