"""The window itself: where it was, how large, and what happens when it closes. What is in it is the `Shell`."""

from contextlib import suppress
from typing import Protocol

from PySide6.QtCore import QByteArray, QEvent, QMargins, QSize, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from quizapp.home import Home

USUAL_SIZE = (1180, 720)
SMALLEST_SIZE = (900, 600)

_FRAME = QMargins(4, 28, 4, 4)
"""Logical pixels that a window manager takes around a window, about: a small screen must hold that too."""


class Closing(Protocol):
    """What the window asks before it closes."""

    def can_close(self) -> bool:
        """Save what is pending, and tell whether the window may close."""


class MainWindow(QMainWindow):
    """Comes back where it was; `painted` comes once, when it is first seen, `activated` whenever the keyboard comes.

    It can be shown before there is anything in it: the screen makes room for it while the rest is made.
    """

    painted = Signal()
    activated = Signal()

    def __init__(self, home: Home) -> None:
        super().__init__()
        self._home = home
        self._asks: Closing | None = None
        self._was_painted = False
        self.setWindowTitle("quizapp")
        self.setMinimumSize(*SMALLEST_SIZE)
        self.resize(QSize(*USUAL_SIZE).boundedTo(self.screen().availableSize().shrunkBy(_FRAME)))
        with suppress(OSError):
            self.restoreGeometry(QByteArray(self._home.window.read_bytes()))

    def ask_before_closing(self, content: Closing) -> None:
        """Let `content` have the last word when the window is to close."""
        self._asks = content

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the window was first seen, so that slow things begin only then."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # What is in it is painted right after this; a queued connection hears of it after that.
            self.painted.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Tell when the learner has come back to the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Vanish at once, and keep what is pending."""
        self._keep_geometry()
        self.hide()
        if self._asks is None or self._asks.can_close():
            super().closeEvent(event)
        else:
            event.ignore()
            self.show()

    def _keep_geometry(self) -> None:
        # Where the window was is not worth a word if it can't be written.
        with suppress(OSError):
            self._home.make()
            self._home.window.write_bytes(self.saveGeometry().data())
