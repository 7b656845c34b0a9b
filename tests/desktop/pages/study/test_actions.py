"""What can be done with an item on the study page besides answering it; real journal, real widgets."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTableView
from pytestqt.qtbot import QtBot

from quizapp.desktop.pages.item.date_popup import DatePopup
from quizapp.desktop.pages.item.history_dialog import HistoryDialog
from quizapp.desktop.pages.item.menu_model import Offer, due_on
from quizapp.desktop.pages.study.model import Phase
from quizapp.packs.model import Item
from quizapp.study.entries import Answered, Buried, DateSet, Noted, Rated, Rerated, Suspended
from quizapp.study.model import ItemState, Rating
from quizapp.study.own_cards import OwnCard
from quizapp.study.standing import LEECH_LAPSES
from tests.desktop.pages.study.desk import Desk, laid_out
from tests.desktop.studying import CARD, CHOICE, WORD, card

# Of the offscreen platform, about menus and dialogs.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
OWN = OwnCard(id="own/views/0123456789ab", deck="Views", front="Which?", back="This.", source=CARD.id)


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with laid_out(tmp_path, qtbot) as made:
        yield made


def type_keys(text: str) -> None:
    """Type as the keyboard does: into the widget with the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def reveal(desk: Desk, item: Item = CARD) -> None:
    assert item is CARD or item.id == OWN.id
    desk.page.open(item)  # type: ignore[arg-type]
    press(Key.Key_Space)


def answer(desk: Desk) -> None:
    desk.page.open(CHOICE)
    type_keys("b")
    press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.page._footer.rated.isVisible())


def given(desk: Desk) -> Rating | None:
    """Return the rating that is shown beside the button."""
    shown = desk.page._footer.rated.given
    return shown.rating if shown is not None else None


def open_menu(desk: Desk) -> QMenu:
    press(Key.Key_M)
    menus = desk.page._actions.menu
    desk.qtbot.waitUntil(lambda: menus.menu is not None and menus.menu.isVisible())
    assert menus.menu is not None
    return menus.menu


