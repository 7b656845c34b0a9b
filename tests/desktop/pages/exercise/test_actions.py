"""What can be done with an exercise besides solving it; a shipped exercise, the real sandbox and journal."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from quizapp.desktop.pages.exercise.actions import ExerciseActions
from quizapp.desktop.pages.item.menu_model import Offer
from quizapp.desktop.pages.own_cards.editor import CardEditor
from quizapp.desktop.pages.own_cards.editor_model import CardDraft
from quizapp.packs.library import Library
from quizapp.sandbox.sandbox import Sandbox
from quizapp.study.model import ItemState, Rating
from tests.desktop.pages.exercise.desk import ITEM, Desk, laid_out

# Of the offscreen platform, about menus and dialogs.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

RIGHT = "for p in model.parameters():\n    p.requires_grad = False\n"
Key = Qt.Key


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path, library: Library, sandbox: Sandbox) -> Iterator[Desk]:
    with laid_out(tmp_path, library, sandbox, qtbot) as made:
        made.open()
        yield made


def actions(desk: Desk) -> ExerciseActions:
    return desk.page._actions


def do(desk: Desk, offer: Offer) -> None:
    actions(desk)._actions.do(offer)


def select(desk: Desk, start: int, end: int) -> None:
    cursor = desk.editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    desk.editor.setTextCursor(cursor)


def draft_of_selection(desk: Desk) -> CardDraft:
    do(desk, Offer.CARD)
    desk.qtbot.waitUntil(lambda: bool(desk.page.window().findChildren(CardEditor)))
    editor = desk.page.window().findChildren(CardEditor)[0]
    draft = editor.form.draft()
    QTest.keyClick(editor, Key.Key_Escape)
    return draft


def test_a_note_is_written_without_disturbing_the_code(desk: Desk) -> None:
    code = desk.editor.code()
    do(desk, Offer.NOTE)
    QTest.keyClicks(desk.page._actions.note.editor, "Mind the plural.")
    QTest.keyClick(desk.page._actions.note.editor, Key.Key_Escape)
    desk.drain()

    assert (desk.services.learner.note(ITEM), desk.editor.code()) == ("Mind the plural.", code)


def test_closing_a_note_does_not_leave_the_exercise(desk: Desk) -> None:
    do(desk, Offer.NOTE)

    with desk.qtbot.assertNotEmitted(desk.page.left):
        QTest.keyClick(desk.page._actions.note.editor, Key.Key_Escape)


def test_leaving_saves_the_note(desk: Desk) -> None:
    do(desk, Offer.NOTE)
    QTest.keyClicks(desk.page._actions.note.editor, "plural")
    desk.page._header.back.click()
    desk.drain()

    assert desk.services.learner.note(ITEM) == "plural"


def test_a_note_gives_nothing_away_before_the_exercise_is_through(desk: Desk) -> None:
    desk.services.learner.set_note(ITEM, "Mind the plural.")
    desk.open()
    before = actions(desk).note.isVisible()
    desk.check(RIGHT)

    assert (before, actions(desk).note.isVisible()) == (False, True)


def test_the_rating_of_an_attempt_is_shown_and_changed(desk: Desk) -> None:
    desk.check(RIGHT)
    rated = actions(desk).rated
    desk.qtbot.waitUntil(rated.isVisible)
    assert rated.given is not None
    first = rated.given.rating

    rated.choose(Rating.EASY)
    desk.drain()

    assert first is not Rating.EASY
    assert desk.services.learner.history(ITEM)[-1].rating is Rating.EASY


def test_an_attempt_that_failed_has_no_rating(desk: Desk) -> None:
    desk.check(desk.exercise.starter)
    desk.drain()

    assert not actions(desk).rated.isVisible()


def test_an_exercise_that_is_put_off_makes_room_for_the_next_and_keeps_its_code(desk: Desk) -> None:
    desk.write("x = 1\n")
    with desk.qtbot.waitSignal(desk.page.put_off) as put_off:
        do(desk, Offer.BURY)
    desk.drain()

    assert put_off.args == [ITEM]
    assert desk.services.learner.state(ITEM) is ItemState.BURIED
    assert desk.services.drafts.load(ITEM) == "x = 1\n"


def test_undo_of_an_attempt_shows_the_exercise_again(desk: Desk) -> None:
    desk.check(RIGHT)
    desk.drain()

    with desk.qtbot.waitSignal(desk.page.undone) as undone:
        QTest.keyClick(desk.page._task, Key.Key_Z)

    assert undone.args == [ITEM]
    assert desk.services.learner.history(ITEM) == ()


def test_z_in_the_editor_is_a_letter(desk: Desk) -> None:
    desk.check(RIGHT)
    desk.drain()
    desk.editor.go_to_end()
    QTest.keyClicks(desk.editor, "znbm")
    desk.drain()

    assert desk.editor.code().endswith("znbm\n")
    assert len(desk.services.learner.history(ITEM)) == 1


def test_b_outside_the_editor_puts_nothing_off(desk: Desk) -> None:
    QTest.keyClick(desk.page._task, Key.Key_B)
    desk.drain()

    assert desk.services.learner.state(ITEM) is ItemState.NEW


def test_m_opens_the_menu(desk: Desk) -> None:
    QTest.keyClick(desk.page._task, Key.Key_M)

    menu = actions(desk)._actions.menu
    desk.qtbot.waitUntil(lambda: menu.menu is not None and menu.menu.isVisible())
    menu.close()


def test_a_selection_of_code_becomes_a_card_of_the_exercise_s_concepts(desk: Desk) -> None:
    desk.write(RIGHT)
    select(desk, len("for p in model.parameters():\n    "), len(RIGHT) - 1)

    assert draft_of_selection(desk) == CardDraft(
        deck="My cards",
        back="```python\np.requires_grad = False\n```",
        concepts=", ".join(desk.exercise.concepts),
        source=ITEM,
    )


@pytest.mark.parametrize("is_selected", [True, False])
def test_the_editor_s_own_menu_makes_a_card_of_a_selection(desk: Desk, is_selected: bool) -> None:
    desk.write(RIGHT)
    select(desk, 0, len(RIGHT) if is_selected else 0)
    desk.editor.customContextMenuRequested.emit(QPoint(5, 5))
    menu = next(found for found in desk.editor.findChildren(QMenu) if found.isVisible())
    last = menu.actions()[-1]
    menu.close()

    assert (last.text(), last.isEnabled()) == ("Make a card of this…", is_selected)
