from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.background import Background
from quizapp.desktop.pages.browse.model import Deed
from quizapp.desktop.pages.browse.page import BrowsePage
from quizapp.desktop.pages.item.date_popup import DatePopup
from quizapp.desktop.pages.item.history_dialog import HistoryDialog
from quizapp.desktop.services import Services
from quizapp.desktop.shelf import Shelf
from quizapp.home import Home
from quizapp.sandbox.sandbox import Sandbox
from quizapp.settings import LookChoice
from quizapp.study.drafts import Drafts
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import AttemptMade, ItemState, Rating
from quizapp.study.own_cards import OwnCard
from quizapp.wording import Wording
from tests.desktop.desk import BASICS, EXERCISE, VIEWS, MarkedWording, card, visible_texts

# Of the offscreen platform, about menus and dialogs.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Part = TypeVar("Part", bound=QWidget)

ONE, TWO = (item.id for item in VIEWS.items)
ALL = [ONE, TWO, EXERCISE.id]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def services(qapp: QApplication, tmp_path: Path) -> Iterator[Services]:
    with Journal(tmp_path / "journal.sqlite") as journal, Drafts(tmp_path / "drafts.sqlite") as drafts:
        learner = Learner(journal, (BASICS,), new_per_day=10)
        appearance = Appearance(Wording("en"), LookChoice.LIGHT)
        runs, store = Background(appearance), Background(appearance, threads=1)
        shelf = Shelf(learner.packs)
        yield Services(Home(tmp_path), shelf, learner, drafts, Sandbox(), appearance, runs, store)
        runs.close()
        store.finish()


@pytest.fixture
def window(qtbot: QtBot, services: Services) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    yield made
    made.hide()


@pytest.fixture
def page(qtbot: QtBot, services: Services, window: QWidget) -> BrowsePage:
    return open_page(qtbot, services, window)


def open_page(qtbot: QtBot, services: Services, window: QWidget) -> BrowsePage:
    """Return the page, its index made and its list filled."""
    page = show_page(services, window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: page.search.is_ready and page.list.rows.found is not None)
    return page


def show_page(services: Services, window: QWidget) -> BrowsePage:
    page = BrowsePage(services, window)
    page.resize(window.size())
    window.show()
    return page


def shown(page: BrowsePage) -> list[str]:
    return [page.list.rows.place(row).item for row in range(page.list.rows.rowCount())]


def look_for(qtbot: QtBot, page: BrowsePage, typed: str) -> list[str]:
    with qtbot.waitSignal(page.search.answered):
        page.filters.field.setText(typed)
    return shown(page)


def choose(page: BrowsePage, *rows: int) -> None:
    """Click the first row, and the others with Ctrl."""
    for number, row in enumerate(rows):
        at = page.list.visualRect(page.list.rows.index(row)).center()
        modifier = CTRL if number else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, modifier, at)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def preview(qtbot: QtBot, page: BrowsePage, row: int) -> None:
    choose(page, row)
    qtbot.waitUntil(lambda: page.preview.item_id == shown(page)[row])


def states(services: Services) -> list[ItemState]:
    return [services.learner.state(item) for item in ALL]


def test_everything_is_listed_in_the_order_of_the_lessons(page: BrowsePage) -> None:
    assert shown(page) == ALL


def test_typing_narrows_the_list_to_what_holds_the_words(qtbot: QtBot, page: BrowsePage) -> None:
    assert look_for(qtbot, page, "stride") == [TWO]
    assert look_for(qtbot, page, "") == ALL


def test_chinese_is_found(qtbot: QtBot, page: BrowsePage) -> None:
    assert look_for(qtbot, page, "主干") == [EXERCISE.id]


