"""Lets the wheel scroll the page where it would change a field that happens to be under the pointer."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class WheelScrolls(QObject):
    """Keeps the wheel from fields that don't have the keyboard."""

    def keep_from(self, *fields: QWidget) -> None:
        """Let these fields pass the wheel on."""
        for field in fields:
            # Else the wheel itself would give a field the keyboard first.
            field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow the wheel's turn for the field; what holds it gets it then."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)
