"""Measured values in a row with what they may be off by, and the level that is aimed at."""

from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from quizapp.desktop.appearance import Appearance, blend
from quizapp.desktop.widgets.plots.figures import Points
from quizapp.desktop.widgets.plots.plot import Plot

_RADIUS, _RADIUS_READ, _RADIUS_SMALL = 4.0, 6.0, 2.0
_ROOMY = 12.0
"""Pixels from point to point from which on each has its dot."""


class PointPlot(Plot):
    """Shows `Points`."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._figure = Points((), ((0.0, ""), (1.0, "")), 1.0, "")

    def show_figure(self, figure: Points, name: str, sentence: str) -> None:
        """Show these points; the sentence says what they say together."""
        self._figure = figure
        self.reading.begin(name, sentence, tuple(point.tip for point in figure.points))
        self.lay_out(tuple(point.tick for point in figure.points), figure.ticks)

    def top_of(self, place: int) -> float:
        """Return the value of a point."""
        return self._figure.points[place].value

    def draw(self, painter: QPainter, place: Any) -> None:
        """Draw the bounds as a band, the aim, and the points on their line."""
        points, colours = self._figure.points, self.appearance.colours
        self._draw_band(painter, place)
        self._draw_aim(painter, place)
        painter.setPen(QPen(colours.colour("accent"), 2))
        painter.drawPolyline(QPolygonF([place(number, point.value) for number, point in enumerate(points)]))
        is_roomy = place(1, 0).x() - place(0, 0).x() >= _ROOMY
        painter.setPen(QPen(colours.colour("base"), 1.5))
        painter.setBrush(colours.colour("accent"))
        for number, point in enumerate(points):
            is_read = number == self.reading.place
            radius = _RADIUS_READ if is_read else _RADIUS if is_roomy else _RADIUS_SMALL
            if is_roomy or is_read or len(points) == 1:
                painter.drawEllipse(place(number, point.value), radius, radius)

    def _draw_band(self, painter: QPainter, place: Any) -> None:
        points, colours = self._figure.points, self.appearance.colours
        ink = blend(colours.colour("base"), colours.colour("accent"), 0.18)
        bottom, top = self._figure.ticks[0][0], self._figure.ticks[-1][0]
        above = [place(number, min(point.high, top)) for number, point in enumerate(points)]
        below = [place(number, max(point.low, bottom)) for number, point in enumerate(points)]
        if len(points) == 1:
            painter.fillRect(QRectF(above[0] - QPointF(5, 0), below[0] + QPointF(5, 0)), ink)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPolygon(QPolygonF([*above, *reversed(below)]))

    def _draw_aim(self, painter: QPainter, place: Any) -> None:
        colours, last = self.appearance.colours, len(self._figure.points) - 0.5
        left, right = place(-0.5, self._figure.aim), place(last, self._figure.aim)
        painter.setPen(QPen(colours.colour("text"), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(left, right)
        painter.setFont(self._small_font())
        line = painter.fontMetrics().height()
        # Below the line: above it, the top may be near.
        words = QRectF(left.x() + 6, left.y() + 2, right.x() - left.x() - 12, line)
        painter.drawText(words, Qt.AlignmentFlag.AlignRight, self._figure.aim_words)