def test_a_note_is_found_and_shown_with_its_hit(qtbot: QtBot, services: Services, window: QWidget) -> None:
    services.learner.set_note(ONE, "as a zebra crossing")
    page = open_page(qtbot, services, window)

    assert look_for(qtbot, page, "zebra") == [ONE]
    said = page.list.rows.data(page.list.rows.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert str(said).endswith("Your note: as a zebra crossing")


def test_code_that_the_learner_left_or_checked_is_found(qtbot: QtBot, services: Services, window: QWidget) -> None:
    services.drafts.save(EXERCISE.id, "zebra = 1")
    services.learner.record_attempt(
        AttemptMade(
            item=EXERCISE.id,
            code="giraffe = 1",
            passed=False,
            ending="finished",
            mistake=None,
            seconds=9.0,
            hints=0,
            solution_shown=False,
        )
    )
    page = open_page(qtbot, services, window)

    assert [look_for(qtbot, page, typed) for typed in ("zebra", "giraffe")] == [[EXERCISE.id]] * 2
    qtbot.waitUntil(lambda: page.preview.code.code.code() == "zebra = 1")


def test_what_is_written_meanwhile_is_found_when_the_page_comes_up_again(
    qtbot: QtBot, page: BrowsePage, services: Services
) -> None:
    services.learner.set_note(TWO, "zebra")
    with qtbot.waitSignal(page.search.ready):
        page.refresh()

    assert look_for(qtbot, page, "zebra") == [TWO]


def test_cards_of_one_s_own_are_listed_and_found(qtbot: QtBot, page: BrowsePage, services: Services) -> None:
    own = "own/mine/0123456789ab"
    services.learner.write_cards([OwnCard(id=own, deck="Mine", front="A zebra?", back="Yes")])
    with qtbot.waitSignal(page.search.ready):
        services.shelve()
    qtbot.waitUntil(lambda: shown(page) == [*ALL, own])

    assert look_for(qtbot, page, "zebra") == [own]


def test_filters_narrow_and_are_cleared_at_once(qtbot: QtBot, page: BrowsePage) -> None:
    with qtbot.waitSignal(page.search.answered):
        page.filters.kind.setCurrentIndex(page.filters.kind.findData("exercise"))
    assert (shown(page), page.filters.clear_button.isEnabled()) == ([EXERCISE.id], True)

    with qtbot.waitSignal(page.search.answered):
        page.filters.clear_button.click()

    assert (shown(page), page.filters.clear_button.isEnabled()) == (ALL, False)


def test_where_nothing_is_found_that_is_said_and_one_press_leads_back(qtbot: QtBot, page: BrowsePage) -> None:
    look_for(qtbot, page, "zebra")
    assert "Nothing holds “zebra”." in visible_texts(page)

    with qtbot.waitSignal(page.search.answered):
        page.clear_button.click()

    assert (shown(page), page.filters.field.text(), page.filters.field.hasFocus()) == (ALL, "", True)


def test_of_what_is_typed_quickly_the_last_is_answered(qtbot: QtBot, page: BrowsePage) -> None:
    answers: list[str] = []
    page.search.answered.connect(lambda found: answers.append(found.wanted.typed))

    for typed in ("s", "st", "str", "stri", "stride"):
        page.filters.field.setText(typed)
    qtbot.waitUntil(lambda: "stride" in answers)

    assert answers == ["stride"]


def test_enter_opens_the_item_that_the_learner_is_on(qtbot: QtBot, page: BrowsePage) -> None:
    choose(page, 1)

    with qtbot.waitSignal(page.item_chosen) as opened:
        press(Qt.Key.Key_Return)

    assert opened.args == [TWO]


def test_enter_studies_all_that_are_chosen(qtbot: QtBot, page: BrowsePage) -> None:
    choose(page, 0)
    press(Qt.Key.Key_A, CTRL)

    with qtbot.waitSignal(page.study_chosen) as begun:
        press(Qt.Key.Key_Return)

    assert begun.args == [tuple(ALL)]


def test_study_now_goes_through_the_chosen_in_the_order_of_the_list(qtbot: QtBot, page: BrowsePage) -> None:
    choose(page, 2, 0)

    with qtbot.waitSignal(page.study_chosen) as begun:
        page.bar.buttons[Deed.STUDY].click()

    assert begun.args == [(ONE, EXERCISE.id)]


def test_many_are_buried_at_once_and_taken_back_at_once(qtbot: QtBot, page: BrowsePage, services: Services) -> None:
    choose(page, 0)
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_B)
    qtbot.waitUntil(page.strip.isVisible)
    assert states(services) == [ItemState.BURIED] * 3
    assert "3 items come back tomorrow. Z takes that back." in visible_texts(page)

    page.strip.button.click()

    qtbot.waitUntil(lambda: states(services) == [ItemState.NEW] * 3)
    qtbot.waitUntil(lambda: "Taken back: burying 3 items." in visible_texts(page))


def test_the_keys_of_studying_do_the_same_here(qtbot: QtBot, page: BrowsePage, services: Services) -> None:
    choose(page, 1)
    press(Qt.Key.Key_B, SHIFT)
    qtbot.waitUntil(lambda: services.learner.state(TWO) is ItemState.SUSPENDED)

    press(Qt.Key.Key_Z)

    qtbot.waitUntil(lambda: services.learner.state(TWO) is ItemState.NEW)


