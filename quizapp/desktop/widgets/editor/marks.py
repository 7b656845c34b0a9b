"""How problems, the current line and brackets are shown: squiggles and grounds, and a pill with words at line ends."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextBlock, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit

from quizapp.desktop.appearance import Colours, blend
from quizapp.desktop.widgets.editor.problems import Level, Problem
from quizapp.desktop.widgets.editor.units import to_units

STEPPED_SHARE = 0.14
"""Of the accent in the ground of the line that has just run."""

_KEEP = QTextCursor.MoveMode.KeepAnchor
_NAMES = {Level.ERROR: ("bad", "bad_ground"), Level.WARNING: ("warn", "warn_ground")}


def current_line(cursor: QTextCursor, colours: Colours) -> QTextEdit.ExtraSelection:
    """Return the ground of the line that the cursor is in."""
    mark = QTextEdit.ExtraSelection()
    mark.format.setBackground(colours.colour("raised"))
    mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
    mark.cursor = QTextCursor(cursor)
    mark.cursor.clearSelection()
    return mark


def stepped_line(block: QTextBlock, colours: Colours) -> QTextEdit.ExtraSelection:
    """Return the ground of the line that has just run."""
    mark = QTextEdit.ExtraSelection()
    mark.format.setBackground(stepped_ground(colours))
    mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
    mark.cursor = QTextCursor(block)
    return mark


def stepped_ground(colours: Colours) -> QColor:
    """Return the colour behind the line that has just run: code and notes can still be read on it."""
    return blend(colours.colour("editor_ground"), colours.colour("accent"), STEPPED_SHARE)


def bracket_marks(
    cursor: QTextCursor, positions: Iterable[int], colours: Colours
) -> Iterator[QTextEdit.ExtraSelection]:
    """Yield the ground of each bracket; a lone one is marked as wrong."""
    places = tuple(positions)
    for position in places:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(cursor)
        mark.cursor.setPosition(position)
        mark.cursor.setPosition(position + 1, _KEEP)
        alone = len(places) == 1
        mark.format.setBackground(colours.colour("bad_ground" if alone else "accent"))
        mark.format.setForeground(colours.colour("bad" if alone else "on_accent"))
        yield mark


def squiggle(block: QTextBlock, problem: Problem, colours: Colours, tip: str) -> QTextEdit.ExtraSelection:
    """Return the wavy line under a problem; past the line's end it stands under the last character."""
    text = block.text()
    last = max(block.length() - 1, 0)
    start = min(to_units(text, problem.column), max(last - 1, 0))
    end = min(max(to_units(text, problem.end_column), start + 1), last)
    mark = QTextEdit.ExtraSelection()
    mark.cursor = QTextCursor(block)
    mark.cursor.setPosition(block.position() + start)
    mark.cursor.setPosition(block.position() + end, _KEEP)
    mark.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    mark.format.setUnderlineColor(colours.colour(_NAMES[problem.level][0]))
    mark.format.setToolTip(tip)
    return mark


def pill_rect(block: QTextBlock, left: float, top: float, height: float, text: str, font: QFont) -> QRectF:
    """Return where the pill of a line goes: two spaces after its text."""
    own, small = QFontMetricsF(font), QFontMetricsF(pill_font(font))
    line = block.layout().lineAt(max(block.layout().lineCount() - 1, 0))
    x = left + (line.naturalTextWidth() if line.isValid() else 0) + 2 * own.horizontalAdvance(" ")
    return QRectF(x, top + 1, small.horizontalAdvance(text) + small.height() * 0.9, height - 2)


def pill_font(font: QFont) -> QFont:
    """Return the code's font, somewhat smaller."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.88)
    return small


def paint_pill(painter: QPainter, place: QRectF, text: str, font: QFont, level: Level, colours: Colours) -> None:
    """Paint words on a rounded ground."""
    ink, ground = _NAMES[level]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.colour(ground))
    painter.drawRoundedRect(place, 5, 5)
    painter.setFont(pill_font(font))
    painter.setPen(colours.colour(ink))
    room = place.width() - 0.7 * QFontMetricsF(painter.font()).height()
    elided = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, elided)
