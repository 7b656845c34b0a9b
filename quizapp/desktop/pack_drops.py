"""Takes packs that are dropped onto the window: files that end in `.quizpack`."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from quizapp.packs.archives import ENDING


class PackDrops(QObject):
    """Listens to what is dragged over a widget.

    Signals:
        dropped: with the `Path` of a pack.
    """

    dropped = Signal(object)

    def __init__(self, over: QWidget, can_take: Callable[[], bool]) -> None:
        """Take packs as long as `can_take` says that this is the moment."""
        super().__init__(over)
        self._can_take = can_take
        over.setAcceptDrops(True)
        over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a pack, and leave everything else to others."""
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop) or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        pack = dropped_pack(event)
        if pack is None or not self._can_take():
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(pack)
        return True


def dropped_pack(event: QDropEvent) -> Path | None:
    """Return the pack in one file that is dragged or dropped, or None."""
    file = dropped_path(event)
    return file if file is not None and file.suffix.lower() == ENDING else None


def dropped_path(event: QDropEvent) -> Path | None:
    """Return the one file or folder of this computer that is dragged or dropped, or None."""
    addresses = event.mimeData().urls()
    return Path(addresses[0].toLocalFile()) if len(addresses) == 1 and addresses[0].isLocalFile() else None
