"""A plain small editor for a few lines of Markdown: as high as its text, closed by a key."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.fonts import code_font
from quizapp.desktop.widgets.buttons import ENTER_KEYS

FEWEST_LINES, MOST_LINES = 3, 14
"""How high the editor is, in lines; beyond that it scrolls."""


FRAME = 6
"""Logical pixels of padding and border around the text."""


class NoteEdit(QPlainTextEdit):
    """Takes text.

    Signals:
        typed: the learner changed the text. closed: Ctrl+Enter or Esc.
    """

    typed = Signal()
    closed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        # Code stands in its own lines and is indented by spaces: Tab leads on to the next control.
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._follow_text)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def begin(self, text: str) -> None:
        """Show a text to be edited, the cursor at its end; nothing is told of that."""
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self.moveCursor(self.textCursor().MoveOperation.End)
        self._fit()

    @Slot()
    def _follow_text(self) -> None:
        self._fit()
        self.typed.emit()

    def event(self, event: QEvent) -> bool:
        """Claim the keys that close it, which are shortcuts of the page around it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _closes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Ctrl+Enter and Esc; no other key that is typed here means anything to the page."""
        if _closes(event):
            self.closed.emit()
        else:
            super().keyPressEvent(event)
        event.accept()

    @Slot()
    def _restyle(self) -> None:
        colours = self._appearance.colours
        self.setFont(code_font())
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {colours.base}; color: {colours.text}; border: 1px solid {colours.outline};"
            f" border-radius: 7px; padding: 5px; }} QPlainTextEdit:focus {{ border-color: {colours.accent}; }}"
        )
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the text is when its lines are broken at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        needed = round(self.document().size().height())
        lines = min(max(needed, FEWEST_LINES), MOST_LINES)
        scrolls = needed > MOST_LINES
        policies = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policies.ScrollBarAsNeeded if scrolls else policies.ScrollBarAlwaysOff)
        frame = 2 * (self.document().documentMargin() + FRAME)
        self.setFixedHeight(round(lines * self.fontMetrics().lineSpacing() + frame) + 2)
        if not scrolls:
            # It scrolled to the cursor while it was lower.
            self.verticalScrollBar().setValue(0)


def _closes(event: QKeyEvent) -> bool:
    is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape or (is_control and event.key() in ENTER_KEYS)
