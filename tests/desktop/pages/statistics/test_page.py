import csv
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from quizapp.desktop.pages.statistics.model import Statistic
from quizapp.desktop.pages.statistics.page import StatisticsPage
from quizapp.desktop.pages.statistics.panel import StatisticPanel
from quizapp.desktop.widgets.buttons import Button
from quizapp.packs.model import Card, Lesson, Pack
from quizapp.settings import LookChoice
from quizapp.study.entries import Entry, Rated, Row
from quizapp.study.model import Rating
from quizapp.study.statistics.period import Period
from tests.desktop.desk import Desk, MarkedWording, set_up, text, visible_texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def pack_of(name: str, *concepts: str) -> Pack:
    """Return a pack with a card for each concept."""
    items = tuple(
        Card(
            id=f"{name}/l/{concept}",
            folder=Path(),
            title=text(f"About {concept}", f"关于 {concept}"),
            front=text("f", "f"),
            back=text("b", "b"),
            concepts=(concept,),
        )
        for concept in concepts
    )
    lesson = Lesson(id="l", title=text("l", "l"), summary=text("s", "s"), items=items)
    return Pack(id=name, version="1", title=text(name, name), folder=Path(), language="en", lessons=(lesson,))


PACKS = (pack_of("p", "views", "strides"), pack_of("q", "hooks"))


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    made = set_up(tmp_path / "home", qapp, PACKS)
    yield made
    made.close()
    qapp.setStyleSheet("")


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[StatisticsPage]:
    """The page of somebody who rated two cards, one 40 days ago and a week ago, one 40 days ago."""
    days_ago: tuple[tuple[str, Rating, int], ...] = (
        ("p/l/views", Rating.GOOD, 40),
        ("p/l/strides", Rating.AGAIN, 40),
        ("p/l/views", Rating.EASY, 7),
    )
    rows = [_row(desk, Rated(item=item, rating=rating, seconds=30), days) for item, rating, days in days_ago]
    desk.services.learner.take_in(rows)
    made = StatisticsPage(desk.services)
    made.resize(900, 600)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(made.panels))
    yield made


def _row(desk: Desk, entry: Entry, days_ago: int) -> Row:
    at = datetime.now(UTC) - timedelta(days=days_ago)
    return Row(id=uuid4().hex, device=desk.journal.device, at=at, entry=entry)


def says(panel: StatisticPanel, words: str) -> bool:
    return any(words in shown for shown in visible_texts(panel))


def button(page: StatisticsPage, words: str) -> Button:
    found = page.findChildren(Button)
    return next(each for each in found if each.isVisible() and words in (each.text(), each.accessibleName()))


def test_without_reviews_the_page_says_so_and_begins(desk: Desk, qtbot: QtBot) -> None:
    page = StatisticsPage(desk.services)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: "No reviews yet" in visible_texts(page))

    with qtbot.waitSignal(page.study_chosen) as chosen:
        button(page, "Start studying").click()

    assert chosen.args == [("p/l/views", "p/l/strides", "q/l/hooks")]
    assert not button_is_seen(page, "90 days")


def button_is_seen(page: StatisticsPage, words: str) -> bool:
    return words in visible_texts(page)


def test_each_statistic_has_a_title_and_a_sentence(page: StatisticsPage) -> None:
    assert list(page.panels) == list(Statistic)
    assert says(page.panels[Statistic.REVIEWS], "In the last year you did 3 reviews on 2 days.")
    assert all(len(visible_texts(panel)) >= 2 for panel in page.panels.values())


def test_another_period_counts_anew(page: StatisticsPage, qtbot: QtBot) -> None:
    assert says(page.panels[Statistic.TIME], "You spent 2 min on 2 days")

    button(page, "30 days").click()

    qtbot.waitUntil(lambda: says(page.panels[Statistic.TIME], "You spent 30 s on 1 day"))


def test_of_one_pack_only_its_items_count(page: StatisticsPage, qtbot: QtBot) -> None:
    page.head.packs.setCurrentIndex(page.head.packs.findData("q"))

    qtbot.waitUntil(lambda: says(page.panels[Statistic.REVIEWS], "There was no review"))
    assert page.panels[Statistic.REVIEWS].body.isVisible() is False


def test_whatever_was_asked_last_is_shown(page: StatisticsPage, qtbot: QtBot) -> None:
    for period in (Period.ALL, Period.MONTH, Period.YEAR, Period.MONTH):
        page.head.periods.chosen.emit(period)

    qtbot.waitUntil(lambda: says(page.panels[Statistic.TIME], "30 s"))


