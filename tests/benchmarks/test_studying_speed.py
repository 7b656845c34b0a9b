"""Prints how long a rating takes in the window: key press to row on the disk, and to the next card painted.

The limit: 16 ms for both together. Window, sitting, page and store are the real ones; once with the shipped pack and
the journal of half a year, and once with a journal of a million reviews of 20,000 items.
"""

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from shutil import copyfile

import msgspec
import pytest
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.desktop.pages.study.card import CardPane
from quizapp.desktop.pages.study.page import StudyPage
from quizapp.desktop.sitting import Sitting
from quizapp.desktop.widgets.card_view import CardView
from quizapp.packs.library import read_library
from quizapp.packs.model import Card, ItemId, Pack
from quizapp.shipped import shipped
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import Rating
from tests.desktop.desk import Desk, set_up
from tests.study.million import UNTIL, kept_million
from tests.study.sample import Clock

RATINGS = 60

pytestmark = pytest.mark.benchmark


class TimedLearner(Learner):
    """Knows when its last rating was durable."""

    durable_at = 0.0

    def rate(self, item: ItemId, rating: Rating, seconds: float) -> None:
        super().rate(item, rating, seconds)
        self.durable_at = time.perf_counter()


class Painted(QObject):
    """Waits for a side of a card to be painted, in an event loop as the app's."""

    def __init__(self, page: StudyPage, sitting: Sitting) -> None:
        super().__init__()
        self._page, self._loop, self._patience = page, QEventLoop(), QTimer(self, singleShot=True, interval=5000)
        self._is_painted = False
        self._patience.timeout.connect(self._loop.quit)
        sitting.opened.connect(self._expect_front)

    def expect_back(self) -> None:
        self._expect(self._page.findChildren(CardPane)[-1].back)

    def _expect_front(self) -> None:
        self._expect(self._page.findChildren(CardPane)[-1].front)

    def _expect(self, side: CardView) -> None:
        side.viewport().installEventFilter(self)

    def wait(self) -> None:
        """Return when the side that was expected is painted."""
        self._patience.start()
        if not self._is_painted:
            self._loop.exec()
        assert self._is_painted
        self._is_painted = False
        self._patience.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._is_painted = True
            # The loop ends when the event does that paints the whole window.
            self._loop.quit()
        return super().eventFilter(watched, event)


@contextmanager
def window_of(home: Path, qapp: QApplication, pack: Pack) -> Iterator[Desk]:
    bare = set_up(home, qapp, (pack,))
    learner = TimedLearner(bare.journal, (pack,), new_per_day=100, clock=Clock(UNTIL + timedelta(hours=1)))
    desk = replace(bare, services=replace(bare.services, learner=learner))
    desk.shell.show_services(desk.services)
    try:
        yield desk
    finally:
        desk.close()
        qapp.setStyleSheet("")


def tell_of_a_sitting(name: str, desk: Desk, qtbot: QtBot) -> None:
    """Go through today's cards by the keyboard, and print what the ratings took."""
    learner = desk.services.learner
    assert isinstance(learner, TimedLearner)
    qtbot.waitUntil(lambda: desk.shell.today.can_start, timeout=60_000)
    desk.shell.start_today()
    qtbot.waitUntil(lambda: desk.window.findChild(StudyPage) is not None)
    page, sitting = desk.window.findChild(StudyPage), desk.shell._sitting
    assert isinstance(page, StudyPage) and sitting is not None
    painted = Painted(page, sitting)
    durable, next_front, back = list[float](), list[float](), list[float]()
    for _ in range(RATINGS):
        painted.expect_back()
        begun = time.perf_counter()
        QTest.keyClick(page, Qt.Key.Key_Space)
        painted.wait()
        back.append(time.perf_counter() - begun)
        qtbot.wait(20)
        begun = time.perf_counter()
        QTest.keyClick(page, Qt.Key.Key_3)
        painted.wait()
        next_front.append(time.perf_counter() - begun)
        durable.append(learner.durable_at - begun)
        qtbot.wait(20)
    print(f"\n{name}")
    show("a rating to its row on the disk", durable)
    show("a rating to the next card painted", next_front, limit=16)
    show("Space to the back painted", back)


def show(name: str, seconds: list[float], limit: float | None = None) -> None:
    ordered = sorted(each * 1000 for each in seconds)
    p50, p95 = statistics.median(ordered), ordered[int(len(ordered) * 0.95)]
    told = f" (limit {limit:.0f})" if limit is not None else ""
    print(f"  {name:34} p50 {p50:6.2f} ms   p95 {p95:6.2f} ms   n {len(ordered)}{told}")


def cards_only(pack: Pack) -> Pack:
    """Return the pack without what is not rated by a key."""
    lessons = (
        msgspec.structs.replace(lesson, items=tuple(item for item in lesson.items if isinstance(item, Card)))
        for lesson in pack.lessons
    )
    return msgspec.structs.replace(pack, lessons=tuple(lessons))


def study_for_half_a_year(path: Path, pack: Pack) -> None:
    path.parent.mkdir()
    clock = Clock(UNTIL - timedelta(days=180))
    with Journal(path) as journal:
        learner = Learner(journal, (pack,), new_per_day=20, clock=clock)
        for turn in range(3):
            for number, item in enumerate(pack.items()):
                learner.rate(item.id, Rating(2 + (number + turn) % 3), 5.0)
                clock.forward(minutes=5)
            clock.forward(days=3 * 2**turn)


def test_with_the_shipped_pack_and_the_journal_of_half_a_year(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    pack = cards_only(read_library(shipped("content")).packs[0])
    study_for_half_a_year(tmp_path / "home" / "journal.sqlite", pack)

    with window_of(tmp_path / "home", qapp, pack) as desk:
        tell_of_a_sitting(f"the shipped pack, {sum(1 for _ in pack.items())} cards", desk, qtbot)


def test_with_a_million_reviews(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    kept, made = kept_million()
    (tmp_path / "home").mkdir()
    copyfile(kept, tmp_path / "home" / "journal.sqlite")

    with window_of(tmp_path / "home", qapp, cards_only(made)) as desk:
        tell_of_a_sitting("a million reviews of 20,000 items", desk, qtbot)