def test_only_what_is_away_can_be_resumed(qtbot: QtBot, page: BrowsePage, services: Services) -> None:
    choose(page, 0)
    assert page.bar.buttons[Deed.RESUME].isHidden()
    page.bar.buttons[Deed.SUSPEND].click()
    qtbot.waitUntil(page.bar.buttons[Deed.RESUME].isVisible)
    assert page.bar.buttons[Deed.SUSPEND].isHidden()

    page.bar.buttons[Deed.RESUME].click()

    qtbot.waitUntil(lambda: services.learner.state(ONE) is ItemState.NEW)
    qtbot.waitUntil(page.bar.buttons[Deed.RESUME].isHidden)


def test_those_that_were_chosen_stay_chosen_after_something_was_done(qtbot: QtBot, page: BrowsePage) -> None:
    choose(page, 0, 2)

    with qtbot.waitSignal(page.search.answered):
        page.bar.buttons[Deed.BURY].click()

    assert page.list.chosen_items() == (ONE, EXERCISE.id)


def test_a_date_is_set_for_all_that_are_chosen(qtbot: QtBot, page: BrowsePage, services: Services) -> None:
    day = (datetime.now().astimezone() + timedelta(days=7)).date()
    choose(page, 0, 1)
    page.bar.buttons[Deed.DATE].click()
    popup = only(page, DatePopup)

    popup.shortcuts[7].click()

    qtbot.waitUntil(lambda: services.learner.due_at(TWO) is not None)
    assert [local_day(services, item) for item in ALL] == [day, day, None]


def local_day(services: Services, item: str) -> date | None:
    due = services.learner.due_at(item)
    return None if due is None else due.astimezone().date()


def only(page: QWidget, kind: type[Part]) -> Part:
    found: list[Part] = page.findChildren(kind)
    assert len(found) == 1
    return found[0]


def test_what_cannot_be_written_is_said(qtbot: QtBot, page: BrowsePage, services: Services, tmp_path: Path) -> None:
    services.store.submit(lambda: (tmp_path / "journal.sqlite").unlink(), lambda _nothing: None)
    choose(page, 0)

    page.bar.buttons[Deed.BURY].click()

    qtbot.waitUntil(page.strip.isVisible)


def test_a_menu_offers_the_same_as_the_buttons(page: BrowsePage, qtbot: QtBot) -> None:
    choose(page, 0)
    at = page.list.visualRect(page.list.rows.index(0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, page.list.viewport().mapToGlobal(at))

    QApplication.sendEvent(page.list.viewport(), event)

    menu = only(page, QMenu)
    assert [action.text() for action in menu.actions()] == ["Study now", "Set a date…", "Suspend", "Bury"]
    menu.close()


def test_the_answer_of_a_card_is_hidden_until_it_is_asked_for(qtbot: QtBot, page: BrowsePage) -> None:
    preview(qtbot, page, 1)
    assert (page.preview.asked.plain_text(), page.preview.answer.isVisible()) == ("What is a stride?", False)

    page.preview.answer_button.click()

    assert (page.preview.answer.plain_text(), page.preview.answer.isVisible()) == ("Yes", True)


def test_another_item_hides_its_answer_again(qtbot: QtBot, page: BrowsePage) -> None:
    preview(qtbot, page, 1)
    page.preview.answer_button.click()

    preview(qtbot, page, 0)

    assert (page.preview.answer.isVisible(), page.preview.answer_button.isVisible()) == (False, True)


def test_the_solution_of_an_exercise_is_not_offered_before_it_was_passed(qtbot: QtBot, page: BrowsePage) -> None:
    preview(qtbot, page, 2)

    assert page.preview.answer_button.isHidden()


def test_what_was_done_with_an_item_is_listed_and_opens_in_full(
    qtbot: QtBot, page: BrowsePage, services: Services
) -> None:
    services.learner.rate(ONE, Rating.GOOD, 4.0)
    preview(qtbot, page, 0)
    page.refresh()
    qtbot.waitUntil(page.preview.history_button.isVisible)
    assert page.preview.history.text().endswith("Card rated  ·  Good")

    page.preview.history_button.click()

    only(page.window(), HistoryDialog).close()


def test_a_note_is_written_beside_the_list_and_found(qtbot: QtBot, page: BrowsePage, services: Services) -> None:
    preview(qtbot, page, 0)
    press(Qt.Key.Key_N)
    QTest.keyClicks(page.preview.note.editor, "zebra")

    with qtbot.waitSignal(page.search.ready):
        page.preview.note.finish()

    assert services.learner.note(ONE) == "zebra"
    assert look_for(qtbot, page, "zebra") == [ONE]


def test_the_keyboard_goes_from_the_field_into_the_list_and_back(qtbot: QtBot, page: BrowsePage) -> None:
    page.filters.field.setFocus()
    press(Qt.Key.Key_Down)
    assert page.list.hasFocus()

    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)

    assert page.filters.field.hasFocus()


