"""What is selected in a card, as the text that it was written from."""

from PySide6.QtGui import QTextCursor, QTextFormat

from quizapp.desktop.widgets.card_grounds import HAIR

_TABLE_EDGES = "\ufdd0\ufdd1"
"""Stand in a QTextDocument where a table's cells begin and the table ends."""

_OBJECT = "\ufffc"
"""Stands in a QTextDocument for a picture."""


def selected_text(cursor: QTextCursor) -> str:
    """Return what is selected as plain text; a picture gives its description, a formula its TeX."""
    said: list[str] = []
    at = QTextCursor(cursor.document())
    for position, character in enumerate(cursor.selectedText(), cursor.selectionStart()):
        if character == _OBJECT:
            at.setPosition(position + 1)
            said.append(str(at.charFormat().property(QTextFormat.Property.ImageAltText.value) or ""))
        elif character in "\u2028\u2029":
            said.append("\n")
        elif character in _TABLE_EDGES:
            said.append("\n" if said and said[-1] != "\n" else "")
        elif character != HAIR:
            said.append(" " if character == "\u00a0" else character)
    return "".join(said).strip("\n")
