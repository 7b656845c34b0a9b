"""A number over a thin bar: how it compares with the others of its column, without a column more."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

BAR_HEIGHT = 3
WIDTH = 54
"""Logical pixels of the longest bar."""


def paint_number(painter: QPainter, rect: QRect, words: str, ink: QColor, font: QFont) -> None:
    """Paint a number, or the word that stands for it, at the left of its cell."""
    painter.setFont(font)
    painter.setPen(ink)
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def track_of(rect: QRect) -> QRectF:
    """Return where the bar of the largest number lies in a cell."""
    return QRectF(rect.left(), rect.bottom() - BAR_HEIGHT, min(rect.width(), WIDTH), BAR_HEIGHT)


def paint_bar(painter: QPainter, rect: QRect, share: float, ink: QColor) -> None:
    """Paint the bar of a number that is `share` (0 to 1) of the largest; one above 0 is always to be seen."""
    track = track_of(rect)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    width = min(max(track.width() * share, 2.0), track.width())
    painter.drawRoundedRect(QRectF(track.left(), track.top(), width, BAR_HEIGHT), 1.5, 1.5)
