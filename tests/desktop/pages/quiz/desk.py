"""A window with the Quiz page and, when a quiz is asked, its run in place of it; journal and drafts on the disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.background import Background
from quizapp.desktop.pages.quiz.page import QuizPage
from quizapp.desktop.pages.quiz.run import QuizRunPage
from quizapp.desktop.quiz_sitting import QuizSitting
from quizapp.desktop.services import Services
from quizapp.desktop.shelf import Shelf
from quizapp.home import Home
from quizapp.packs.model import Item, Pack
from quizapp.sandbox.sandbox import Sandbox
from quizapp.settings import LookChoice
from quizapp.study.drafts import Drafts
from quizapp.study.entries import QuizBegun
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.quizzes.quiz import ROWS, Quiz, quizzes
from quizapp.wording import Wording

KEYS = {" ": Qt.Key.Key_Space, "\n": Qt.Key.Key_Return, "⎋": Qt.Key.Key_Escape}


class Window(QWidget):
    """Remembers the keys that nothing in it took."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        self.keys.append(event.key())


@dataclass
class QuizDesk:
    """The page, the sitting and what is behind them; `close` and `laid_out` again is a restart."""

    window: Window
    pages: QStackedWidget
    page: QuizPage
    sitting: QuizSitting
    services: Services
    journal: Journal
    qtbot: QtBot

    @property
    def run(self) -> QuizRunPage:
        (found,) = self.window.findChildren(QuizRunPage)
        return found

    def begin(
        self, *items: Item, seconds: float | None = None, feedback: str = "at_once", counts: bool = False
    ) -> Quiz:
        """Ask a quiz of these items, in this order."""
        begun = QuizBegun(
            item=f"quiz/{len(self.told()):032x}",
            items=tuple(item.id for item in items),
            seconds=seconds,
            feedback=feedback,
            counts=counts,
            count=len(items),
        )
        self.services.learner.append((begun,))
        quiz = self.told()[0]
        self.page._ask(quiz)
        return quiz

    def told(self) -> tuple[Quiz, ...]:
        """Return what the journal tells of quizzes, once it has all that was handed to it."""
        self.drain()
        return quizzes(self.services.learner.entries(*ROWS))

    def drain(self) -> None:
        done: list[None] = []
        self.services.store.submit(lambda: None, done.append)
        self.qtbot.waitUntil(lambda: bool(done))

    def texts(self) -> list[str]:
        """Return what the labels that are seen say."""
        return [found.text() for found in self.window.findChildren(QLabel) if found.isVisible() and found.text()]

    def wait_for(self, text: str) -> None:
        """Wait until a label that is seen says this."""
        self.qtbot.waitUntil(lambda: text in self.texts())


def press(keys: str) -> None:
    """Press keys as the keyboard does: they go to the widget with the focus."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        if key in KEYS:
            QTest.keyClick(focused, KEYS[key])
        else:
            QTest.keyClicks(focused, key)


@contextmanager
def laid_out(folder: Path, packs: tuple[Pack, ...], sandbox: Sandbox, qtbot: QtBot) -> Iterator[QuizDesk]:
    """Show the Quiz page on the home in `folder`; close everything in the end, as the app does."""
    home = Home(folder)
    home.make()
    journal = Journal(home.journal, busy_seconds=0.05)
    appearance = Appearance(Wording("en"), LookChoice.LIGHT)
    services = Services(
        home=home,
        shelf=Shelf(packs, (), appearance),
        learner=Learner(journal, packs, new_per_day=5),
        drafts=Drafts(home.drafts),
        sandbox=sandbox,
        appearance=appearance,
        runs=Background(appearance),
        store=Background(appearance, threads=1),
    )
    window, section = Window(), QuizPage(services)
    pages = QStackedWidget(window)
    pages.addWidget(section)
    sitting = QuizSitting(services, pages)
    desk = QuizDesk(window, pages, section, sitting, services, journal, qtbot)
    section.quiz_chosen.connect(sitting.go_on_with)
    sitting.left.connect(lambda: _come_back(desk))
    window.resize(1000, 700)
    pages.resize(1000, 700)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: section._state is not None)
    yield desk
    sitting.close_cleanly()
    services.runs.close()
    services.store.finish()
    services.drafts.close()
    journal.close()
    window.close()
    window.deleteLater()
    appearance.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _come_back(desk: QuizDesk) -> None:
    desk.pages.setCurrentWidget(desk.page)
    desk.page.refresh()


def clicked(widget: QWidget) -> None:
    """Click into the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
