"""The Learn page while the packs are read, and when they are."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.pages.learn.page import LearnPage
from quizapp.desktop.pages.learn.panels import ItemRow, LessonPanel
from quizapp.desktop.pages.learn.problems import ProblemsPanel
from quizapp.desktop.pages.study.page import StudyPage
from quizapp.desktop.widgets.rail import Section
from quizapp.message import message
from quizapp.packs.library import Catalogue
from quizapp.packs.model import Lesson, Pack
from quizapp.packs.outline import LessonOutline, Outline
from quizapp.packs.problems import PackError
from tests.desktop.desk import BASICS, Desk, card, set_up, text, visible_texts

MANY = Pack(
    id="many",
    version="1",
    title=text("Many", "许多"),
    folder=BASICS.folder,
    language="en",
    lessons=tuple(
        Lesson(
            id=f"lesson-{number}",
            title=text(f"Lesson {number}", f"第 {number} 课"),
            summary=text("What it is about", "内容"),
            items=tuple(card(f"many/lesson-{number}/{item}", "What?", "什么？") for item in range(3)),
        )
        for number in range(30)
    ),
)


def outline_of(pack: Pack) -> Outline:
    """Return what a pack says of itself."""
    lessons = (
        LessonOutline(
            id=lesson.id,
            title=lesson.title,
            summary=lesson.summary,
            items=tuple(item.id.rpartition("/")[2] for item in lesson.items),
        )
        for lesson in pack.lessons
    )
    return Outline(
        id=pack.id,
        version=pack.version,
        title=pack.title,
        folder=pack.folder,
        language=pack.language,
        lessons=tuple(lessons),
    )


def begin(desk: Desk) -> LearnPage:
    """Show the lessons before their items are read, and return the page."""
    desk.shell.show_section(Section.LEARN)
    desk.shell.show_catalogue(Catalogue(tuple(outline_of(pack) for pack in desk.services.packs)))
    page = desk.window.findChild(LearnPage)
    assert isinstance(page, LearnPage)
    return page


def panel(page: LearnPage, key: str) -> LessonPanel:
    return page._lessons[key]


def study_button(page: LearnPage, key: str) -> QPushButton:
    return panel(page, key)._study


def wait_until_read(qtbot: QtBot, page: LearnPage) -> None:
    qtbot.waitUntil(lambda: page._is_read and not page._turns.isActive())


@pytest.fixture
def large_desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """A window whose home, with thirty lessons, is still being opened."""
    desk = set_up(tmp_path / "home", qapp, (MANY,))
    yield desk
    desk.close()
    qapp.setStyleSheet("")


def test_before_the_items_are_read_the_lessons_are_there_with_their_numbers(bare_desk: Desk) -> None:
    begin(bare_desk)

    assert {"Views", "What shares memory", "2 items", "Freezing", "1 item"} <= visible_texts(bare_desk.window)


def test_it_says_how_far_the_reading_is_until_it_is_done(qtbot: QtBot, bare_desk: Desk) -> None:
    page = begin(bare_desk)
    bare_desk.shell.show_read(0.427)
    meanwhile = visible_texts(bare_desk.window)
    bare_desk.shell.show_services(bare_desk.services)
    wait_until_read(qtbot, page)

    assert "Reading the packs: 42 %" in meanwhile
    assert page._reading.isHidden()


def test_the_same_panels_are_filled_in_when_the_items_are_read(qtbot: QtBot, bare_desk: Desk) -> None:
    page = begin(bare_desk)
    before = dict(page._lessons)

    bare_desk.shell.show_services(bare_desk.services)
    wait_until_read(qtbot, page)

    assert before == page._lessons
    assert "0 of 2 learnt" in visible_texts(bare_desk.window)


def test_a_lesson_that_was_opened_says_that_it_is_read_and_shows_its_items_then(qtbot: QtBot, bare_desk: Desk) -> None:
    page = begin(bare_desk)
    panel(page, "basics/views").head.click()
    meanwhile = visible_texts(bare_desk.window)
    bare_desk.shell.show_services(bare_desk.services)
    wait_until_read(qtbot, page)

    assert "The items are being read…" in meanwhile
    assert "The items are being read…" not in visible_texts(bare_desk.window)
    assert 2 == len(panel(page, "basics/views").findChildren(ItemRow))


def test_a_lesson_that_was_to_be_studied_opens_as_soon_as_it_is_read(qtbot: QtBot, bare_desk: Desk) -> None:
    page = begin(bare_desk)
    study_button(page, "basics/views").click()
    said = study_button(page, "basics/views").text()

    bare_desk.shell.show_services(bare_desk.services)

    qtbot.waitUntil(lambda: any(found.isVisible() for found in bare_desk.window.findChildren(StudyPage)))
    assert ("Opens as soon as it is read", "Study this lesson") == (said, study_button(page, "basics/views").text())


def test_only_the_last_lesson_that_was_chosen_opens_and_a_second_click_takes_it_back(bare_desk: Desk) -> None:
    page = begin(bare_desk)

    study_button(page, "basics/views").click()
    study_button(page, "basics/freezing").click()
    after_two = [key for key, one in page._lessons.items() if one.is_wished]
    study_button(page, "basics/freezing").click()

    assert ["basics/freezing"] == after_two
    assert not any(one.is_wished for one in page._lessons.values())


def test_who_has_gone_elsewhere_is_left_there(bare_desk: Desk) -> None:
    page = begin(bare_desk)
    study_button(page, "basics/views").click()

    bare_desk.shell.show_section(Section.TODAY)

    assert not panel(page, "basics/views").is_wished


def test_the_keyboard_stays_where_it_is(qtbot: QtBot, bare_desk: Desk) -> None:
    page = begin(bare_desk)
    bare_desk.window.activateWindow()
    head = panel(page, "basics/freezing").head
    head.setFocus()

    bare_desk.shell.show_services(bare_desk.services)
    wait_until_read(qtbot, page)

    assert head is page.focusWidget()


def test_who_walks_along_the_rail_stays_on_it_when_the_home_is_open(qtbot: QtBot, bare_desk: Desk) -> None:
    begin(bare_desk)
    bare_desk.window.activateWindow()
    qtbot.waitUntil(bare_desk.window.isActiveWindow)
    bare_desk.shell.rail.focusNextChild()
    focused = QApplication.focusWidget()

    bare_desk.shell.show_services(bare_desk.services)

    assert focused is QApplication.focusWidget()


def test_what_is_in_view_stays_where_it_is_while_a_panel_comes_above_it(qtbot: QtBot, large_desk: Desk) -> None:
    page = begin(large_desk)
    qtbot.waitUntil(lambda: 30 == len(page._lessons) and not page._turns.isActive())
    bar = page._column.verticalScrollBar()
    qtbot.waitUntil(lambda: all(one.height() == one.heightForWidth(one.width()) for one in page._lessons.values()))
    bar.setValue(bar.maximum() // 2)
    seen = next(one for one in page._lessons.values() if not one.visibleRegion().isEmpty())
    before = seen.mapTo(large_desk.window, QPoint(0, 0))
    broken = PackError(MANY.folder / "lesson.toml", message("the file is missing"))
    large_desk.services.shelf.problems = (broken,)

    large_desk.shell.show_services(large_desk.services)
    wait_until_read(qtbot, page)
    qtbot.waitUntil(lambda: page.findChild(ProblemsPanel) is not None and page._column._held is None)

    assert before == seen.mapTo(large_desk.window, QPoint(0, 0))


def test_a_lesson_that_could_not_be_read_goes_and_one_that_is_new_comes(qtbot: QtBot, bare_desk: Desk) -> None:
    page = begin(bare_desk)
    bare_desk.shell.show_services(bare_desk.services)
    wait_until_read(qtbot, page)
    bare_desk.services.learner.set_packs((MANY,))
    bare_desk.services.shelve()

    qtbot.waitUntil(lambda: len(page._lessons) == 30 and not page._turns.isActive())

    rows = page._column.rows
    assert [f"many/lesson-{number}" for number in range(30)] == [
        found._lesson.key
        for place in range(rows.count())
        if (row := rows.itemAt(place)) is not None and isinstance(found := row.widget(), LessonPanel)
    ]


def test_items_that_are_others_than_before_take_the_place_of_their_rows(qtbot: QtBot, bare_desk: Desk) -> None:
    page = begin(bare_desk)
    panel(page, "basics/views").head.click()
    bare_desk.shell.show_services(bare_desk.services)
    wait_until_read(qtbot, page)
    views = replace(BASICS.lessons[0], items=(card("basics/views/x", "X", "X"),))
    pack = replace(BASICS, lessons=(views,))

    bare_desk.services.learner.set_packs((pack,))
    bare_desk.services.shelve()

    qtbot.waitUntil(lambda: ["basics/views/x"] == [row.item for row in panel(page, "basics/views")._rows])
    assert panel(page, "basics/views").is_open


def test_what_could_not_be_read_follows_the_packs_that_come_and_go(qtbot: QtBot, bare_desk: Desk) -> None:
    page = begin(bare_desk)
    bare_desk.shell.show_services(bare_desk.services)
    wait_until_read(qtbot, page)
    shelf, broken = bare_desk.services.shelf, PackError(Path("one.md"), message("There is no back."))

    def says(*sentences: str) -> None:
        texts = visible_texts(bare_desk.window)
        assert list(sentences) == [text for text in texts if "could not be read" in text]

    for problems, sentences in (
        ((broken,), ("1 item could not be read",)),
        ((broken, broken), ("2 items could not be read",)),
        ((), ()),
    ):
        shelf.problems = problems
        shelf.changed.emit()
        qtbot.waitUntil(partial(says, *sentences))


def top_of_view(page: LearnPage, widget: QWidget) -> int:
    """Return how far below the top of the view a widget begins."""
    return widget.mapTo(page._column.viewport(), QPoint(0, 0)).y()


def test_a_pack_that_is_asked_for_comes_to_the_top(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    desk = set_up(tmp_path, qapp, packs=(BASICS, MANY))
    try:
        desk.shell.show_services(desk.services)
        desk.shell.show_lessons("many")
        page = desk.window.findChild(LearnPage)
        assert isinstance(page, LearnPage)

        qtbot.waitUntil(lambda: "many" in page._pack_titles and len(page._lessons) == 32)
        qtbot.waitUntil(lambda: 0 <= top_of_view(page, page._pack_titles["many"]) <= 40)
        page._column.verticalScrollBar().setValue(0)
        desk.shell.show_lessons("many")

        qtbot.waitUntil(lambda: 0 <= top_of_view(page, page._pack_titles["many"]) <= 40)
    finally:
        desk.close()
