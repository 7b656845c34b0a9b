"""Labels by their role; the style sheet gives each role its size and colour."""

from typing import Literal, TypeAlias

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from quizapp.desktop.widgets.restyle import set_and_restyle

Role: TypeAlias = Literal["title", "number", "heading", "strong", "body", "muted", "small"]


def label(role: Role = "body", *, wraps: bool = False) -> QLabel:
    """Return an empty label; its words come when the page is put into a language.

    Where it `wraps`, a long text goes on in a next line; else the label is as wide as its text.
    """
    made = QLabel()
    made.setProperty("role", role)
    made.setWordWrap(wraps)
    # What packs and errors say is text, never markup.
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


class ElidedLabel(QLabel):
    """A line that ends in an ellipsis where there is no room for all of it."""

    def __init__(self, role: Role = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        """Say that it can do with no width at all."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as fits."""
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.style().drawItemText(
            QPainter(self),
            self.rect(),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )


def set_role(widget: QWidget, role: Role) -> None:
    """Give a widget that is already shown another role."""
    set_and_restyle(widget, "role", role)
