"""Packs that are to be opened with the app: named when it starts, or handed over by the Finder while it runs."""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QWidget

from quizapp.packs.archives import ENDING


class OfferedPacks(QObject):
    """Keeps a pack until the app can ask whether it is to be installed: the home is open, and no item is.

    Signals:
        ready: with the `Path` of a pack.
    """

    ready = Signal(object)
    _came = Signal()

    def __init__(self, seen: QWidget) -> None:
        """Ask only while this widget is to be seen."""
        super().__init__(seen)
        self._seen = seen
        self._waiting: Path | None = None
        self._is_open = False
        # Whoever shows the widget has more to do first.
        self._came.connect(self._look, Qt.ConnectionType.QueuedConnection)
        seen.installEventFilter(self)

    @Slot()
    def begin(self) -> None:
        """Ask from now on: the home is open."""
        self._is_open = True
        self._look()

    def offer(self, pack: Path) -> None:
        """Ask about this pack as soon as that can be done; of several the last."""
        self._waiting = pack
        self._look()

    def listen_to(self, application: QObject) -> None:
        """Take the files that macOS hands to an app that is running."""
        if sys.platform == "darwin":
            # Every event of the app passes by here, so not where there is nothing to see.
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take packs, see when the moment has come, and leave everything else to others."""
        if isinstance(event, QFileOpenEvent) and event.file().lower().endswith(ENDING):
            self.offer(Path(event.file()))
            return True
        if watched is self._seen and event.type() == QEvent.Type.Show:
            self._came.emit()
        return super().eventFilter(watched, event)

    @Slot()
    def _look(self) -> None:
        if self._waiting is not None and self._is_open and self._seen.isVisible():
            pack, self._waiting = self._waiting, None
            self.ready.emit(pack)
