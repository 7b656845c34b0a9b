"""Starts the desktop app and runs it until its window closes.

How it starts, in order, and why in this order:

1. Is there a display? Asked first, because Qt aborts the whole process without one (`display`).
2. `QApplication`, the settings, the look (`theme`): milliseconds.
3. The window is shown, with quiet places where numbers will be (`window`). Nothing so far has imported the scheduler,
   SQLite, NumPy, Markdown or plots; torch is never imported here, only in the sandbox's process.
4. After the first paint `opening` begins, in a thread: packs are read, the journal is opened and replayed, and the
   window gets its `Services`. Then the sandbox warms up, in a process of its own; the rail's foot says when it is
   ready.
5. Pages are made when they are first shown, and import what they need then.

When the window closes it vanishes at once; then the sandbox is ended, what waits to be written is written, and the
files are closed.
"""

import signal
import sys
from os import environ

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.display import why_no_window
from quizapp.desktop.failures import Failures
from quizapp.desktop.opening import Opening
from quizapp.desktop.preferences import Preferences, settings_of
from quizapp.desktop.theme import Theme
from quizapp.desktop.window import MainWindow
from quizapp.home import Home
from quizapp.wording import Wording

EXIT_NO_WINDOW = 2


def open_app(home: Home, language: str = "") -> int:
    """Open the window and return the exit code when it is closed.

    Args:
        home: where the learner's data lies.
        language: "en" or "zh" for this time only; "" means what is set, or else the system's.

    Returns:
        0, or 2 if there is no display; then one line on stderr says how to go on.
    """
    loaded = settings_of(home)
    wording = Wording(language or loaded.settings.language)
    reason = why_no_window(environ)
    if reason is not None:
        sys.stderr.write(wording.sentence(reason) + "\n")
        return EXIT_NO_WINDOW
    application = QApplication(sys.argv[:1])
    application.setApplicationName("quizapp")
    appearance = Appearance(wording, loaded.settings.look, application, zoom=loaded.settings.zoom)
    Theme(application, appearance)
    preferences = Preferences(home, loaded.settings, appearance)
    # Before the window: what it refreshes on a changed setting must already know of the change.
    opening = Opening(home, preferences, appearance)
    window = MainWindow(home, preferences, appearance)
    failures = Failures(home, appearance, window)
    _connect(window, failures, opening)
    if loaded.problem is not None:
        window.notice.tell(loaded.problem, "warn")
    interrupt = Interrupt(window)
    window.show()
    failures.listen()
    try:
        return application.exec()
    finally:
        interrupt.stop()
        opening.close()
        failures.stop_listening()


def _connect(window: MainWindow, failures: Failures, opening: Opening) -> None:
    failures.told.connect(window.tell)
    opening.opened.connect(window.show_services)
    opening.failed.connect(window.show_trouble)
    opening.sandbox_ready.connect(window.show_sandbox_ready)
    opening.sandbox_failed.connect(window.show_sandbox_failed)
    window.retry_requested.connect(opening.begin)
    window.painted.connect(opening.begin, Qt.ConnectionType.QueuedConnection)


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
