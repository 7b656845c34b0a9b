"""Keys by the names that the Qt-free models know them by."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from quizapp.desktop.pages.study.model import ENTER, ESCAPE, SPACE
from quizapp.desktop.widgets.buttons import ENTER_KEYS

SHIFTED = ("SHIFT+B",)
"""The letters that mean something else with Shift; of all others Shift makes no difference."""


def key_name(event: QKeyEvent) -> str | None:
    """Return a key's name, or None for one with Ctrl, Alt or Meta, or without a character."""
    allowed = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    if event.modifiers() & ~allowed:
        return None
    if event.key() in ENTER_KEYS:
        return ENTER
    if event.key() == Qt.Key.Key_Escape:
        return ESCAPE
    if event.key() == Qt.Key.Key_Space:
        return SPACE
    name = event.text().upper()
    shifted = f"SHIFT+{name}"
    return shifted if shifted in SHIFTED and event.modifiers() & Qt.KeyboardModifier.ShiftModifier else name or None
