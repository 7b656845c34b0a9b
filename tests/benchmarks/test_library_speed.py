"""Prints how long a pack of 10,000 items takes: its list, the whole of it, building, installing, updating, in the app.

The limits: the list in 0.5 s, the rest behind; no turn of the window's thread longer than 50 ms. Every tenth item is an
exercise with eight files.
"""

import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import psutil
import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.learn.page import LearnPage
from quizapp.desktop.pages.learn.panels import LessonPanel
from quizapp.desktop.preferences import LoadedSettings
from quizapp.desktop.running import Running
from quizapp.desktop.theme import Theme
from quizapp.desktop.widgets.rail import Section
from quizapp.desktop.window import MainWindow
from quizapp.home import Home
from quizapp.packs.archive_making import pack_up
from quizapp.packs.installed import InstalledPacks
from quizapp.packs.reading import read_outline, read_pack
from quizapp.settings import LookChoice, Settings
from quizapp.wording import Wording
from tests.packs.sample import FILES

ITEMS, LESSONS = 10_000, 100
KINDS = ("views/card.md", "views/choice.md", "views/predict.md", "views/order.md", "views/shape.md")
EXERCISE = "freezing/typo/"
Result = TypeVar("Result")

pytestmark = pytest.mark.benchmark


def timed(what: str, work: Callable[[], Result]) -> Result:
    began = time.perf_counter()
    result = work()
    print(f"{what:45} {time.perf_counter() - began:7.3f} s")
    return result


def listed(words: list[str]) -> str:
    return "[" + ", ".join(f'"{word}"' for word in words) + "]"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack of that many items."""
    root = tmp_path_factory.mktemp("large") / "large"
    lessons = [f"lesson-{index}" for index in range(LESSONS)]
    slugs = [f"item-{index}" for index in range(ITEMS // LESSONS)]
    root.mkdir()
    head = 'format = 1\nid = "large"\nversion = "1"\ntitle = "Large"\n'
    (root / "pack.toml").write_text(f"{head}lessons = {listed(lessons)}\n")
    for lesson in lessons:
        (root / lesson).mkdir()
        (root / lesson / "lesson.toml").write_text(f'title = "A"\nsummary = "B"\nitems = {listed(slugs)}\n')
        for index, slug in enumerate(slugs):
            _write_item(root / lesson, slug, index)
    return root


def _write_item(lesson: Path, slug: str, index: int) -> None:
    if index % 10 < 9:
        (lesson / f"{slug}.md").write_text(FILES[KINDS[index % len(KINDS)]], encoding="utf-8")
        return
    for path, text in FILES.items():
        if path.startswith(EXERCISE):
            target = lesson / slug / path.removeprefix(EXERCISE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")


class Watch(QObject):
    """Notes when the window's thread comes round, and when the first lesson was painted."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.rounds: list[float] = []
        self.painted_at: float | None = None
        self._application = application
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._come_round)

    @Slot()
    def begin(self) -> None:
        """Watch from now on."""
        self._timer.start(2)
        self._come_round()
        self._application.installEventFilter(self)

    @Slot()
    def _come_round(self) -> None:
        self.rounds.append(time.perf_counter())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the first lesson."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, LessonPanel):
            self.painted_at = time.perf_counter()
            # Each event would pass through Python otherwise.
            self._application.removeEventFilter(self)
        return False

    def longest(self) -> float:
        """Return the seconds of the longest turn."""
        return max(after - before for before, after in pairwise(self.rounds))


@pytest.fixture
def app_with(qapp: QApplication, tmp_path: Path, large: Path) -> Iterator[tuple[MainWindow, Running]]:
    """The app, not shown yet, with the large pack installed; it opens on Learn."""
    home = Home(tmp_path / "home")
    home.packs.mkdir(parents=True)
    (home.packs / "large").symlink_to(large)
    appearance = Appearance(Wording("en"), LookChoice.LIGHT, qapp)
    theme = Theme(qapp, appearance)
    window = MainWindow(home)
    running = Running(home, LoadedSettings(Settings()), appearance, window)
    theme.put_on_sheet()
    running.move_in()
    running._shell.show_section(Section.LEARN)
    yield window, running
    window.close()
    running.stop()
    qapp.setStyleSheet("")


# Before the other one, which leaves memory behind that would be used again.
def test_the_app_with_a_pack_of_ten_thousand_items(
    qapp: QApplication, qtbot: QtBot, app_with: tuple[MainWindow, Running]
) -> None:
    window, running = app_with
    watch, before = Watch(qapp), psutil.Process().memory_info().rss
    window.painted.connect(watch.begin, Qt.ConnectionType.QueuedConnection)

    with qtbot.waitSignal(running._opening.opened, timeout=60_000):
        window.show()
    opened = time.perf_counter()
    page = window.findChild(LearnPage)
    assert isinstance(page, LearnPage)
    qtbot.waitUntil(lambda: page._is_read, timeout=60_000)

    began, painted = watch.rounds[0], watch.painted_at
    assert painted is not None
    print(f"\nwindow seen, then the lessons seen             {painted - began:7.3f} s")
    print(f"window seen, then everything read             {opened - began:7.3f} s")
    print(f"the longest turn of the window's thread       {1000 * watch.longest():7.1f} ms")
    taken = psutil.Process().memory_info().rss - before
    print(f"memory for all that                           {taken / 2**20:7.1f} MiB")
    assert LESSONS < len(page._lessons)


def test_a_pack_of_ten_thousand_items(large: Path, tmp_path: Path) -> None:
    home = InstalledPacks(tmp_path / "packs")
    archive = tmp_path / "large.quizpack"
    print()

    outline = timed("the list of its lessons and items", lambda: read_outline(large))
    reading = timed("everything in it", lambda: read_pack(large))
    timed("made into one file", lambda: pack_up(large, archive))
    delivery = timed("unpacked, checked and read", lambda: home.receive(archive))
    timed("put in its place", lambda: home.put_in_place(delivery))
    update = timed("the same again, compared", lambda: home.receive(large))
    timed("put in its place", lambda: home.put_in_place(update))

    assert (ITEMS, ITEMS, ()) == (outline.count, len(reading.pack.items()), reading.problems)
    assert not update.changes
