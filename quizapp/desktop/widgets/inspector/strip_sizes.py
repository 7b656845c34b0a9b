"""How large the parts of a strip of memory are, and the curves of its steps."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainterPath

from quizapp.desktop.widgets.inspector.numeral import Numeral
from quizapp.desktop.widgets.inspector.storage_model import Lane, Memory

WIDEST_CELL = 52
WIDEST_NAME = 84
MOST_ARCS = 3
"""Axes for which there is room at different heights; of more, the arcs lie close together."""


@dataclass(frozen=True)
class Sizes:
    """Where things are on the strip, in logical pixels; `top` are the upper edges of its rows."""

    gutter: float
    cell: float
    line: float
    arcs: float

    @property
    def places_top(self) -> float:
        """Of the numbers of the places."""
        return self.arcs

    @property
    def memory_top(self) -> float:
        """Of the memory itself."""
        return self.arcs + self.line

    def lane_top(self, lane: int) -> float:
        """Of a tensor's lane."""
        return self.memory_top + self.line + 10 + lane * (self.line + 7) + 5


def sizes_for(memory: Memory, numeral: Numeral, metrics: QFontMetricsF, width: float, *, with_steps: bool) -> Sizes:
    """Return the sizes with which as much of a memory as possible is legible in this width."""
    names = max(metrics.horizontalAdvance(lane.name) for lane in memory.lanes)
    letters = max(numeral.width, len(str(memory.length - 1)), *map(_label_letters, memory.lanes))
    letters_width = metrics.horizontalAdvance("0") * letters
    gutter = min(names, WIDEST_NAME) + 14
    share = max(1.0, width - gutter - 1) / max(1, memory.length)
    # Closer together where all of the memory is then to be seen.
    cell = min(max(WIDEST_CELL, letters_width), share) if share >= letters_width + 3 else letters_width + 8
    line = metrics.height()
    arcs = line * (0.5 + 0.9 * min(MOST_ARCS, _stepping_axes(memory.lanes[0]))) if with_steps else 6.0
    return Sizes(gutter, cell, line, arcs)


def arc(start: float, foot: float, end: float, top: float) -> QPainterPath:
    """Return a curve from one place over `top` down to another."""
    path, peak = QPainterPath(QPointF(start, foot)), foot - (foot - top) * 4 / 3
    path.cubicTo(QPointF(start, peak), QPointF(end, peak), QPointF(end, foot))
    return path


def way_out(start: float, foot: float, edge: float, top: float) -> QPainterPath:
    """Return a line that rises from a place and leaves at the edge, to a place that is not to be seen."""
    path = QPainterPath(QPointF(start, foot))
    bend = min(max(edge, start - 24), start + 24)
    path.quadTo(QPointF(start, top), QPointF(bend, top))
    path.lineTo(QPointF(edge, top))
    return path


def _label_letters(lane: Lane) -> int:
    return sum(len(str(max(0, size - 1))) for size in lane.seen.shape) + max(0, len(lane.seen.shape) - 1)


def _stepping_axes(lane: Lane) -> int:
    return sum(size > 1 for size in lane.seen.shape)