def test_coming_back_shows_what_was_done_meanwhile(page: StatisticsPage, desk: Desk, qtbot: QtBot) -> None:
    # Still to be written when the page is shown, as after the last rating of a sitting.
    desk.services.store.submit(lambda: desk.services.learner.rate("q/l/hooks", Rating.GOOD, 5), lambda _: None)
    page.refresh()

    qtbot.waitUntil(lambda: says(page.panels[Statistic.REVIEWS], "you did 4 reviews"))


def test_a_weak_concept_is_practised(page: StatisticsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.study_chosen) as chosen:
        button(page, "Practise strides").click()

    assert chosen.args == [("p/l/strides",)]


def test_a_table_takes_the_place_of_the_plot_and_goes_again(page: StatisticsPage) -> None:
    panel = page.panels[Statistic.FORECAST]

    panel.as_table.click()
    assert panel.table is not None
    assert (panel.table.isVisible(), panel.body.isVisible()) == (True, False)
    assert panel.table.rowCount() == 31

    panel.as_table.click()
    assert (panel.table.isVisible(), panel.body.isVisible()) == (False, True)


def test_a_table_stays_a_table_in_another_period(page: StatisticsPage, qtbot: QtBot) -> None:
    panel = page.panels[Statistic.TIME]
    panel.as_table.click()
    assert panel.table is not None

    button(page, "30 days").click()

    qtbot.waitUntil(lambda: panel.table is not None and panel.table.rowCount() == 30)
    assert panel.table.isVisible()


def choose_file(page: StatisticsPage, path: Path) -> None:
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def test_a_plot_is_saved_as_a_picture(page: StatisticsPage, qtbot: QtBot, tmp_path: Path) -> None:
    panel, path = page.panels[Statistic.REVIEWS], tmp_path / "reviews.png"

    panel.save_picture.click()
    choose_file(page, path)

    qtbot.waitUntil(lambda: says(panel, f"Saved as {path}."))
    assert QImage(str(path)).width() == 1800


def test_numbers_are_saved_for_a_spreadsheet(page: StatisticsPage, qtbot: QtBot, tmp_path: Path) -> None:
    panel, path = page.panels[Statistic.CONCEPTS], tmp_path / "concepts.csv"

    panel.save_table.click()
    choose_file(page, path)

    qtbot.waitUntil(lambda: says(panel, "Saved as"))
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0] == ["Concept", "Strength", "Items begun", "Items"]
    assert {row[0] for row in rows[1:]} == {"views", "strides", "hooks"}


def test_a_place_that_can_not_be_written_is_said(page: StatisticsPage, qtbot: QtBot, tmp_path: Path) -> None:
    panel = page.panels[Statistic.REVIEWS]

    panel.save_table.click()
    choose_file(page, tmp_path / "missing" / "reviews.csv")

    qtbot.waitUntil(lambda: says(panel, "can't be written"))


def test_every_picture_can_be_made_in_both_looks(page: StatisticsPage, desk: Desk) -> None:
    from quizapp.desktop.pages.statistics.picture import picture_of

    for look in (LookChoice.DARK, LookChoice.LIGHT):
        desk.appearance.choose(look=look)
        for panel in page.panels.values():
            content = panel.content
            assert content is not None
            assert not QImage.fromData(picture_of(content, desk.appearance)).isNull()


def test_a_journal_that_can_not_be_read_says_so_and_is_tried_again(
    page: StatisticsPage, desk: Desk, qtbot: QtBot
) -> None:
    with closing(sqlite3.connect(desk.home.journal)) as connection:
        connection.execute("ALTER TABLE steps RENAME TO lost")
    page.refresh()
    qtbot.waitUntil(lambda: "Try again" in visible_texts(page))
    assert not page.panels[Statistic.REVIEWS].isVisible()

    with closing(sqlite3.connect(desk.home.journal)) as connection:
        connection.execute("ALTER TABLE lost RENAME TO steps")
    button(page, "Try again").click()

    qtbot.waitUntil(lambda: page.panels[Statistic.REVIEWS].isVisible())
    assert "Try again" not in visible_texts(page)


def test_another_language_is_spoken_at_once(page: StatisticsPage, desk: Desk) -> None:
    desk.appearance.choose(wording=MarkedWording("en"))

    unmarked = {words for words in visible_texts(page) if MarkedWording.MARK not in words}
    # Names of the packs' own.
    assert unmarked <= {"views", "strides", "hooks", "About views", "About strides"}
    assert page.panels[Statistic.REVIEWS].accessibleName().startswith(MarkedWording.MARK)


def test_everything_is_reached_by_the_keyboard_and_has_a_name(page: StatisticsPage) -> None:
    panel = page.panels[Statistic.REVIEWS]
    assert panel.body.plot is not None

    assert panel.body.plot.accessibleName() == "Reviews per day"
    assert panel.as_table.accessibleName() == "Reviews per day: Show the numbers as a table"
    assert page.head.periods.accessibleName() == "Period"
