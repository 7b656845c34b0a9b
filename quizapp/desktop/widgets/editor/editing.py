"""Changes to the text that are more than a character; each is one step for undo."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QTextBlock, QTextCursor

from quizapp.desktop.widgets.editor.indentation import STEP, columns_to_remove, indentation_after, leading_spaces
from quizapp.desktop.widgets.editor.units import by_units

_KEEP = QTextCursor.MoveMode.KeepAnchor


def before(cursor: QTextCursor) -> str:
    """Return the line's text before the cursor; its length is in UTF-16 units."""
    return by_units(cursor.block().text())[: cursor.positionInBlock()]


def selected_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """Return the lines that the selection touches; one that it only reaches the start of does not count."""
    document = cursor.document()
    first = document.findBlock(cursor.selectionStart())
    last = document.findBlock(max(cursor.selectionEnd() - 1, cursor.selectionStart()))
    blocks = [first]
    while blocks[-1].blockNumber() < last.blockNumber():
        blocks.append(blocks[-1].next())
    return blocks


def start_new_line(cursor: QTextCursor) -> None:
    """Break the line, indented as Python wants it; a closing bracket after the cursor gets a line of its own."""
    indent = indentation_after(before(cursor))
    own = leading_spaces(before(cursor))
    after = by_units(cursor.block().text())[cursor.positionInBlock() :]
    with _one_step(cursor):
        cursor.insertText("\n" + indent)
        if len(indent) > len(own) and after.startswith((")", "]", "}")):
            cursor.insertText("\n" + own)
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)


def delete_back(cursor: QTextCursor) -> None:
    """Delete the selection, or back to the last tab stop in an indentation, or one character."""
    count = columns_to_remove(before(cursor))
    if cursor.hasSelection() or count == 1:
        cursor.deletePreviousChar()
        return
    cursor.setPosition(cursor.position() - count, _KEEP)
    cursor.removeSelectedText()


def indent(cursor: QTextCursor) -> None:
    """Indent the selected lines; without a selection insert spaces up to the next tab stop."""
    if not cursor.hasSelection():
        cursor.insertText(" " * (STEP - cursor.positionInBlock() % STEP))
        return
    with _one_step(cursor):
        for block in selected_blocks(cursor):
            if block.text().strip():
                QTextCursor(block).insertText(" " * STEP)


def unindent(cursor: QTextCursor) -> None:
    """Take up to one step of indentation off the selected lines."""
    with _one_step(cursor):
        for block in selected_blocks(cursor):
            _remove(block, 0, min(len(leading_spaces(block.text())), STEP))


def toggle_comments(cursor: QTextCursor) -> None:
    """Comment the selected lines out, or back in if all of them are comments."""
    blocks = [block for block in selected_blocks(cursor) if block.text().strip()]
    if not blocks:
        return
    column = min(len(leading_spaces(block.text())) for block in blocks)
    with _one_step(cursor):
        if all(block.text().lstrip().startswith("#") for block in blocks):
            for block in blocks:
                _uncomment(block)
            return
        for block in blocks:
            at = QTextCursor(block)
            at.setPosition(block.position() + column)
            at.insertText("# ")


def duplicate_lines(cursor: QTextCursor) -> None:
    """Insert the selected lines once more below; the cursor goes with the copy."""
    blocks = selected_blocks(cursor)
    lines = "\n".join(block.text() for block in blocks)
    end = QTextCursor(blocks[-1])
    end.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    anchor, position = cursor.anchor(), cursor.position()
    with _one_step(end):
        end.insertText("\n" + lines)
    moved = len(by_units(lines)) + 1
    cursor.setPosition(anchor + moved)
    cursor.setPosition(position + moved, _KEEP)


def go_home(cursor: QTextCursor, mode: QTextCursor.MoveMode) -> None:
    """Go to the first character that is not a space, or from there to the line's start."""
    first = len(leading_spaces(cursor.block().text()))
    target = 0 if cursor.positionInBlock() == first else first
    cursor.setPosition(cursor.block().position() + target, mode)


def replace_all(cursor: QTextCursor, code: str) -> None:
    """Put other code in place of all of it, so that one undo brings the old back."""
    with _one_step(cursor):
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(code)


@contextmanager
def _one_step(cursor: QTextCursor) -> Iterator[None]:
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def _remove(block: QTextBlock, start: int, count: int) -> None:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + start + count, _KEEP)
    cursor.removeSelectedText()


def _uncomment(block: QTextBlock) -> None:
    start = block.text().index("#")
    _remove(block, start, 2 if block.text()[start : start + 2] == "# " else 1)
