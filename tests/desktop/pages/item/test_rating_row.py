from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.item.menu_model import RatingGiven
from quizapp.desktop.pages.item.rating_row import RatingBox, RatingGivenRow, RatingRow
from quizapp.desktop.widgets.buttons import Button
from quizapp.settings import LookChoice
from quizapp.study.model import Rating
from quizapp.wording import Wording

# Of the offscreen platform, about windows.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

GOOD = RatingGiven(Rating.GOOD, timedelta(days=3))


@pytest.fixture
def appearance() -> Appearance:
    return Appearance(Wording("en"), LookChoice.LIGHT)


@pytest.fixture(params=[RatingRow, RatingBox])
def row(request: pytest.FixtureRequest, qtbot: QtBot, appearance: Appearance) -> Iterator[RatingGivenRow]:
    made: RatingGivenRow = request.param(appearance)
    qtbot.addWidget(made)
    yield made


def chosen(row: RatingGivenRow) -> str:
    boxes = row.findChildren(QComboBox)
    if boxes:
        return boxes[0].currentText()
    return next(button.text() for button in row.findChildren(Button) if button.isChecked())


def test_without_a_rating_there_is_nothing_to_see(row: RatingGivenRow) -> None:
    assert row.isHidden()


def test_the_rating_is_shown_with_how_long_it_sends_the_item_away(row: RatingGivenRow) -> None:
    row.show_given(GOOD)

    assert (row.isHidden(), chosen(row), row.findChildren(QLabel)[0].text()) == (False, "Good", "3 d")


def test_another_rating_is_told(row: RatingGivenRow, qtbot: QtBot) -> None:
    row.show_given(GOOD)

    with qtbot.waitSignal(row.rerated) as rerated:
        row.choose(Rating.HARD)

    assert (rerated.args, chosen(row)) == ([Rating.HARD], "Hard")


def test_the_same_rating_is_not_told(row: RatingGivenRow, qtbot: QtBot) -> None:
    row.show_given(GOOD)

    with qtbot.assertNotEmitted(row.rerated):
        row.choose(Rating.GOOD)


def test_it_follows_the_language(row: RatingGivenRow, appearance: Appearance) -> None:
    row.show_given(GOOD)
    appearance.choose(wording=Wording("zh"))

    assert chosen(row) == "良好"


def test_a_click_on_a_segment_gives_that_rating(qtbot: QtBot, appearance: Appearance) -> None:
    row = RatingRow(appearance)
    qtbot.addWidget(row)
    row.show_given(GOOD)
    easy = next(button for button in row.findChildren(Button) if button.text() == "Easy")

    with qtbot.waitSignal(row.rerated) as rerated:
        QTest.mouseClick(easy, Qt.MouseButton.LeftButton)

    assert rerated.args == [Rating.EASY]


def test_an_arrow_key_gives_the_next_rating_of_the_box(qtbot: QtBot, appearance: Appearance) -> None:
    row = RatingBox(appearance)
    qtbot.addWidget(row)
    row.show_given(GOOD)

    with qtbot.waitSignal(row.rerated) as rerated:
        QTest.keyClick(row.findChildren(QComboBox)[0], Qt.Key.Key_Down)

    assert rerated.args == [Rating.EASY]
