"""From an empty window to one to study in: reads packs and journal, starts the sandbox, closes them again."""

from dataclasses import dataclass
from functools import partial
from importlib import import_module
from itertools import count
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.preferences import Preferences
from quizapp.desktop.switch import Switch
from quizapp.home import Home
from quizapp.message import SaysError, message
from quizapp.shipped import shipped

if TYPE_CHECKING:
    # Only annotations, or imported after the first paint, as all that the window does not need to be seen.
    from quizapp.consent import Permission
    from quizapp.desktop.background import Background
    from quizapp.desktop.courtesy import Courtesy
    from quizapp.desktop.safekeeping import Safekeeping
    from quizapp.desktop.services import Services
    from quizapp.opening import Opened
    from quizapp.sandbox.isolation import Isolation
    from quizapp.sandbox.layers import LayerName
    from quizapp.sandbox.sandbox import Sandbox
    from quizapp.study.bookkeeping import OnProgress

NO_SANDBOX = message("Code can't be run: the sandbox doesn't start. `quizapp doctor` says what is missing.")

FAULT = message("A fault in quizapp is in the way. Try again; if that does not help, report it with the details.")


_NEEDED_FIRST = ("quizapp.desktop.pages.learn.page",)
"""Modules that the GUI thread needs when it knows the lessons; it would stand still while it imports them."""

_NEEDED_NEXT = (
    "quizapp.desktop.keeping_up",
    "quizapp.desktop.pack_drops",
    "quizapp.desktop.safekeeping",
    "quizapp.desktop.services",
    "quizapp.desktop.sitting",
    "quizapp.study.data.safekeeping",
)
"""Modules that it needs when the home is open."""


class GivenUp(Exception):
    """The app is closed before its home was open."""


@dataclass(frozen=True)
class Threads:
    """The threads for work in the sandbox, and the one for journal and drafts."""

    runs: "Background"
    store: "Background"


def start_threads(owner: QObject) -> Threads:
    """Return threads that deliver their answers where `owner` lives."""
    from quizapp.desktop.background import Background

    # One of three waits for the sandbox while it warms up; the others run.
    return Threads(runs=Background(owner, threads=3), store=Background(owner, threads=1))


def warm_up(sandbox: "Sandbox", permission: "Permission") -> "Isolation | None":
    """Start the sandbox, wait until it is ready, and say what it keeps out; None if it does not become ready.

    Raises:
        SandboxUnavailable: if this system has none.
    """
    sandbox.start()
    return permission.look(sandbox) if sandbox.wait_until_ready() else None


def _fetch(modules: tuple[str, ...]) -> None:
    for module in modules:
        import_module(module)