def test_ctrl_f_leads_to_the_field_from_anywhere(qtbot: QtBot, page: BrowsePage) -> None:
    page.list.setFocus()

    press(Qt.Key.Key_F, CTRL)

    qtbot.waitUntil(page.filters.field.hasFocus)


def test_esc_clears_what_was_typed(qtbot: QtBot, page: BrowsePage) -> None:
    look_for(qtbot, page, "stride")
    page.filters.field.setFocus()

    with qtbot.waitSignal(page.search.answered):
        press(Qt.Key.Key_Escape)

    assert shown(page) == ALL


def test_another_search_begins_at_its_best_hit(qtbot: QtBot, page: BrowsePage) -> None:
    choose(page, 1)

    look_for(qtbot, page, "what")

    assert (page.list.currentIndex().row(), page.list.chosen_count()) == (0, 1)


def test_who_clears_the_text_stays_on_the_item(qtbot: QtBot, page: BrowsePage) -> None:
    look_for(qtbot, page, "stride")

    look_for(qtbot, page, "")

    assert page.list.current_item() == TWO


def test_an_index_that_is_damaged_while_the_page_is_open_is_made_anew(
    qtbot: QtBot, page: BrowsePage, services: Services
) -> None:
    for path in services.home.folder.glob("search.sqlite*"):
        path.write_bytes(b"no database" * 1000)

    assert look_for(qtbot, page, "stride") == [TWO]


def test_where_there_can_be_no_index_that_is_said_and_all_else_works(
    qtbot: QtBot, services: Services, window: QWidget
) -> None:
    services.home.search.mkdir()
    page = show_page(services, window)

    qtbot.waitUntil(page.trouble.isVisible)
    qtbot.waitUntil(lambda: shown(page) == ALL)

    assert "search index" in page.trouble.text()


def test_while_the_index_is_made_its_progress_is_shown(qtbot: QtBot, services: Services, window: QWidget) -> None:
    many = tuple(card(f"basics/views/{number}", f"Number {number}", f"第 {number}") for number in range(600))
    services.shelf.show((replace(BASICS, lessons=(replace(VIEWS, items=many),)),))
    page = show_page(services, window)

    with qtbot.waitSignal(page.search.progressed):
        pass
    assert "Getting ready to search: 250 of 600 items" in visible_texts(page)
    with qtbot.waitSignal(page.search.ready):
        pass

    assert page.progress.isHidden()


def test_without_packs_there_is_a_sentence_and_no_button(qtbot: QtBot, services: Services, window: QWidget) -> None:
    services.shelf.show(())
    page = open_page(qtbot, services, window)

    assert ("no items yet" in page.nothing_words.text(), page.clear_button.isVisible()) == (True, False)


def test_every_word_is_said_in_the_reader_s_language(qtbot: QtBot, page: BrowsePage, services: Services) -> None:
    look_for(qtbot, page, "zebra")
    qtbot.waitUntil(lambda: page.preview.item_id is None and not page._preview_soon.isActive())
    services.appearance.choose(wording=MarkedWording("en"))

    unsaid = {text for text in visible_texts(page) if not text.startswith(MarkedWording.MARK)}

    assert unsaid == set()


def test_what_can_be_reached_by_keyboard_has_a_name(page: BrowsePage) -> None:
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]

    assert nameless == []


def test_leaving_the_page_takes_the_offer_to_undo_with_it(qtbot: QtBot, page: BrowsePage) -> None:
    choose(page, 0)
    page.bar.buttons[Deed.BURY].click()
    qtbot.waitUntil(page.strip.isVisible)

    page.hide()
    page.show()

    assert page.strip.isHidden()


def test_a_double_click_opens(qtbot: QtBot, page: BrowsePage) -> None:
    choose(page, 1)
    at = page.list.visualRect(page.list.rows.index(1)).center()

    with qtbot.waitSignal(page.item_chosen) as opened:
        QTest.mouseDClick(page.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    assert opened.args == [TWO]
