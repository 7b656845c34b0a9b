"""A study page on services of its own: the sample pack, journal and drafts on the disk; its sandbox is not started."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.background import Background
from quizapp.desktop.pages.study.page import StudyPage
from quizapp.desktop.services import Services
from quizapp.desktop.shelf import Shelf
from quizapp.home import Home
from quizapp.sandbox.sandbox import Sandbox
from quizapp.settings import LookChoice
from quizapp.study.drafts import Drafts
from quizapp.study.entries import Entry, Undone
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.wording import Wording
from tests.desktop.studying import PACK


@dataclass
class Desk:
    """A page, what is behind it, and what it told."""

    page: StudyPage
    services: Services
    qtbot: QtBot
    told: list[str] = field(default_factory=list)

    @property
    def learner(self) -> Learner:
        return self.services.learner

    def drain(self) -> None:
        """Wait until the journal has all that was handed to it, and the page has heard of it."""
        for _ in range(2):
            done: list[None] = []
            self.services.store.submit(lambda: None, done.append)
            self.qtbot.waitUntil(lambda done=done: bool(done))  # type: ignore[misc]

    def kinds(self) -> list[type[Entry]]:
        """Return what was done and not undone, by time."""
        self.drain()
        return [type(row.entry) for row in self.learner.entries() if not isinstance(row.entry, Undone)]

    def hear(self, told: Any) -> None:
        self.told.append(str(told.says))


@contextmanager
def laid_out(folder: Path, qtbot: QtBot) -> Iterator[Desk]:
    """Show a page with nothing open yet; close everything in the end."""
    home = Home(folder)
    journal = Journal(home.journal, busy_seconds=0.05)
    learner = Learner(journal, (PACK,), new_per_day=10)
    appearance = Appearance(Wording("en"), LookChoice.LIGHT)
    services = Services(
        home=home,
        shelf=Shelf(learner.packs),
        learner=learner,
        drafts=Drafts(home.drafts),
        sandbox=Sandbox(),
        appearance=appearance,
        runs=Background(appearance),
        store=Background(appearance, threads=1),
    )
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    page = StudyPage(services, window)
    page.resize(900, 700)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    desk = Desk(page, services, qtbot)
    page.told.connect(desk.hear)
    yield desk
    page.close_cleanly()
    services.runs.close()
    services.store.finish()
    services.drafts.close()
    journal.close()