class Opening(QObject):
    """Opens the home when asked, tells how that went, and closes what it opened.

    `outlined` comes first, with the `Catalogue` of what the packs say of themselves, then `read` with the share of
    their items, 0 to 1, that is read by now, and `rebuilt` with that of the schedule, where it must be made anew.

    `opened` carries the `Services`, `failed` the message of why not, `restorable` a `Backup` that would help then,
    `sandbox_ready` the `Isolation` once code can run, `sandbox_failed` why it can't. `warned` carries a message about
    something that is in the way of nothing.
    """

    outlined = Signal(object)
    read = Signal(float)
    opened = Signal(object)
    failed = Signal(object)
    restorable = Signal(object)
    warned = Signal(object)
    sandbox_ready = Signal(object)
    sandbox_failed = Signal(object)
    rebuilt = Signal(float)

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
        self._closing = Event()
        self._opened: Opened | None = None
        self._services: Services | None = None
        self._safekeeping: Safekeeping | None = None
        self._live_shapes = Switch(self, is_on=preferences.settings.live_shapes)
        self._live_shapes.turned.connect(preferences.choose_live_shapes)
        preferences.changed.connect(self._pass_on)

    @Slot()
    def begin(self) -> None:
        """Open the home in the background; also to try again after it failed."""
        from quizapp.desktop.courtesy import Courtesy

        if self._threads is None:
            self._threads = start_threads(self)
        courtesy = Courtesy(self)
        self.opened.connect(courtesy.end)
        self.failed.connect(courtesy.end)
        self._threads.store.submit(partial(self._read_and_open, courtesy), self._arrive, self._fail)

    def _read_and_open(self, courtesy: "Courtesy") -> "Opened":
        """Read what is there, the packs' lists of their lessons first; in the store's thread."""
        from quizapp.desktop.collecting import collecting_later
        from quizapp.desktop.telling import seldom
        from quizapp.opening import catalogue_at_hand, open_home

        content = shipped("content")
        catalogue, _ = catalogue_at_hand(self._home, content)
        _fetch(_NEEDED_FIRST)
        self.outlined.emit(catalogue)
        on_progress = partial(self._tell_rebuilt, seldom(self.rebuilt.emit))
        on_item = partial(self._tell_read, seldom(self.read.emit), count(1), catalogue.count, courtesy)
        with collecting_later():
            opened = open_home(self._home, content, self._preferences.settings, self._without, on_progress, on_item)
            _fetch(_NEEDED_NEXT)
        return opened

    def _tell_read(self, tell: "OnProgress", counter: "count[int]", of: int, courtesy: "Courtesy") -> None:
        """Pass on how many items are read, and let the window go first; in the store's thread."""
        courtesy.stand_back()
        if self._closing.is_set():
            raise GivenUp
        tell(min(next(counter), of), of)

    def _tell_rebuilt(self, tell: "OnProgress", done: int, of: int) -> None:
        """Pass on how far it is; in the store's thread."""
        if self._closing.is_set():
            raise GivenUp
        tell(done, of)

    def _arrive(self, opened: "Opened") -> None:
        from quizapp.consent import Permission
        from quizapp.desktop.services import Services
        from quizapp.desktop.shelf import Shelf

        assert self._threads is not None
        self._opened = opened
        # Also a later run may be the first to find the sandbox there.
        tell = self.sandbox_ready.emit
        permission = Permission(self._preferences.settings.consent, self._preferences.keep_consent, tell)
        services = Services(
            home=self._home,
            shelf=Shelf(opened.learner.packs, opened.library.problems, self._appearance),
            learner=opened.learner,
            drafts=opened.drafts,
            sandbox=opened.sandbox,
            appearance=self._appearance,
            runs=self._threads.runs,
            store=self._threads.store,
            permission=permission,
            live_shapes=self._live_shapes,
        )
        self._services = services
        self.opened.emit(services)
        for warning in opened.warnings:
            self.warned.emit(warning)
        # What is to be seen comes first.
        QTimer.singleShot(0, self._start_the_rest)

    @Slot()
    def _start_the_rest(self) -> None:
        from quizapp.desktop.safekeeping import Safekeeping

        services = self._services
        if services is None or self._closing.is_set():
            return
        work = partial(warm_up, services.sandbox, services.permission)
        services.runs.submit(work, self._tell_if_not_ready, self._tell_sandbox_failed)
        self._safekeeping = Safekeeping(services, self._preferences, self.warned.emit)
        self._safekeeping.begin()

    @Slot()
    def look_after(self) -> None:
        """Keep the data safe from time to time, however long the app stays open."""
        if self._safekeeping is not None:
            self._safekeeping.look_again()

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error.says if isinstance(error, SaysError) else FAULT)
        if not isinstance(error, SaysError):
            raise error
        self._look_for_backup(error)

    def _look_for_backup(self, error: SaysError) -> None:
        from quizapp.study.data.backups import Of, list_backups
        from quizapp.study.data.restoring import may_help
        from quizapp.study.database import DatabaseError

        if isinstance(error, DatabaseError) and may_help(error.trouble):
            for backup in list_backups(self._home.backups, Of.JOURNAL)[:1]:
                self.restorable.emit(backup)

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
            settings, learner = self._preferences.settings, self._opened.learner
            learner.set_new_per_day(settings.new_per_day)
            learner.set_day_begins(settings.day_begins)
            learner.set_leeches(settings.leeches)

    def close(self) -> None:
        """End the sandbox, write what still waits to be written, close the files.

        A schedule that is being made anew is left as it was; the next start begins with it again.
        """
        self._closing.set()
        if self._opened is not None:
            self._opened.sandbox.close()
        if self._threads is not None:
            self._threads.runs.close()
            self._threads.store.finish()
        if self._safekeeping is not None:
            self._safekeeping.end()
        if self._opened is not None:
            self._opened.close()
