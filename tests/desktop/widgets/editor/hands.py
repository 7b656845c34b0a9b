"""Hands and eyes for an editor: puts its cursor somewhere, sees the colour of a character."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from quizapp.desktop.widgets.editor import CodeEditor

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def put_cursor(editor: CodeEditor, line: int, column: int, *, to: tuple[int, int] | None = None) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().findBlockByNumber(line - 1).position() + column)
    if to is not None:
        end = editor.document().findBlockByNumber(to[0] - 1).position() + to[1]
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def colour_at(editor: CodeEditor, line: int, column: int) -> str:
    for part in editor.document().findBlockByNumber(line - 1).layout().formats():
        if part.start <= column < part.start + part.length:
            return part.format.foreground().color().name()
    return ""
