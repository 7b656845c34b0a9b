"""Opens the learner's home: reads the packs, opens journal and drafts, makes a sandbox. The app and the terminal do."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.home import Home
from quizapp.message import Message, SaysError, message

if TYPE_CHECKING:
    from quizapp.packs.library import Library
    from quizapp.sandbox.layers import LayerName
    from quizapp.sandbox.sandbox import Sandbox
    from quizapp.settings import Settings
    from quizapp.study.drafts import Drafts
    from quizapp.study.journal import Journal
    from quizapp.study.learner import Learner


@dataclass(frozen=True)
class Opened:
    """What was read and opened; to be closed in the end. `warnings` say what the learner must know of it."""

    library: "Library"
    journal: "Journal"
    learner: "Learner"
    drafts: "Drafts"
    sandbox: "Sandbox"
    warnings: tuple[Message, ...] = ()

    def close(self) -> None:
        """Close the files; the sandbox goes first and by itself, because runs may still wait for it."""
        self.drafts.close()
        self.journal.close()


def open_home(home: Home, content: Path, settings: "Settings", without: "frozenset[LayerName]" = frozenset()) -> Opened:
    """Read the packs, open the journal and replay it. Slow: not for a GUI thread.

    Args:
        home: where the learner's data lies.
        content: folder of the packs.
        settings: how many new items a day, when days begin, what is done with leeches, the way of running code.
        without: layers that the sandbox leaves out.

    Raises:
        SaysError: if journal or drafts can't be opened; their files are left as they are.
    """
    # Imported here, where the app is off its GUI thread and has painted: fsrs and sqlite3 cost more than the window.
    from quizapp.packs.library import read_library
    from quizapp.sandbox.sandbox import Sandbox
    from quizapp.sandbox.way import chosen_way
    from quizapp.study.data.pending import make_ready
    from quizapp.study.drafts import open_drafts
    from quizapp.study.journal import Journal
    from quizapp.study.learner import Learner

    _make_folder(home)
    library = read_library(content)
    told = make_ready(home, datetime.now(UTC))
    journal = Journal(home.journal)
    try:
        learner = Learner(
            journal,
            library.packs,
            new_per_day=settings.new_per_day,
            day_begins=settings.day_begins,
            leeches=settings.leeches,
            pictures=home.pictures,
        )
        drafts, warning = open_drafts(home.drafts)
    except BaseException:
        journal.close()
        raise
    sandbox = Sandbox(without=without, way=chosen_way(settings.way))
    warnings = (*told, *learner.warnings, *((warning,) if warning is not None else ()))
    return Opened(library, journal, learner, drafts, sandbox, warnings)


def _make_folder(home: Home) -> None:
    try:
        home.make()
    except OSError as error:
        raise SaysError(
            message(
                "The folder for your data, {path}, can't be made: {reason}. "
                "Make it yourself, or choose another with `quizapp --home`.",
                path=str(home.folder),
                reason=str(error.strerror or error),
            )
        ) from error
