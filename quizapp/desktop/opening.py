"""From an empty window to one to study in: reads packs and journal, starts the sandbox, closes them again."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from quizapp.consent import Permission
from quizapp.desktop.appearance import Appearance
from quizapp.desktop.preferences import Preferences
from quizapp.desktop.services import Services
from quizapp.desktop.shelf import Shelf
from quizapp.desktop.switch import Switch
from quizapp.home import Home
from quizapp.message import Message, SaysError, message
from quizapp.shipped import shipped

if TYPE_CHECKING:
    from quizapp.desktop.background import Background
    from quizapp.packs.library import Library
    from quizapp.sandbox.isolation import Isolation
    from quizapp.sandbox.layers import LayerName
    from quizapp.sandbox.sandbox import Sandbox
    from quizapp.settings import Settings
    from quizapp.study.drafts import Drafts
    from quizapp.study.journal import Journal
    from quizapp.study.learner import Learner

NO_SANDBOX = message("Code can't be run: the sandbox doesn't start. `quizapp doctor` says what is missing.")

FAULT = message("A fault in quizapp is in the way. Try again; if that does not help, report it with the details.")


@dataclass(frozen=True)
class Opened:
    """What was read and opened; to be closed in the end. `warning` says what the learner must know of it."""

    library: "Library"
    journal: "Journal"
    learner: "Learner"
    drafts: "Drafts"
    sandbox: "Sandbox"
    warning: Message | None = None

    def close(self) -> None:
        """Close the files; the sandbox goes first and by itself, because runs may still wait for it."""
        self.drafts.close()
        self.journal.close()


def open_home(home: Home, content: Path, settings: "Settings", without: "frozenset[LayerName]" = frozenset()) -> Opened:
    """Read the packs, open the journal and replay it. Slow: not for the GUI thread.

    Args:
        home: where the learner's data lies.
        content: folder of the packs.
        settings: how many new items a day, and the way of running code.
        without: layers that the sandbox leaves out.

    Raises:
        SaysError: if journal or drafts can't be opened; their files are left as they are.
    """
    # Imported here, off the GUI thread and after the first paint: fsrs and sqlite3 cost more than the window.
    from quizapp.packs.library import read_library
    from quizapp.sandbox.sandbox import Sandbox
    from quizapp.sandbox.way import chosen_way
    from quizapp.study.drafts import open_drafts
    from quizapp.study.journal import Journal
    from quizapp.study.learner import Learner

    _make_folder(home)
    library = read_library(content)
    journal = Journal(home.journal)
    try:
        learner = Learner(journal, library.packs, new_per_day=settings.new_per_day)
        drafts, warning = open_drafts(home.drafts)
    except BaseException:
        journal.close()
        raise
    sandbox = Sandbox(without=without, way=chosen_way(settings.way))
    return Opened(library, journal, learner, drafts, sandbox, warning)


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


@dataclass(frozen=True)
class Threads:
    """The threads for work in the sandbox, and the one for journal and drafts."""

    runs: "Background"
    store: "Background"


def start_threads(owner: QObject) -> Threads:
    """Return threads that deliver their answers where `owner` lives."""
    # Imported now, after the first paint, as all that the window does not need to be seen.
    from quizapp.desktop.background import Background

    # One of three waits for the sandbox while it warms up; the others run.
    return Threads(runs=Background(owner, threads=3), store=Background(owner, threads=1))


def warm_up(sandbox: "Sandbox", permission: Permission) -> "Isolation | None":
    """Start the sandbox, wait until it is ready, and say what it keeps out; None if it does not become ready.

    Raises:
        SandboxUnavailable: if this system has none.
    """
    sandbox.start()
    return permission.look(sandbox) if sandbox.wait_until_ready() else None


class Opening(QObject):
    """Opens the home when asked, tells how that went, and closes what it opened.

    `opened` carries the `Services`, `failed` the message of why not, `sandbox_ready` the `Isolation` once code can
    run, `sandbox_failed` why it can't. `warned` carries a message about something that is in the way of nothing.
    """

    opened = Signal(object)
    failed = Signal(object)
    warned = Signal(object)
    sandbox_ready = Signal(object)
    sandbox_failed = Signal(object)

    def __init__(
        self,
        home: Home,
        preferences: Preferences,
        appearance: Appearance,
        without: "frozenset[LayerName]" = frozenset(),
    ) -> None:
        """Open nothing yet; the sandbox will do without some layers, to see how the app is then."""
        super().__init__(appearance)
        self._without = without
        self._home = home
        self._preferences = preferences
        self._appearance = appearance
        self._threads: Threads | None = None
        self._opened: Opened | None = None
        self._live_shapes = Switch(self, is_on=preferences.settings.live_shapes)
        self._live_shapes.turned.connect(preferences.choose_live_shapes)
        preferences.changed.connect(self._pass_on)

    @Slot()
    def begin(self) -> None:
        """Open the home in the background; also to try again after it failed."""
        if self._threads is None:
            self._threads = start_threads(self)
        work = partial(open_home, self._home, shipped("content"), self._preferences.settings, self._without)
        self._threads.store.submit(work, self._arrive, self._fail)

    def _arrive(self, opened: Opened) -> None:
        assert self._threads is not None
        self._opened = opened
        # Also a later run may be the first to find the sandbox there.
        tell = self.sandbox_ready.emit
        permission = Permission(self._preferences.settings.consent, self._preferences.keep_consent, tell)
        self.opened.emit(
            Services(
                home=self._home,
                shelf=Shelf(opened.library.packs, opened.library.problems, self._appearance),
                learner=opened.learner,
                drafts=opened.drafts,
                sandbox=opened.sandbox,
                appearance=self._appearance,
                runs=self._threads.runs,
                store=self._threads.store,
                permission=permission,
                live_shapes=self._live_shapes,
            )
        )
        if opened.warning is not None:
            self.warned.emit(opened.warning)
        work = partial(warm_up, opened.sandbox, permission)
        self._threads.runs.submit(work, self._tell_if_not_ready, self._tell_sandbox_failed)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error.says if isinstance(error, SaysError) else FAULT)
        if not isinstance(error, SaysError):
            raise error

    def _tell_if_not_ready(self, isolation: "Isolation | None") -> None:
        if isolation is None:
            self.sandbox_failed.emit(NO_SANDBOX)

    def _tell_sandbox_failed(self, error: Exception) -> None:
        if not isinstance(error, SaysError):
            raise error
        self.sandbox_failed.emit(error.says)

    @Slot()
    def _pass_on(self) -> None:
        self._live_shapes.follow(is_on=self._preferences.settings.live_shapes)
        if self._opened is not None:
            self._opened.learner.set_new_per_day(self._preferences.settings.new_per_day)

    def close(self) -> None:
        """End the sandbox, write what still waits to be written, close the files."""
        if self._opened is not None:
            self._opened.sandbox.close()
        if self._threads is not None:
            self._threads.runs.close()
            self._threads.store.finish()
        if self._opened is not None:
            self._opened.close()
