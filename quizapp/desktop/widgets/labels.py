"""Labels by their role; the style sheet gives each role its size and colour."""

from typing import Literal, TypeAlias

from PySide6.QtCore import Qt
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


def set_role(widget: QWidget, role: Role) -> None:
    """Give a widget that is already shown another role."""
    set_and_restyle(widget, "role", role)
