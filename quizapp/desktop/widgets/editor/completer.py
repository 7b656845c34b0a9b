"""The list of words that drops down at the cursor."""

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QListView, QPlainTextEdit

from quizapp.desktop.widgets.editor.completion import complete, is_after_dot, typed_prefix
from quizapp.desktop.widgets.editor.editing import before
from quizapp.desktop.widgets.editor.highlighter import is_code
from quizapp.desktop.widgets.editor.units import by_units

ROWS_SHOWN = 9

_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class _Popup(QListView):
    """A list whose keys are its own: Escape closes it and not the page behind."""

    def event(self, event: QEvent) -> bool:
        """Keep the page's shortcuts away while the list is open."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


class Completer(QObject):
    """Offers words in an editor: on request, and after a dot; typing on narrows them."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._words = QStringListModel(self)
        self._popup = _Popup()
        self._qt = QCompleter(self)
        self._qt.setModel(self._words)
        self._qt.setWidget(editor)
        self._qt.setPopup(self._popup)
        self._qt.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._qt.setMaxVisibleItems(ROWS_SHOWN)
        self._qt.activated.connect(self._insert)
        self.given = ""

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._popup.isVisible()

    def open(self) -> None:
        """Offer what fits at the cursor; a single word that fits is not inserted unasked."""
        fits = complete(*self._parts(), given=self.given)
        self._words.setStringList(list(fits.words))
        self._narrow(fits.prefix)

    def close(self) -> None:
        """Take the list away."""
        self._popup.hide()

    def wants(self, event: QKeyEvent) -> bool:
        """Tell whether a key press is for the open list, and choose a word if it says so."""
        if not self.is_open:
            return False
        if event.key() in _CHOOSING and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.close()
            return False
        if event.key() in _CHOOSING:
            chosen = str(self._popup.currentIndex().data() or "")
            self.close()
            if chosen in ("", typed_prefix(before(self._editor.textCursor()))):
                # There is nothing to complete, so the key means what it always means.
                return False
            self._insert(chosen)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return True
        return False

    def follow(self, event: QKeyEvent) -> None:
        """After a key press was typed: narrow the open list, close it, or open it after a dot."""
        text = event.text()
        if text == ".":
            self._open_after_dot()
        elif self.is_open and (text.isidentifier() or text.isdigit() or event.key() == Qt.Key.Key_Backspace):
            self._narrow(typed_prefix(before(self._editor.textCursor())))
        elif self.is_open and text:
            self.close()

    def _open_after_dot(self) -> None:
        cursor = self._editor.textCursor()
        if is_after_dot(before(cursor)) and is_code(cursor.block(), cursor.positionInBlock() - 1):
            self.open()
        else:
            self.close()

    def _narrow(self, prefix: str) -> None:
        self._qt.setCompletionPrefix(prefix)
        if self._qt.completionCount() == 0:
            self._popup.hide()
            return
        self._popup.setFont(self._editor.font())
        self._popup.setCurrentIndex(self._qt.completionModel().index(0, 0))
        place = self._editor.cursorRect()
        place.translate(self._editor.viewport().x(), 4)
        place.setWidth(self._popup.sizeHintForColumn(0) + self._popup.verticalScrollBar().sizeHint().width() + 24)
        self._qt.complete(place)

    @Slot(str)
    def _insert(self, word: str) -> None:
        cursor = self._editor.textCursor()
        typed = len(typed_prefix(before(cursor)))
        cursor.setPosition(cursor.position() - typed, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(word)
        self._editor.setTextCursor(cursor)

    def _parts(self) -> tuple[str, str]:
        """Return the code before and after the cursor."""
        code, position = by_units(self._editor.toPlainText()), self._editor.textCursor().position()
        return code[:position], code[position:]
