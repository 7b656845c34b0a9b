"""What the Author and the Packs page need around them: a home, a journal, threads; closed as the app closes them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.background import Background
from quizapp.desktop.services import Services
from quizapp.desktop.shelf import Shelf
from quizapp.home import Home
from quizapp.packs.model import Pack
from quizapp.sandbox.sandbox import Sandbox
from quizapp.settings import LookChoice
from quizapp.study.drafts import Drafts
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.wording import Wording


@contextmanager
def opened(folder: Path, sandbox: Sandbox, packs: tuple[Pack, ...] = ()) -> Iterator[Services]:
    """Open the home in a folder."""
    home = Home(folder)
    home.make()
    with Journal(home.journal) as journal, Drafts(home.drafts) as drafts:
        appearance = Appearance(Wording("en"), LookChoice.LIGHT)
        learner = Learner(journal, packs, new_per_day=10)
        runs, store = Background(appearance, threads=3), Background(appearance, threads=1)
        yield Services(home, Shelf(learner.packs, (), appearance), learner, drafts, sandbox, appearance, runs, store)
        runs.close()
        store.finish()
        appearance.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
