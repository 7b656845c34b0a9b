"""The window in which own cards are written; real journal, real widgets."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from quizapp.desktop.pages.item.words import Told
from quizapp.desktop.pages.own_cards.editor import CardEditor, open_card_editor
from quizapp.desktop.pages.own_cards.editor_model import CardDraft, draft_of
from quizapp.message import message
from quizapp.packs.model import Card
from quizapp.settings import LookChoice
from quizapp.study.entries import CardDropped, CardWritten
from quizapp.study.own_cards import OwnCard
from quizapp.wording import Wording
from tests.desktop.pages.study.desk import Desk, laid_out
from tests.desktop.studying import PACK

# Of the offscreen platform, about dialogs.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

CARD = OwnCard(id="own/views/0123456789ab", deck="Views", front="Does it copy?", back="No.", concepts=("views",))
DRAFT = CardDraft("Views", "Does `t` copy?", "No, it **shares**.", "views")


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with laid_out(tmp_path, qtbot) as made:
        yield made
        for editor in made.page.window().findChildren(CardEditor):
            editor.hide()


def opened(desk: Desk, draft: CardDraft) -> CardEditor:
    editor = open_card_editor(desk.services, draft, desk.page)
    editor.activateWindow()
    desk.qtbot.waitUntil(editor.isActiveWindow)
    return editor


def answer(desk: Desk, words: str) -> None:
    """Press the button that says so in the question that is asked."""
    desk.qtbot.waitUntil(lambda: any(box.isVisible() for box in desk.page.window().findChildren(QMessageBox)))
    box = next(box for box in desk.page.window().findChildren(QMessageBox) if box.isVisible())
    next(button for button in box.findChildren(QAbstractButton) if button.text() == words).click()


def test_a_saved_card_is_on_the_shelf_and_the_window_closes(desk: Desk) -> None:
    editor = opened(desk, DRAFT)
    with desk.qtbot.waitSignal(desk.services.shelf.changed), desk.qtbot.waitSignal(editor.accepted):
        editor.save_button.click()

    own = desk.services.packs[-1]
    card = next(iter(own.items()))
    assert isinstance(card, Card)
    assert (own.id, own.lessons[0].title.read("en"), card.back.read("en")) == ("own", "Views", "No, it **shares**.")


def test_it_is_said_in_which_deck_a_new_card_is(desk: Desk) -> None:
    editor = opened(desk, DRAFT)
    with desk.qtbot.waitSignal(editor.told) as told:
        editor.save_button.click()

    assert told.args == [Told(message("The card is in your deck “{deck}”.", deck="Views"), offers_undo=True)]


def test_own_cards_leave_the_packs_as_they_are(desk: Desk) -> None:
    editor = opened(desk, DRAFT)
    with desk.qtbot.waitSignal(editor.accepted):
        editor.save_button.click()

    assert desk.services.packs[0] is PACK
    assert [pack.id for pack in desk.learner.packs] == ["sample", "own"]


def test_ctrl_enter_saves_from_within_a_field(desk: Desk) -> None:
    editor = opened(desk, DRAFT)
    with desk.qtbot.waitSignal(editor.accepted):
        QTest.keyClick(editor.form.back, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert [card.front for card in desk.learner.own_cards()] == ["Does `t` copy?"]


def test_a_card_without_a_back_cannot_be_saved(desk: Desk) -> None:
    editor = opened(desk, CardDraft("Views", "Does it?"))
    before = editor.save_button.isEnabled()
    editor.form.back.setPlainText("No.")

    assert (before, editor.save_button.isEnabled()) == (False, True)


def test_the_preview_follows_what_is_typed(desk: Desk) -> None:
    editor = opened(desk, DRAFT)
    editor.form.front.setPlainText("Does `x` **copy**?")

    desk.qtbot.waitUntil(lambda: editor.form.shown_front.plain_text() == "Does x copy?")
    assert editor.form.shown_back.plain_text() == "No, it shares."


def test_several_cards_are_written_one_after_the_other(desk: Desk) -> None:
    editor = opened(desk, DRAFT)
    with desk.qtbot.waitSignal(desk.services.shelf.changed):
        editor.next_button.click()

    assert editor.isVisible()
    assert editor.form.draft() == CardDraft(deck="Views", concepts="views")


def test_an_edited_card_is_the_same_card(desk: Desk) -> None:
    desk.learner.write_cards((CARD,))
    editor = opened(desk, draft_of(CARD))
    editor.form.back.setPlainText("It shares.")
    with desk.qtbot.waitSignal(editor.accepted):
        editor.save_button.click()

    assert [(card.id, card.back) for card in desk.learner.own_cards()] == [(CARD.id, "It shares.")]


def test_a_card_is_thrown_away_after_a_warning(desk: Desk) -> None:
    desk.learner.write_cards((CARD,))
    desk.services.shelve()
    editor = opened(desk, draft_of(CARD))
    editor.drop_button.click()
    with desk.qtbot.waitSignal(editor.accepted):
        answer(desk, "Throw away")

    assert desk.kinds() == [CardWritten, CardDropped]
    assert desk.services.find(CARD.id) is None


def test_a_new_card_cannot_be_thrown_away(desk: Desk) -> None:
    assert not opened(desk, DRAFT).drop_button.isVisible()


def test_closing_asks_where_something_would_be_lost(desk: Desk) -> None:
    editor = opened(desk, CardDraft())
    editor.form.front.setPlainText("Does it copy?")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    answer(desk, "Go on writing")
    assert editor.isVisible()

    editor.close()
    with desk.qtbot.waitSignal(editor.rejected):
        answer(desk, "Leave")


def test_closing_asks_nothing_where_nothing_was_written(desk: Desk) -> None:
    editor = opened(desk, CardDraft())

    with desk.qtbot.waitSignal(editor.rejected):
        QTest.keyClick(editor, Qt.Key.Key_Escape)


def test_code_that_came_from_an_exercise_is_not_lost_by_a_slip_of_the_finger(desk: Desk) -> None:
    """What the draft brought can be brought again, so Esc may drop it; what was typed may not be lost."""
    editor = opened(desk, CardDraft(back="```python\nx\n```", source="sample/all/card"))

    with desk.qtbot.waitSignal(editor.rejected):
        QTest.keyClick(editor, Qt.Key.Key_Escape)


def test_a_card_that_cannot_be_written_stays_open_and_says_why(desk: Desk) -> None:
    other_program = sqlite3.connect(desk.services.home.journal, isolation_level=None)
    other_program.execute("BEGIN EXCLUSIVE")
    editor = opened(desk, DRAFT)
    editor.save_button.click()
    desk.qtbot.waitUntil(lambda: bool(editor._trouble.text()))
    other_program.execute("ROLLBACK")
    other_program.close()

    with desk.qtbot.waitSignal(editor.accepted):
        editor.save_button.click()
    assert len(desk.learner.own_cards()) == 1


def test_language_and_look_change_while_it_is_open(desk: Desk) -> None:
    editor = opened(desk, DRAFT)
    desk.services.appearance.choose(wording=Wording("zh"), look=LookChoice.DARK)

    assert editor.windowTitle() == Wording("zh").say("New card")
    assert editor.form.draft() == DRAFT
