"""The app while it runs: shell, opening and failures wired together, and taken apart again at the end."""

import signal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.failures import Failures
from quizapp.desktop.opening import Opening
from quizapp.desktop.preferences import LoadedSettings, Preferences
from quizapp.desktop.shell import Shell
from quizapp.desktop.window import MainWindow
from quizapp.home import Home

if TYPE_CHECKING:
    from pathlib import Path

    from quizapp.desktop.keeping_up import KeepingUp
    from quizapp.desktop.services import Services
    from quizapp.sandbox.layers import LayerName


class Running:
    """Everything between the first window and the last."""

    def __init__(
        self,
        home: Home,
        loaded: LoadedSettings,
        appearance: Appearance,
        window: MainWindow,
        without: "frozenset[LayerName]" = frozenset(),
    ) -> None:
        """Make the shell; the window is still empty."""
        preferences = Preferences(home, loaded.settings, appearance)
        # Before the shell: what that refreshes on a changed setting must already know of the change.
        self._opening = Opening(home, preferences, appearance, without)
        self._window = window
        self._shell = Shell(window.menuBar(), home, preferences, appearance)
        self._failures = Failures(home, appearance, window)
        self._interrupt = Interrupt(window)
        self._keeping_up: KeepingUp | None = None
        self._connect()
        if loaded.problem is not None:
            self._shell.notice.tell(loaded.problem, "warn")

    def _connect(self) -> None:
        window, shell, opening = self._window, self._shell, self._opening
        self._failures.told.connect(shell.tell)
        opening.outlined.connect(shell.show_catalogue)
        opening.read.connect(shell.show_read)
        opening.opened.connect(shell.show_services)
        opening.failed.connect(shell.show_trouble)
        opening.restorable.connect(shell.offer_backup)
        opening.warned.connect(shell.tell)
        opening.sandbox_ready.connect(shell.show_isolation)
        opening.sandbox_failed.connect(shell.show_sandbox_failed)
        opening.rebuilt.connect(shell.show_rebuilt)
        opening.opened.connect(self._keep_up)
        shell.retry_requested.connect(opening.begin)
        shell.quit_requested.connect(window.close)
        window.ask_before_closing(shell)
        window.painted.connect(opening.begin, Qt.ConnectionType.QueuedConnection)

    def _keep_up(self, services: "Services") -> None:
        from quizapp.desktop.keeping_up import KeepingUp

        self._keeping_up = KeepingUp(services, self._window)
        self._keeping_up.changed.connect(self._shell.refresh)
        self._keeping_up.looked.connect(self._opening.look_after)

    def take_packs(self, application: QObject, first: "Path | None") -> None:
        """Ask about packs to install: the one that was named at the start, and those that macOS hands over."""
        from quizapp.desktop.offered import OfferedPacks

        offered = OfferedPacks(self._shell.rail)
        offered.ready.connect(self._shell.install_pack)
        self._opening.opened.connect(offered.begin)
        offered.listen_to(application)
        if first is not None:
            offered.offer(first)

    def move_in(self) -> None:
        """Put the shell into the window, and hear of errors from now on."""
        self._window.setCentralWidget(self._shell)
        self._shell.show()
        # Else the first button of the rail gets the keyboard, and Space does not start.
        self._shell.take_focus()
        self._failures.listen()

    def stop(self) -> None:
        """End the sandbox, write what waits, close the files; the window is gone by now."""
        self._interrupt.stop()
        if self._keeping_up is not None:
            self._keeping_up.stop()
        self._opening.close()
        self._failures.stop_listening()


class Interrupt(QObject):
    """Lets Ctrl-C in the terminal close the window.

    Python handles signals between two of its own instructions only; the timer gives it some while Qt waits.
    """

    PAUSE_MILLISECONDS = 200

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._let_python_run)
        self._timer.start(self.PAUSE_MILLISECONDS)
        self._before = signal.signal(signal.SIGINT, self._close)

    def stop(self) -> None:
        """Handle Ctrl-C as before."""
        self._timer.stop()
        signal.signal(signal.SIGINT, self._before)

    def _close(self, _number: int, _frame: object) -> None:
        self._window.close()

    @Slot()
    def _let_python_run(self) -> None:
        pass
