"""Two windows on one journal, and an app that stays open past the end of a day."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.desktop.keeping_up import KeepingUp
from quizapp.desktop.pages.browse.page import BrowsePage
from quizapp.desktop.widgets.rail import Section
from quizapp.study.learner import Learner
from quizapp.study.model import Rating
from quizapp.study.own_cards import OwnCard
from tests.desktop.desk import BASICS, VIEWS, Desk, set_up, visible_texts
from tests.study.sample import Clock

ONE, TWO = (item.id for item in VIEWS.items)
OWN = OwnCard(id="own/my-deck/0123456789ab", deck="My deck", front="Which?", back="This.")


@pytest.fixture
def keeping(desk: Desk) -> Iterator[KeepingUp]:
    made = kept_up(desk)
    yield made
    made.stop()


@pytest.fixture
def other(desk: Desk, qapp: QApplication) -> Iterator[Desk]:
    """A second window on the same home."""
    made = set_up(desk.home.folder, qapp)
    made.shell.show_services(made.services)
    yield made
    made.close()


def kept_up(desk: Desk, clock: Clock | None = None) -> KeepingUp:
    made = KeepingUp(desk.services, desk.window, clock) if clock else KeepingUp(desk.services, desk.window)
    made.changed.connect(desk.shell.refresh)
    return made


def shows(desk: Desk, text: str) -> bool:
    return text in visible_texts(desk.window)


def wait_for(qtbot: QtBot, desk: Desk, text: str) -> None:
    qtbot.waitUntil(lambda: shows(desk, text))


def test_what_the_other_window_has_written_is_shown_when_this_one_becomes_active(
    qtbot: QtBot, desk: Desk, keeping: KeepingUp, other: Desk
) -> None:
    other.window.activateWindow()
    qtbot.waitActive(other.window)
    other.services.learner.rate(ONE, Rating.EASY, 3.0)

    desk.window.activateWindow()

    wait_for(qtbot, desk, "1 of 3 done today")


def test_the_page_that_is_shown_is_the_one_that_is_refreshed(
    qtbot: QtBot, desk: Desk, keeping: KeepingUp, other: Desk
) -> None:
    desk.shell.show_section(Section.BROWSE)
    page = desk.window.findChild(BrowsePage)
    assert isinstance(page, BrowsePage)
    rows = page.list.rows
    qtbot.waitUntil(lambda: rows.found is not None)
    other.services.learner.suspend((ONE,))

    keeping.look()

    role = Qt.ItemDataRole.AccessibleTextRole
    qtbot.waitUntil(lambda: "Suspended" in str(rows.data(rows.index(0), role)))


def test_an_own_card_of_the_other_window_can_be_studied_here(
    qtbot: QtBot, desk: Desk, keeping: KeepingUp, other: Desk
) -> None:
    other.services.learner.write_cards((OWN,))

    keeping.look()

    qtbot.waitUntil(lambda: desk.services.find(OWN.id) is not None)


def test_nothing_new_refreshes_nothing(qtbot: QtBot, desk: Desk, keeping: KeepingUp) -> None:
    with qtbot.assertNotEmitted(keeping.changed), qtbot.waitSignal(keeping.looked):
        keeping.look()


def test_asked_while_it_looks_it_looks_once_more(qtbot: QtBot, keeping: KeepingUp) -> None:
    looks: list[None] = []
    keeping.looked.connect(lambda: looks.append(None))

    for _ in range(3):
        keeping.look()

    qtbot.waitUntil(lambda: len(looks) == 2)
    assert not keeping._is_looking


def test_a_day_that_ends_while_the_app_is_open_is_another_today(qtbot: QtBot, desk: Desk) -> None:
    clock = Clock()
    learner = Learner(desk.journal, (BASICS,), new_per_day=1, clock=clock)
    desk = replace(desk, services=replace(desk.services, learner=learner))
    desk.shell.show_services(desk.services)
    keeping = kept_up(desk, clock)
    learner.rate(ONE, Rating.EASY, 3.0)
    desk.shell.refresh()
    wait_for(qtbot, desk, "Nothing is due")

    clock.forward(days=1)
    keeping._timer.setInterval(0)

    wait_for(qtbot, desk, "0 of 1 done today")
    keeping.stop()


def test_a_journal_that_another_window_makes_anew_is_read_when_that_is_over(
    qtbot: QtBot, desk: Desk, keeping: KeepingUp
) -> None:
    with closing(sqlite3.connect(desk.home.journal, isolation_level=None)) as other:
        other.execute("UPDATE derived SET rules = '0'")
        other.execute("BEGIN IMMEDIATE")
        with qtbot.waitSignal(keeping.looked):
            keeping.look()
        other.execute("ROLLBACK")

    with qtbot.waitSignal(keeping.changed):
        keeping.look()


def test_after_the_end_nothing_is_looked_at(desk: Desk, keeping: KeepingUp) -> None:
    keeping.stop()
    desk.services.store.finish()

    keeping.look()

    assert not keeping._timer.isActive()
