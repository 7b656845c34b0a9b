from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.trouble import TroublePage
from quizapp.home import Home
from quizapp.message import message
from quizapp.settings import LookChoice
from quizapp.study.data.backups import Backup, Of, back_up
from quizapp.study.data.pending import asked_for
from quizapp.wording import Wording
from tests.study.data.sample import home_with, rated
from tests.study.sample import NOON


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return home_with(tmp_path / "home", rated())


@pytest.fixture
def backup(home: Home) -> Backup:
    return back_up(home, Of.JOURNAL, NOON)


@pytest.fixture
def page(qtbot: QtBot, home: Home) -> TroublePage:
    page = TroublePage(home.folder, Appearance(Wording("en"), LookChoice.LIGHT))
    qtbot.addWidget(page)
    page.show_trouble(message("The journal is damaged."))
    return page


def button(page: TroublePage, begins: str) -> QPushButton | None:
    shown = [each for each in page.findChildren(QPushButton) if each.isVisibleTo(page)]
    return next((each for each in shown if each.text().startswith(begins)), None)


def test_without_a_backup_none_is_offered(page: TroublePage) -> None:
    assert button(page, "Go on with the backup") is None


def test_going_on_with_a_backup_asks_for_it_and_tries_again(
    page: TroublePage, home: Home, backup: Backup, qtbot: QtBot
) -> None:
    page.offer(backup)
    offered = button(page, "Go on with the backup of 2026-03-02")
    assert offered is not None

    with qtbot.waitSignal(page.retry_requested):
        offered.click()

    assert backup.path == asked_for(home)


def test_an_offer_ends_with_the_trouble(page: TroublePage, backup: Backup) -> None:
    page.offer(backup)

    page.show_trouble(message("The disk is full."))

    assert button(page, "Go on with the backup") is None


def test_a_wish_that_can_not_be_written_down_is_told(page: TroublePage, home: Home, backup: Backup) -> None:
    home.restore.mkdir()
    page.offer(backup)
    offered = button(page, "Go on with the backup")
    assert offered is not None

    offered.click()

    assert "can't be written" in page._sentence.text()
