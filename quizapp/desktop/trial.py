"""Trying a pack as a learner does: the app's own pages, on a journal and drafts that are thrown away afterwards."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from quizapp.desktop.background import Background
from quizapp.desktop.services import Services
from quizapp.desktop.shelf import Shelf
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import rule
from quizapp.home import Home
from quizapp.packs.model import ItemId, Pack

if TYPE_CHECKING:
    # Only annotations: the scheduler stays out of the way of the first paint.
    from quizapp.desktop.sitting import Sitting
    from quizapp.study.drafts import Drafts
    from quizapp.study.journal import Journal
    from quizapp.study.learner import Learner


@dataclass(frozen=True)
class Trial:
    """Which items of a pack are tried; the pack need not be one that the learner has."""

    pack: Pack
    items: tuple[ItemId, ...]


@dataclass(frozen=True)
class _Scratch:
    """A home that nobody misses."""

    folder: "TemporaryDirectory[str]"
    journal: "Journal"
    learner: "Learner"
    drafts: "Drafts"

    def throw_away(self, *threads: Background) -> None:
        """Wait for what still works on it, and delete it."""
        for background in threads:
            background.close()
        self.drafts.close()
        self.journal.close()
        self.folder.cleanup()


class TrialPage(QWidget):
    """Says above the page of the item that nothing is kept."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._appearance = services.appearance
        self.words, self.pages = label("muted", wraps=True), QStackedWidget()
        self.words.setContentsMargins(16, 6, 16, 6)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for widget in (self.words, rule()):
            rows.addWidget(widget)
        rows.addWidget(self.pages, 1)
        services.appearance.changed.connect(self._retranslate)
        self._retranslate()

    @Slot()
    def _retranslate(self) -> None:
        self.words.setText(self._appearance.wording.say("A try: nothing of what you do here is kept."))


class TrialSitting(QObject):
    """Goes through the items of one trial at a time.

    `opened` comes when a page takes the whole window, `left` when the trial is over.
    """

    opened = Signal()
    left = Signal()

    def __init__(self, services: Services, pages: QStackedWidget) -> None:
        """Show the items on a page in `pages`, made anew for each trial: nothing of one is left in the next."""
        super().__init__(pages)
        self._services = services
        self._pages = pages
        self._is_beginning = False
        self._page: TrialPage | None = None
        self._sitting: Sitting | None = None
        self._scratch: _Scratch | None = None
        self._threads: tuple[Background, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether something is tried."""
        return self._page is not None

    @Slot(object)
    def begin(self, trial: Trial) -> None:
        """Open the trial's items; nothing happens if another one goes on."""
        if not self.is_open and not self._is_beginning:
            self._is_beginning = True
            self._services.runs.submit(partial(_scratch_for, trial.pack), partial(self._open, trial), self._could_not)

    def _could_not(self, error: Exception) -> None:
        self._is_beginning = False
        raise error

    def _open(self, trial: Trial, scratch: _Scratch) -> None:
        # Imported now: it brings the scheduler with it.
        from quizapp.desktop.sitting import Sitting

        self._is_beginning = False
        page = self._page = TrialPage(self._services)
        runs, store = Background(page, threads=2), Background(page, threads=1)
        self._scratch, self._threads = scratch, (runs, store)
        services = replace(
            self._services,
            home=Home(Path(scratch.folder.name)),
            shelf=Shelf((trial.pack,), (), page),
            learner=scratch.learner,
            drafts=scratch.drafts,
            runs=runs,
            store=store,
        )
        self._pages.addWidget(page)
        self._sitting = Sitting(services, page.pages)
        self._sitting.left.connect(self.leave)
        # Seen before the item opens in it: what is hidden can't have the keyboard.
        self._pages.setCurrentWidget(page)
        self.opened.emit()
        self._sitting.start_items(trial.items)

    @Slot()
    def leave(self) -> None:
        """End the trial, and throw away what was done in it."""
        page, sitting, scratch = self._page, self._sitting, self._scratch
        if page is None or sitting is None or scratch is None:
            return
        self._page = self._sitting = self._scratch = None
        # Ends what runs, so that nobody waits for it.
        sitting.close_cleanly()
        self.left.emit()
        work = partial(scratch.throw_away, *self._threads)
        # The store does what it was asked for, also when the window closes now.
        self._services.store.submit(work, partial(self._forget, page))

    def _forget(self, page: TrialPage, _nothing: object) -> None:
        # Only now: until its threads have ended, an answer may still come to what is on it.
        self._pages.removeWidget(page)
        page.deleteLater()


def _scratch_for(pack: Pack) -> _Scratch:
    from quizapp.study.drafts import Drafts
    from quizapp.study.journal import Journal
    from quizapp.study.learner import Learner

    folder = TemporaryDirectory(prefix="quizapp-trial-", ignore_cleanup_errors=True)
    home = Home(Path(folder.name))
    journal = Journal(home.journal)
    learner = Learner(journal, (pack,), new_per_day=0, pictures=home.pictures)
    return _Scratch(folder, journal, learner, Drafts(home.drafts))
