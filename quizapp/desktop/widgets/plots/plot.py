"""What all plots with axes have in common: their look, their labels, how they are pointed at."""

from math import inf
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPen, QWheelEvent

# After PySide6, whose binding pyqtgraph takes.
import pyqtgraph  # isort: skip

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.theme import SMALL
from quizapp.desktop.widgets.plots.figures import Tick, tick_stride
from quizapp.desktop.widgets.plots.reading import STEPS, Reading

LINES = 11
"""Height of a plot in lines of text."""

HEADROOM = 0.04
"""Of the height, that stays free above."""

_GAP = 10
"""Pixels between labels below the axis, at least."""

_BESIDE, _BELOW = 10, 9
"""Pixels beside the labels at the left, and around those below."""

_RIGHT = 20
"""Pixels at the right, for half of the last label."""


class Drawing(pyqtgraph.GraphicsObject):  # type: ignore[misc]
    """What a plot shows, drawn in pixels, so that edges are sharp and lines as thick at every size."""

    def __init__(self, plot: "Plot") -> None:
        super().__init__()
        self._plot = plot

    def boundingRect(self) -> QRectF:
        """Return all that the axes span."""
        return QRectF(self.viewRect())

    def paint(self, painter: QPainter, *_style: Any) -> None:
        """Draw the lines behind, then what the plot draws."""
        transform = painter.worldTransform()
        painter.save()
        painter.resetTransform()

        def place(x: float, y: float) -> QPointF:
            return transform.map(QPointF(x, y))

        span = self.viewRect()
        painter.setPen(QPen(self._plot.appearance.colours.colour("border"), 1))
        for height, _ in self._plot.ticks:
            left, right = place(span.left(), height), place(span.right(), height)
            painter.drawLine(left.toPoint(), right.toPoint())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._plot.draw(painter, place)
        painter.restore()


class Plot(pyqtgraph.PlotWidget):  # type: ignore[misc]
    """Places side by side, each with a number; the mouse and the arrow keys read them."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.appearance = appearance
        self.ticks: tuple[Tick, ...] = ()
        self._labels: tuple[str, ...] = ()
        self.reading = Reading(self, self._spot, self._redraw)
        self.setMenuEnabled(False)
        self.setMouseEnabled(False, False)
        self.hideButtons()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFrameShape(self.Shape.NoFrame)
        self.plotItem.setContentsMargins(0, 6, _RIGHT, 0)
        # What pyqtgraph adds at the edges would move bars away from their labels.
        self.plotItem.vb.setDefaultPadding(0)
        # Its own resizeEvent is too early: axes that are changed in it bring Qt down later.
        self.plotItem.vb.sigResized.connect(self._label_places)
        self._drawing = Drawing(self)
        self.addItem(self._drawing, ignoreBounds=True)

    def draw(self, painter: QPainter, place: Any) -> None:
        """Draw all places; `place(x, y)` says where in pixels a value lies."""
        raise NotImplementedError

    def top_of(self, place: int) -> float:
        """Return the value that is read at a place."""
        raise NotImplementedError

    def lay_out(self, labels: tuple[str, ...], ticks: tuple[Tick, ...]) -> None:
        """Set both axes: a label for each place, and the ticks at the left, which span the height."""
        self.ticks, self._labels = ticks, labels
        self._dress()
        low, high = ticks[0][0], ticks[-1][0]
        self.setYRange(low, high + (high - low) * HEADROOM, padding=0)
        left = self.getAxis("left")
        left.setTicks([list(ticks)])
        # pyqtgraph leaves out labels for which its own guess of the width is too small.
        left.setWidth(max(self.fontMetrics().horizontalAdvance(label) for _, label in ticks) + _BESIDE)
        # Nor does it leave Chinese letters all of their height.
        self.getAxis("bottom").setHeight(self.fontMetrics().height() + _BELOW)
        self._label_places()
        self._redraw()

    def _dress(self) -> None:
        colours, font = self.appearance.colours, self._small_font()
        self.setBackground(None)
        self._show_focus()
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            # pyqtgraph would write "hours (x0.001)".
            axis.enableAutoSIPrefix(False)
            axis.setStyle(tickLength=0, tickFont=font, tickTextOffset=5, hideOverlappingLabels=False)
            axis.setTextPen(colours.muted)
            axis.setPen(pyqtgraph.mkPen(colours.outline) if side == "bottom" else pyqtgraph.mkPen(None))
        self.setFixedHeight(self.fontMetrics().height() * LINES)

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * SMALL)
        return font

    @Slot()
    def _label_places(self) -> None:
        """Label as many places as there is room for, the first in any case."""
        metrics = self.fontMetrics()
        count, width = max(1, len(self._labels)), max(1.0, self.plotItem.vb.width())
        # pyqtgraph leaves a label out that would begin before the axis does.
        first = metrics.horizontalAdvance(self._labels[0]) if self._labels else 0
        # So many places more, that half of the label fits between the axis and the middle of the first place.
        beyond = max(0.0, (first * count - width) / max(1.0, 2 * width - first))
        self.setXRange(-0.5 - beyond, count - 0.5, padding=0)
        widest = max((metrics.horizontalAdvance(label) for label in self._labels), default=0) + _GAP
        stride = tick_stride(count, width * count / (count + beyond), widest)
        shown = [(place, self._labels[place]) for place in range(0, len(self._labels), stride) if self._labels[place]]
        self.getAxis("bottom").setTicks([shown])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, which scrolls."""
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read what is pointed at."""
        view = self.plotItem.vb
        at = view.mapSceneToView(self.mapToScene(event.position().toPoint()))
        is_inside = view.sceneBoundingRect().contains(event.position())
        nearest = round(at.x()) if is_inside and -inf < at.x() < inf else -1
        self.reading.read(nearest if 0 <= nearest < len(self._labels) else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Read nothing."""
        super().leaveEvent(event)
        self.reading.read(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read by the arrow keys."""
        if not self.reading.read_by_key(event, STEPS):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self._show_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away, and read nothing."""
        super().focusOutEvent(event)
        self._show_focus()
        self.reading.read(None)

    def _show_focus(self) -> None:
        ring = self.appearance.colours.accent if self.hasFocus() else "transparent"
        self.setStyleSheet(f"background: transparent; border: 2px solid {ring}; border-radius: 6px;")

    def _spot(self, place: int) -> QPoint:
        at = self.plotItem.vb.mapViewToScene(QPointF(place, self.top_of(place)))
        return QPoint(self.mapFromScene(at))

    def _redraw(self) -> None:
        self._drawing.update()
