"""How often which numbers are in a tensor, as bars."""

from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.desktop.appearance import Appearance, blend
from quizapp.desktop.fonts import code_font
from quizapp.desktop.widgets.inspector.heat_map import SMALL
from quizapp.desktop.widgets.inspector.summary_model import Summary
from quizapp.judging.printing import number_text

HEIGHT = 84


class Histogram(QWidget):
    """Bars over the least and the greatest number; `looked_at` carries the bar under the mouse, or None."""

    looked_at = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._summary = Summary(0)
        self._spot: int | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_summary(self, summary: Summary) -> None:
        """Show the bars of a summary; none before it is whole."""
        self._summary, self._spot = summary, None
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the bars and a line of numbers."""
        return QSize(200, round(HEIGHT + 4 + QFontMetricsF(self._font()).height()))

    def minimumSizeHint(self) -> QSize:
        """Return the same height and a small width."""
        return QSize(80, self.sizeHint().height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Look at the bar under the mouse."""
        bars = len(self._summary.histogram)
        bar = int((event.position().x() - 2) / max(1, self.width() - 4) * bars)
        self._look_at(bar if 0 <= bar < bars else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Look at no bar."""
        super().leaveEvent(event)
        self._look_at(None)

    def paintEvent(self, event: Any) -> None:
        """Paint bars, their ground line, and zero."""
        painter, colours = QPainter(self), self._appearance.colours
        counts = self._summary.histogram
        wide, most = (self.width() - 4) / max(1, len(counts)), max(counts, default=0)
        ink = blend(colours.colour("base"), colours.colour("accent"), 0.75)
        for place, count in enumerate(counts):
            # A bar of few is seen too.
            high = max(1.5, count / most * (HEIGHT - 4)) if count else 0.0
            bar = QRectF(2 + place * wide, HEIGHT - high, max(1.0, wide - 1), high)
            painter.fillRect(bar, colours.colour("text") if place == self._spot else ink)
        painter.setPen(QPen(colours.colour("outline"), 1))
        painter.drawLine(2, HEIGHT, self.width() - 2, HEIGHT)
        if counts:
            self._paint_numbers(painter, colours.colour("muted"))
        painter.end()

    def _paint_numbers(self, painter: QPainter, ink: QColor) -> None:
        least, greatest = self._summary.least, self._summary.greatest
        painter.setFont(self._font())
        painter.setPen(ink)
        metrics = QFontMetricsF(painter.font())
        ends = number_text(least), number_text(greatest)
        line = QRectF(2, HEIGHT + 3, self.width() - 4, metrics.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, ends[0])
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, ends[1])
        if least < 0 < greatest:
            zero = 2 + (self.width() - 4) * -least / (greatest - least)
            room = metrics.horizontalAdvance("0")
            taken = [metrics.horizontalAdvance(end) + room for end in ends]
            if taken[0] < zero < self.width() - taken[1]:
                painter.drawText(
                    QRectF(zero - room, line.top(), 2 * room, line.height()), Qt.AlignmentFlag.AlignCenter, "0"
                )
                painter.setPen(QPen(ink, 1, Qt.PenStyle.DotLine))
                painter.drawLine(round(zero), 2, round(zero), HEIGHT)

    def _look_at(self, bar: int | None) -> None:
        if bar != self._spot:
            self._spot = bar
            self.update()
            self.looked_at.emit(bar)

    def _font(self) -> QFont:
        font = code_font(self.font())
        font.setPointSizeF(self.font().pointSizeF() * SMALL)
        return font
