"""Marks in a text on the page what it was found by."""

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from quizapp.search.query import Query
from quizapp.search.snippets import marked


def mark_hits(view: QTextEdit, query: Query, ground: QColor) -> None:
    """Set a ground behind what the query finds in the text as it is now, in place of the marks before."""
    text = view.document().toPlainText()
    view.setExtraSelections([_mark(view, *_units(text, *span), ground) for span in marked(text, query)])


def _units(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a place as Qt counts: in halves of surrogate pairs."""
    first = len(text[:start].encode("utf-16-le", "surrogatepass")) // 2
    return first, first + len(text[start:end].encode("utf-16-le", "surrogatepass")) // 2


def _mark(view: QTextEdit, start: int, end: int, ground: QColor) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor = QTextCursor(view.document())
    made.cursor.setPosition(start)
    made.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    made.format = QTextCharFormat()
    made.format.setBackground(ground)
    return made
