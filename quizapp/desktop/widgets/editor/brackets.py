"""Finds the bracket that belongs to the one at the cursor, past those in strings and comments."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor

from quizapp.desktop.widgets.editor.highlighter import is_code
from quizapp.desktop.widgets.editor.units import by_units

LINES_SEARCHED = 500

_PAIRS = {"(": ")", "[": "]", "{": "}"}
_BACK = {closing: opening for opening, closing in _PAIRS.items()}


def matching_brackets(cursor: QTextCursor) -> tuple[int, ...]:
    """Return the document positions of the bracket beside the cursor and of its mate.

    Returns:
        Both; or the one alone if it has no mate within 500 lines; or nothing if no bracket is there.
    """
    block, at = cursor.block(), cursor.positionInBlock()
    text = by_units(block.text())
    for column in (at, at - 1):
        if 0 <= column < len(text) and text[column] in "()[]{}" and is_code(block, column):
            mate = _mate(block, column, text[column])
            start = block.position() + column
            return (start,) if mate is None else (start, mate)
    return ()


def _mate(block: QTextBlock, column: int, bracket: str) -> int | None:
    mate = _PAIRS.get(bracket) or _BACK[bracket]
    depth = 0
    for place, index, character in _characters(block, column, forward=bracket in _PAIRS):
        if character in (bracket, mate) and is_code(place, index):
            depth += 1 if character == bracket else -1
            if depth == 0:
                return place.position() + index
    return None


def _characters(block: QTextBlock, column: int, *, forward: bool) -> Iterator[tuple[QTextBlock, int, str]]:
    """Walk from a character on, or back, over at most LINES_SEARCHED lines."""
    text = by_units(block.text())
    span = range(column, len(text)) if forward else range(column, -1, -1)
    for _ in range(LINES_SEARCHED):
        for index in span:
            yield block, index, text[index]
        block = block.next() if forward else block.previous()
        if not block.isValid():
            return
        text = by_units(block.text())
        span = range(len(text)) if forward else range(len(text) - 1, -1, -1)
