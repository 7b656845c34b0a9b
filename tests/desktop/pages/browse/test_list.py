from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.browse.list import SEEN_ROLE, BrowseRows
from quizapp.desktop.pages.browse.model import Found, Wanted, stock_of
from quizapp.desktop.pages.browse.row import RowSeen
from quizapp.search.documents import Part
from quizapp.search.snippets import Snippet
from quizapp.settings import LookChoice
from quizapp.study.model import ItemState
from quizapp.study.standing import Standing
from quizapp.wording import Wording
from tests.desktop.desk import BASICS, VIEWS

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
PLACES = tuple(stock_of((BASICS,)).places.values())
ONE, TWO = (item.id for item in VIEWS.items)
HIT = Snippet(Part.FRONT, "a stride", ((2, 8),))
FOUND = Found(Wanted("stride"), PLACES, {}, NOW, {ONE: HIT})


@pytest.fixture
def appearance(qapp: QApplication) -> Appearance:
    return Appearance(Wording("en"), LookChoice.LIGHT)


@pytest.fixture
def rows(appearance: Appearance) -> BrowseRows:
    made = BrowseRows(appearance)
    made.show_found(FOUND)
    return made


def seen(rows: BrowseRows, row: int) -> RowSeen:
    given = rows.data(rows.index(row), SEEN_ROLE)
    assert isinstance(given, RowSeen)
    return given


def test_each_item_that_was_found_has_a_row(rows: BrowseRows) -> None:
    titles = [rows.data(rows.index(row)) for row in range(rows.rowCount())]

    assert titles == ["What is a view?", "What is a stride?", "Freeze the backbone"]


def test_a_row_says_what_is_painted(rows: BrowseRows) -> None:
    shown = seen(rows, 0)

    assert (shown.lesson, shown.state_word, shown.due, shown.snippet) == ("Views", "New", "", HIT)


def test_rows_speak_the_language_in_use(rows: BrowseRows, appearance: Appearance) -> None:
    appearance.choose(wording=Wording("zh"))

    assert (seen(rows, 0).title, seen(rows, 0).lesson) == ("什么是视图？", "视图")


def test_rows_can_be_chosen_and_not_edited(rows: BrowseRows) -> None:
    flags = rows.flags(rows.index(0))

    assert flags & Qt.ItemFlag.ItemIsSelectable
    assert not flags & Qt.ItemFlag.ItemIsEditable


def test_the_same_items_in_other_states_keep_their_rows(qtbot: QtBot, rows: BrowseRows) -> None:
    suspended = replace(FOUND, standings={ONE: Standing(suspended=True)})

    with qtbot.assertNotEmitted(rows.modelReset), qtbot.waitSignal(rows.dataChanged):
        assert not rows.show_found(suspended)

    assert seen(rows, 0).state is ItemState.SUSPENDED


def test_other_items_are_other_rows(qtbot: QtBot, rows: BrowseRows) -> None:
    with qtbot.waitSignal(rows.modelReset):
        assert rows.show_found(replace(FOUND, places=PLACES[1:]))

    assert (rows.rowCount(), rows.row_of(TWO), rows.row_of(ONE)) == (2, 0, None)


def test_why_an_item_was_found_is_asked_for_once(rows: BrowseRows) -> None:
    assert [rows.without_snippet(0, 1), rows.without_snippet(0, 1)] == [(TWO,), ()]


def test_why_an_item_was_found_is_shown_once_it_is_known(qtbot: QtBot, rows: BrowseRows) -> None:
    with qtbot.waitSignal(rows.dataChanged):
        rows.add_snippets({TWO: HIT})

    assert seen(rows, 1).snippet == HIT


def test_without_a_text_there_is_nothing_to_explain(rows: BrowseRows) -> None:
    rows.show_found(replace(FOUND, wanted=Wanted(), snippets={}))

    assert rows.without_snippet(0, 2) == ()
