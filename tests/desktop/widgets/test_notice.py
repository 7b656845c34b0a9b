from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.notice import Notice
from quizapp.message import message
from quizapp.settings import LookChoice
from quizapp.wording import Wording

# Of the offscreen platform, about windows.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def notice(qtbot: QtBot) -> Iterator[Notice]:
    made = Notice(Appearance(Wording("en"), LookChoice.LIGHT))
    qtbot.addWidget(made)
    yield made


def test_good_news_goes_by_itself(notice: Notice, qtbot: QtBot) -> None:
    notice._going.setInterval(10)
    notice.tell(message("There is nothing to take back."), "ok")
    assert not notice.isHidden()

    qtbot.waitUntil(notice.isHidden)


def test_what_was_done_can_be_taken_back_by_a_button(notice: Notice, qtbot: QtBot) -> None:
    notice.tell_done(message("Undo"), offers_undo=True)
    assert not notice.undo.isHidden()

    with qtbot.waitSignal(notice.undo_requested):
        notice.undo.click()

    assert notice.isHidden()


def test_what_comes_next_offers_no_undo_unless_it_says_so(notice: Notice) -> None:
    notice.tell_done(message("Undo"), offers_undo=True)
    notice.tell(message("Try again"))

    assert notice.undo.isHidden()


def test_bad_news_stays_until_it_is_closed(notice: Notice) -> None:
    notice.tell(message("There is nothing to take back."), "ok")
    notice.tell(message("Try again"))
    assert not notice._going.isActive()

    notice.button.click()

    assert notice.isHidden()
