"""What stands behind the text of a card: rounded grounds of code blocks and inline code.

QTextDocument paints square grounds without padding, so they are taken out of the document and painted before it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrame,
    QTextLine,
    QTextTable,
)

HAIR = "\u202f"
"""Stands around inline code, to make room for the overhang of its ground; nobody wants it copied."""

CHIP_OVERHANG = 3.0
"""Pixels that the ground of inline code reaches past its letters."""

_BLOCK_RADIUS, _CHIP_RADIUS = 8.0, 4.0


@dataclass(frozen=True)
class Chip:
    """One stretch of inline code: the number of its block, and from where to where in it."""

    block: int
    start: int
    end: int


class Grounds:
    """The grounds of one document as it stands; make it anew after every change of the text."""

    def __init__(self, document: QTextDocument, *, line_gap: float) -> None:
        """Take the grounds out of the document and set its lines `line_gap` pixels apart (half of it in code)."""
        self._document = document
        self._code_tables = [table for table in _tables(document.rootFrame()) if _take_ground(table)]
        self._chips = _take_chips(document)
        self._space_lines(line_gap)

    def paint(self, painter: QPainter, ground: QColor, border: QColor, chip_ground: QColor) -> None:
        """Paint them; the painter's origin is the document's."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(ground)
        painter.setPen(QPen(border, 1))
        for table in self._code_tables:
            painter.drawRoundedRect(self._table_rect(table), _BLOCK_RADIUS, _BLOCK_RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(chip_ground)
        for chip in self._chips:
            for rect in self._chip_rects(chip):
                painter.drawRoundedRect(rect, _CHIP_RADIUS, _CHIP_RADIUS)

    def _table_rect(self, table: QTextTable) -> QRectF:
        layout, cell = self._document.documentLayout(), table.cellAt(0, 0)
        first, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
        text = layout.blockBoundingRect(first).united(layout.blockBoundingRect(last))
        width, padding = layout.frameBoundingRect(table).width(), table.format().cellPadding()
        # Half a pixel in, so that the border is sharp.
        return QRectF(
            round(text.x() - padding) + 0.5,
            round(text.y() - padding) + 0.5,
            round(width) - 1,
            round(text.height() + 2 * padding) - 1,
        )

    def _chip_rects(self, chip: Chip) -> Iterator[QRectF]:
        block = self._document.findBlockByNumber(chip.block)
        origin = self._document.documentLayout().blockBoundingRect(block).topLeft()
        for line in _lines(block):
            start = max(chip.start, line.textStart())
            end = min(chip.end, line.textStart() + line.textLength())
            if start < end:
                yield _around(line, start, end, block).translated(origin)

    def _space_lines(self, gap: float) -> None:
        block, cursor = self._document.begin(), QTextCursor(self._document)
        code = [(table.firstPosition(), table.lastPosition()) for table in self._code_tables]
        while block.isValid():
            in_code = any(first <= block.position() <= last for first, last in code)
            spaced = QTextBlockFormat()
            kind = QTextBlockFormat.LineHeightTypes.LineDistanceHeight
            spaced.setLineHeight(gap / 2 if in_code else gap, kind.value)
            cursor.setPosition(block.position())
            cursor.mergeBlockFormat(spaced)
            block = block.next()


def trim_end(document: QTextDocument) -> None:
    """Take the room away that stands below the last line."""
    block, cursor = document.lastBlock(), QTextCursor(document.lastBlock())
    end = QTextBlockFormat()
    end.setBottomMargin(0)
    if block.length() == 1 and block.previous().isValid():
        # The empty line that QTextDocument puts after a table: it can't be left out, only made low.
        end.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        _trim_table(cursor, block.previous())
    cursor.mergeBlockFormat(end)


def _trim_table(cursor: QTextCursor, last: QTextBlock) -> None:
    cursor.setPosition(last.position())
    table = cursor.currentTable()
    if table is not None:
        made = table.format()
        made.setBottomMargin(0)
        table.setFormat(made)
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _tables(frame: QTextFrame) -> Iterator[QTextTable]:
    for child in frame.childFrames():
        if isinstance(child, QTextTable):
            yield child
        yield from _tables(child)


def _take_ground(table: QTextTable) -> bool:
    """Clear the ground of a table that has one: only blocks of code do."""
    made = table.format()
    if made.background().style() == Qt.BrushStyle.NoBrush:
        return False
    made.clearBackground()
    table.setFormat(made)
    return True


def _take_chips(document: QTextDocument) -> list[Chip]:
    cursor = QTextCursor(document)
    chips: list[Chip] = []
    # Room is made around every one first: it moves those that follow.
    for block, start, end in reversed(list(_stretches_with_ground(document))):
        _insert_hair(cursor, block.position() + end)
        _insert_hair(cursor, block.position() + start)
    for block, start, end in list(_stretches_with_ground(document)):
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
        plain = QTextCharFormat(cursor.charFormat())
        plain.clearProperty(QTextFormat.Property.BackgroundBrush.value)
        cursor.setCharFormat(plain)
        chips.append(Chip(block.blockNumber(), start, end))
    return chips


def _insert_hair(cursor: QTextCursor, position: int) -> None:
    cursor.setPosition(position)
    cursor.insertText(HAIR, QTextCharFormat())


def _stretches_with_ground(document: QTextDocument) -> Iterator[tuple[QTextBlock, int, int]]:
    block = document.begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            if fragment.charFormat().hasProperty(QTextFormat.Property.BackgroundBrush.value):
                start = fragment.position() - block.position()
                yield block, start, start + fragment.length()
            fragments += 1
        block = block.next()


def _lines(block: QTextBlock) -> Iterator[QTextLine]:
    layout = block.layout()
    return (layout.lineAt(number) for number in range(layout.lineCount()))


def _around(line: QTextLine, start: int, end: int, block: QTextBlock) -> QRectF:
    # Not past the margin, where the lines above and below begin.
    left = max(_x(line, start) - CHIP_OVERHANG, line.x())
    right = _x(line, end) + CHIP_OVERHANG
    # From the size of the letters, not of the line: a formula beside them makes that higher.
    size = block.charFormat().font().pixelSize() if block.charFormat().font().pixelSize() > 0 else line.ascent()
    height = min(size * 1.3, line.height())
    baseline = line.y() + line.ascent()
    return QRectF(left, baseline - height * 0.77, right - left, height)


def _x(line: QTextLine, position: int) -> float:
    # PySide6 returns the position too, which its signature does not say.
    at: object = line.cursorToX(position)
    return float(at[0] if isinstance(at, tuple) else at)  # type: ignore[arg-type]
