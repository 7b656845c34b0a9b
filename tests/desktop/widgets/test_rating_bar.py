from datetime import timedelta

from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.rating_bar import RatingBar, RatingButton
from quizapp.settings import LookChoice
from quizapp.study.model import Rating
from quizapp.wording import Wording


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
