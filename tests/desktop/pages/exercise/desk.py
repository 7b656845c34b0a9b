"""An exercise page on services of its own: a shipped exercise, the real sandbox, journal and drafts on the disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.background import Background
from quizapp.desktop.pages.exercise.model import Activity, ExerciseState
from quizapp.desktop.pages.exercise.page import ExercisePage
from quizapp.desktop.services import Services
from quizapp.desktop.shelf import Shelf
from quizapp.desktop.widgets.editor import CodeEditor
from quizapp.desktop.widgets.inline_label import InlineLabel
from quizapp.home import Home
from quizapp.packs.library import Library
from quizapp.packs.model import Exercise
from quizapp.sandbox.sandbox import Sandbox
from quizapp.settings import LookChoice
from quizapp.study.drafts import Drafts
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.session import Position
from quizapp.wording import Wording

ITEM = "pytorch-essentials/freezing/the-typo-that-freezes-nothing"


@dataclass
class Desk:
    """A page on services of its own."""

    page: ExercisePage
    services: Services
    exercise: Exercise
    qtbot: QtBot

    @property
    def state(self) -> ExerciseState:
        assert self.page._model is not None
        return self.page._model.state

    @property
    def editor(self) -> CodeEditor:
        return self.page._work.editor

    def open(self, exercise: Exercise | None = None) -> None:
        self.page.open(exercise or self.exercise, Position(2, 12))
        self.qtbot.waitUntil(lambda: self.state.activity is Activity.IDLE)

    def write(self, code: str) -> None:
        self.editor.replace_code(code)

    def check(self, code: str) -> None:
        self.write(code)
        self.page._work.check_button.click()
        self.qtbot.waitUntil(lambda: not self.state.is_busy, timeout=60_000)

    def drain(self) -> None:
        """Wait until journal and drafts have all that was handed to them."""
        done: list[None] = []
        self.services.store.submit(lambda: None, done.append)
        self.qtbot.waitUntil(lambda: bool(done))

    def sentences(self) -> list[str]:
        return [label.sentence() for label in self.page.findChildren(InlineLabel) if label.isVisible()]

    def texts(self) -> list[str]:
        return [label.text() for label in self.page.findChildren(QLabel) if label.isVisible()]


@contextmanager
def laid_out(folder: Path, library: Library, sandbox: Sandbox, qtbot: QtBot) -> Iterator[Desk]:
    """Show a page with nothing open yet; close everything in the end."""
    home = Home(folder)
    journal = Journal(home.journal, busy_seconds=0.1)
    services = Services(
        home=home,
        shelf=Shelf(library.packs),
        learner=Learner(journal, library.packs, new_per_day=5),
        drafts=Drafts(home.drafts, busy_seconds=0.1),
        sandbox=sandbox,
        appearance=Appearance(Wording("en"), LookChoice.LIGHT),
        runs=Background(threads=2),
        store=Background(threads=1),
    )
    page = ExercisePage(services)
    qtbot.addWidget(page)
    page.resize(1180, 720)
    with qtbot.waitExposed(page):
        page.show()
    exercise = library.find(ITEM)
    assert isinstance(exercise, Exercise)
    yield Desk(page, services, exercise, qtbot)
    page.close_cleanly()
    services.runs.close()
    services.store.finish()
    services.drafts.close()
    journal.close()
