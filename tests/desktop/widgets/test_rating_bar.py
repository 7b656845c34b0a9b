from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.rating_bar import RatingBar, RatingButton, in_words
from quizapp.settings import LookChoice
from quizapp.study.model import Rating
from quizapp.wording import Wording


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (timedelta(seconds=20), "< 1 min"),
        (timedelta(minutes=10), "10 min"),
        (timedelta(minutes=59, seconds=50), "1 h"),
        (timedelta(hours=5), "5 h"),
        (timedelta(days=4), "4 d"),
        (timedelta(days=59), "59 d"),
        (timedelta(days=61), "2 months"),
        (timedelta(days=366), "1 y"),
        (timedelta(days=548), "1.5 y"),
    ],
)
def test_an_interval_is_said_short(interval: timedelta, words: str) -> None:
    assert in_words(interval, Wording("en")) == words


def test_each_button_says_when_the_card_comes_back_and_gives_its_rating(qtbot: QtBot) -> None:
    bar = RatingBar(Appearance(Wording("en"), LookChoice.LIGHT))
    qtbot.addWidget(bar)
    rated: list[object] = []
    bar.rated.connect(rated.append)

    bar.show_intervals({rating: timedelta(days=rating.value) for rating in Rating})
    buttons = bar.findChildren(RatingButton)
    for button in buttons:
        button.click()

    assert [button.words() for button in buttons] == [
        ("Again", "1 d"),
        ("Hard", "2 d"),
        ("Good", "3 d"),
        ("Easy", "4 d"),
    ]
    assert [button.accessibleName() for button in buttons][3] == "Easy, 4 d"
    assert rated == list(Rating)
