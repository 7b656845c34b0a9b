"""Bars beside each other, plain or stacked."""

from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from quizapp.desktop.appearance import Appearance, blend
from quizapp.desktop.widgets.plots.figures import Bar, Bars
from quizapp.desktop.widgets.plots.inks import part_inks
from quizapp.desktop.widgets.plots.plot import Plot

WIDEST = 46
"""Pixels of a bar at most: few bars on a wide page are no blocks."""

_SHARE = 0.78
_RADIUS = 3.0
_LOWEST = 2.0
"""Pixels of a bar that is not empty, however small it is beside the others."""


class BarPlot(Plot):
    """Shows `Bars`."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._bars: tuple[Bar, ...] = ()

    def show_figure(self, figure: Bars, name: str, sentence: str) -> None:
        """Show these bars; the sentence says what they say together."""
        self._bars = figure.bars
        self.reading.begin(name, sentence, tuple(bar.tip for bar in figure.bars))
        self.lay_out(tuple(bar.tick for bar in figure.bars), figure.ticks)

    def top_of(self, place: int) -> float:
        """Return the height of a bar."""
        return self._bars[place].height

    def draw(self, painter: QPainter, place: Any) -> None:
        """Draw the bars."""
        painter.setPen(Qt.PenStyle.NoPen)
        for number, bar in enumerate(self._bars):
            if bar.height > 0:
                self._draw_bar(painter, place, number, bar)

    def _draw_bar(self, painter: QPainter, place: Any, number: int, bar: Bar) -> None:
        left, right = place(number - _SHARE / 2, 0), place(number + _SHARE / 2, 0)
        middle, half = (left.x() + right.x()) / 2, min(right.x() - left.x(), WIDEST) / 2
        low, high = left.y(), min(place(number, bar.height).y(), left.y() - _LOWEST)
        painter.save()
        painter.setClipPath(_rounded_above(QRectF(QPointF(middle - half, high), QPointF(middle + half, low))))
        below = 0.0
        for part, ink in zip(bar.parts, self._inks(bar, is_read=number == self.reading.place), strict=False):
            end = high if below + part >= bar.height else place(number, below + part).y()
            start = place(number, below).y()
            # A line of ground between two parts tells them apart without their colours.
            gap = 1.0 if below and start - end > 3 else 0.0
            painter.fillRect(QRectF(QPointF(middle - half, end), QPointF(middle + half, start - gap)), ink)
            below += part
        painter.restore()

    def _inks(self, bar: Bar, *, is_read: bool) -> tuple[QColor, ...]:
        colours = self.appearance.colours
        inks = (colours.colour("warn"),) if bar.warns else part_inks(colours)
        return tuple(blend(ink, colours.colour("text"), 0.35) for ink in inks) if is_read else inks


def _rounded_above(bar: QRectF) -> QPainterPath:
    # Line by line: Qt's union of two shapes is empty for some sizes.
    radius = min(_RADIUS, bar.width() / 3, bar.height() / 2)
    path = QPainterPath(bar.bottomLeft())
    path.lineTo(bar.left(), bar.top() + radius)
    path.quadTo(bar.topLeft(), bar.topLeft() + QPointF(radius, 0))
    path.lineTo(bar.right() - radius, bar.top())
    path.quadTo(bar.topRight(), bar.topRight() + QPointF(0, radius))
    path.lineTo(bar.bottomRight())
    path.closeSubpath()
    return path