def lines(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def line(menu: QMenu, offer: object) -> QAction:
    return next(action for action in menu.actions() if action.data() == offer)


def test_a_note_is_written_after_a_pause_and_shown_as_markdown(desk: Desk) -> None:
    reveal(desk)
    with desk.qtbot.waitSignal(desk.page._note.saved):
        press(Key.Key_N)
        type_keys("It **shares**.")
    assert desk.learner.note(CARD.id) == "It **shares**."

    press(Key.Key_Escape)

    assert desk.page._note.view.isVisible()
    assert desk.page._note.view.plain_text() == "It shares."


def test_typing_without_a_pause_is_one_row(desk: Desk) -> None:
    reveal(desk)
    press(Key.Key_N)
    type_keys("rows first")
    press(Key.Key_Return, CONTROL)

    assert desk.kinds() == [Noted]


def test_letters_of_a_note_mean_nothing_to_the_page(desk: Desk) -> None:
    reveal(desk)
    press(Key.Key_N)
    type_keys("zb1 m")

    assert (desk.page._note.editor.toPlainText(), desk.page.phase) == ("zb1 m", Phase.BACK)


def test_leaving_saves_the_note(desk: Desk) -> None:
    reveal(desk)
    press(Key.Key_N)
    type_keys("rows")
    desk.page._header.back.click()
    desk.drain()

    assert desk.learner.note(CARD.id) == "rows"


def test_closing_the_window_saves_the_note_before_it_returns(desk: Desk) -> None:
    reveal(desk)
    press(Key.Key_N)
    type_keys("rows")

    desk.page.close_cleanly()

    assert desk.learner.note(CARD.id) == "rows"


def test_a_note_that_cannot_be_written_is_told_and_kept(desk: Desk, tmp_path: Path) -> None:
    reveal(desk)
    other_program = sqlite3.connect(desk.services.home.journal, isolation_level=None)
    other_program.execute("BEGIN EXCLUSIVE")
    press(Key.Key_N)
    type_keys("rows")
    press(Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: desk.page._note._unsaved is not None)
    other_program.execute("ROLLBACK")
    other_program.close()
    shown = desk.page._note.view.plain_text()

    desk.page.close_cleanly()

    assert (shown, desk.learner.note(CARD.id)) == ("rows", "rows")


def test_a_note_is_hidden_until_the_answer_is_told(desk: Desk) -> None:
    desk.learner.set_note(CARD.id, "It shares.")
    desk.page.open(CARD)
    before = desk.page._note.isVisible()
    press(Key.Key_Space)

    assert (before, desk.page._note.isVisible()) == (False, True)


def test_an_item_without_a_note_shows_none(desk: Desk) -> None:
    reveal(desk)

    assert not desk.page._note.isVisible()


def test_undo_brings_the_note_back_that_was_before(desk: Desk) -> None:
    desk.learner.set_note(CARD.id, "first")
    desk.learner.set_note(CARD.id, "second")
    reveal(desk)
    press(Key.Key_Z)
    desk.drain()

    assert desk.page._note.view.plain_text() == "first"
    assert desk.told == ["Taken back: the last change of the note on “Views”."]


@pytest.mark.parametrize(
    ("key", "modifier", "state", "says"),
    [
        (Key.Key_B, Qt.KeyboardModifier.NoModifier, ItemState.BURIED, "“Views” comes back tomorrow."),
        (Key.Key_B, SHIFT, ItemState.SUSPENDED, "“Views” does not come up any more."),
    ],
)
def test_a_key_puts_the_item_off_and_undo_takes_that_back(
    desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier, state: ItemState, says: str
) -> None:
    reveal(desk)
    with desk.qtbot.waitSignal(desk.page.put_off) as put_off:
        press(key, modifier)
    assert put_off.args == [CARD.id]
    assert desk.learner.state(CARD.id) is state
    assert desk.told == [f"{says} Undo takes that back."]
    desk.page.open(card("other"))

    with desk.qtbot.waitSignal(desk.page.undone) as undone:
        press(Key.Key_Z)

    assert undone.args == [CARD.id]
    assert desk.learner.state(CARD.id) is ItemState.NEW


def test_while_a_choice_is_made_b_is_the_second_one(desk: Desk) -> None:
    desk.page.open(CHOICE)
    type_keys("b")

    assert desk.kinds() == []
    assert desk.page._model.phase is Phase.ASKING


def test_the_menu_of_an_untouched_card_offers_little(desk: Desk) -> None:
    reveal(desk)

    assert lines(open_menu(desk)) == ["Note…\tN", "Bury until tomorrow\tB", "Suspend\tShift+B", "Set a date…"]


def test_the_menu_of_an_answered_question_offers_rating_history_and_undo_too(desk: Desk) -> None:
    answer(desk)

    shown = lines(open_menu(desk))
    assert shown[4:] == ["Change the rating\tGood · 10 min", "History of this item", "Undo\tZ"]


def test_where_letters_choose_the_menu_shows_only_the_keys_that_work(desk: Desk) -> None:
    desk.page.open(CHOICE)

    assert "Bury until tomorrow" in lines(open_menu(desk))


def test_a_line_of_the_menu_does_what_it_says(desk: Desk) -> None:
    reveal(desk)
    menu = open_menu(desk)

    with desk.qtbot.waitSignal(desk.page.put_off):
        line(menu, Offer.SUSPEND).trigger()

    assert desk.kinds() == [Suspended]


def test_what_is_suspended_can_come_up_again(desk: Desk) -> None:
    desk.learner.suspend((CARD.id,))
    reveal(desk)
    line(open_menu(desk), Offer.RESUME).trigger()
    desk.drain()

    assert desk.learner.state(CARD.id) is ItemState.NEW
    assert desk.told == ["“Views” comes up again."]


def test_a_date_is_set_by_one_click(desk: Desk) -> None:
    reveal(desk)
    line(open_menu(desk), Offer.DATE).trigger()
    popup = desk.page.findChild(DatePopup)
    assert isinstance(popup, DatePopup)
    tomorrow = (datetime.now().astimezone() + timedelta(days=1)).date()

    with desk.qtbot.waitSignal(desk.page.put_off):
        popup.shortcuts[7].click()

    assert desk.kinds() == [DateSet]
    assert desk.learner.due_at(CARD.id) == due_on(tomorrow + timedelta(days=6))


def test_a_day_of_the_calendar_is_chosen(desk: Desk) -> None:
    popup = DatePopup(desk.services.appearance, date(2031, 5, 2), desk.page)
    popup.show()
    days = popup.calendar.findChild(QTableView)
    assert isinstance(days, QTableView)
    with desk.qtbot.waitSignal(popup.chosen) as chosen:
        QTest.keyClick(days, Key.Key_Right)
        QTest.keyClick(days, Key.Key_Return)

    assert chosen.args == [date(2031, 5, 3)]


def test_the_rating_that_followed_is_shown_and_changed_by_its_number(desk: Desk) -> None:
    answer(desk)
    ratings = [given(desk)]
    press(Key.Key_2)
    desk.drain()
    ratings.append(given(desk))

    assert ratings == [Rating.GOOD, Rating.HARD]
    assert [review.rating for review in desk.learner.history(CHOICE.id)] == [Rating.HARD]


def test_undo_of_a_changed_rating_leaves_the_answer_as_it_was(desk: Desk) -> None:
    answer(desk)
    press(Key.Key_4)
    desk.drain()
    press(Key.Key_Z)
    desk.drain()

    assert desk.kinds() == [Answered]
    assert given(desk) is Rating.GOOD
    assert desk.told == ["Taken back: the changed rating of “A question”."]


def test_the_next_question_begins_without_the_rating_of_the_last(desk: Desk) -> None:
    answer(desk)
    press(Key.Key_Return)
    desk.page.open(WORD)

    assert not desk.page._footer.rated.isVisible()


def test_the_last_rating_of_a_card_is_changed_from_its_menu(desk: Desk) -> None:
    desk.learner.rate(CARD.id, Rating.EASY, 3.0)
    reveal(desk)
    menu = open_menu(desk)
    ratings = next(found for found in menu.findChildren(QMenu) if found.title().startswith("Change the rating"))

    line(ratings, Rating.HARD).trigger()
    desk.drain()

    assert desk.kinds() == [Rated, Rerated]
    assert desk.told == ["The last rating of “Views” is “Hard” now. Undo takes that back."]


def test_the_history_lists_what_was_done(desk: Desk) -> None:
    desk.learner.rate(CARD.id, Rating.AGAIN, 3.0)
    desk.learner.rate(CARD.id, Rating.GOOD, 4.0)
    reveal(desk)
    line(open_menu(desk), Offer.HISTORY).trigger()
    desk.qtbot.waitUntil(lambda: desk.page.window().findChild(HistoryDialog) is not None)
    dialog = desk.page.window().findChild(HistoryDialog)
    assert isinstance(dialog, HistoryDialog)

    found = [dialog.table.topLevelItem(row) for row in range(dialog.table.topLevelItemCount())]
    shown = [row.text(2) for row in found if row is not None]
    dialog.close()

    assert shown == ["Good", "Again"]


def test_an_item_that_is_forgotten_again_and_again_is_told_of_once(desk: Desk) -> None:
    desk.learner.rate(CARD.id, Rating.EASY, 1.0)
    for _ in range(LEECH_LAPSES - 1):
        desk.learner.rate(CARD.id, Rating.AGAIN, 1.0)
        desk.learner.rate(CARD.id, Rating.EASY, 1.0)
    reveal(desk)
    with desk.qtbot.waitSignal(desk.page.finished):
        press(Key.Key_1)

    assert desk.told == ["You forgot “Views” 8 times. A note (N) or another card may help."]


def test_a_rating_tells_nothing(desk: Desk) -> None:
    reveal(desk)
    with desk.qtbot.waitSignal(desk.page.finished):
        press(Key.Key_1)

    assert desk.told == []


def test_an_own_card_names_where_it_is_from(desk: Desk) -> None:
    desk.learner.write_cards((OWN,))
    desk.services.shelve()
    found = desk.services.find(OWN.id)
    assert found is not None
    reveal(desk, found)

    assert (desk.page._source.text(), desk.page._source.isEnabled()) == ("From “Views”", False)


def test_an_own_card_that_is_edited_while_it_is_open_is_shown_as_it_is_then(desk: Desk) -> None:
    desk.learner.write_cards((OWN,))
    desk.services.shelve()
    found = desk.services.find(OWN.id)
    assert found is not None
    reveal(desk, found)
    desk.learner.write_cards((OwnCard(id=OWN.id, deck="Views", front="Which?", back="That."),))
    desk.services.shelve()

    pane = desk.page._pane
    assert pane is not None and desk.page.phase is Phase.BACK
    assert pane.back.plain_text() == "That."  # type: ignore[union-attr]


def test_an_own_card_that_is_thrown_away_while_it_is_open_makes_room_for_the_next(desk: Desk) -> None:
    desk.learner.write_cards((OWN,))
    desk.services.shelve()
    found = desk.services.find(OWN.id)
    assert found is not None
    reveal(desk, found)
    desk.learner.drop_cards((OWN.id,))

    with desk.qtbot.waitSignal(desk.page.put_off):
        desk.services.shelve()


def test_undo_of_throwing_a_card_away_puts_it_on_the_shelf_again(desk: Desk) -> None:
    desk.learner.write_cards((OWN,))
    desk.learner.drop_cards((OWN.id,))
    desk.services.shelve()
    reveal(desk)
    press(Key.Key_Z)
    desk.drain()

    assert desk.services.find(OWN.id) is not None
    assert desk.told == ["The card “Which?” is there again."]


def test_buried_until_the_next_day_begins(desk: Desk) -> None:
    reveal(desk)
    with desk.qtbot.waitSignal(desk.page.put_off):
        press(Key.Key_B)
    entries = [row.entry for row in desk.learner.entries(Buried)]

    assert [isinstance(entry, Buried) and entry.until > datetime.now(UTC) for entry in entries] == [True]
