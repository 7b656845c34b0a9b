"""A piece of memory as a strip of cells, with a lane beneath for each tensor that lies on it."""

from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.fonts import code_font
from quizapp.desktop.widgets.inspector.inks import axis_ground, axis_ink, row_ground, unknown_ink
from quizapp.desktop.widgets.inspector.numeral import Numeral, is_odd
from quizapp.desktop.widgets.inspector.storage_model import Lane, Memory, Step
from quizapp.desktop.widgets.inspector.strip_sizes import Sizes, arc, sizes_for, way_out

SMALL = 0.86
"""Of the app's font: the strip has much to show in little room."""

_MOST_BAR = (1 << 31) - 1
_STEP_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Strip(QAbstractScrollArea):
    """Shows one memory; `looked_at` carries the place under the mouse or chosen by the arrow keys."""

    looked_at = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._memory: Memory | None = None
        self._numeral = Numeral("whole")
        self._with_steps = True
        self._place: int | None = None
        self._steps: tuple[Step, ...] = ()
        self._sizes = Sizes(0, 1, 1, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    def show_memory(self, memory: Memory, numeral: Numeral, *, with_steps: bool = True) -> None:
        """Show a memory with its numbers written so, and with room for arcs or without."""
        self._memory, self._numeral, self._with_steps = memory, numeral, with_steps
        self._place, self._steps = None, ()
        self.measure()

    def light(self, place: int | None, steps: tuple[Step, ...] = (), *, follow: bool = True) -> None:
        """Light a place and, with arcs, those one step from it; `follow` scrolls there."""
        self._place, self._steps = place, steps
        if follow and place is not None:
            self._scroll_to([place, *(step.place for step in steps)])
        self.viewport().update()

    def visible_places(self) -> range:
        """Return the places that are to be seen."""
        return self._visible(self._memory) if self._memory is not None else range(0)

    def middle_of(self, place: int) -> float:
        """Return where a place is on the viewport, from its left."""
        return self._left(place) + self._sizes.cell / 2

    def measure(self) -> None:
        """Lay out anew, after a change of font, width or memory."""
        memory = self._memory
        if memory is None:
            return
        width = self.viewport().width()
        metrics = QFontMetricsF(self._font())
        self._sizes = sizes_for(memory, self._numeral, metrics, width, with_steps=self._with_steps)
        self._set_bar(max(1.0, width - self._sizes.gutter - 1))
        self.updateGeometry()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return the height of all lanes, and of the scroll bar if there is one."""
        lanes = len(self._memory.lanes) if self._memory is not None else 0
        bar = self.horizontalScrollBar().sizeHint().height() if self.horizontalScrollBar().maximum() > 0 else 0
        return QSize(240, round(self._sizes.lane_top(lanes) + bar + 2))

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: Any) -> None:
        """Fit the cells to the width."""
        super().resizeEvent(event)
        self.measure()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Look at the place under the mouse."""
        place = self._place_at(event.position().x())
        if place is not None and place != self._place:
            self.looked_at.emit(place)

    def leaveEvent(self, event: QEvent) -> None:
        """Look at no place."""
        super().leaveEvent(event)
        self.looked_at.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the place before or after by the arrow keys."""
        by = _STEP_KEYS.get(Qt.Key(event.key()))
        if by is None or self._memory is None or not self._memory.length:
            super().keyPressEvent(event)
            return
        place = min(max(0, (self._place or 0) + by), self._memory.length - 1)
        self._scroll_to([place])
        self.looked_at.emit(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard has gone."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: Any) -> None:
        """Paint the cells that are to be seen."""
        memory = self._memory
        if memory is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        self._paint_names(painter, memory)
        painter.setClipRect(QRectF(self._sizes.gutter - 1, 0, self.viewport().width(), self.viewport().height()))
        for place in self._visible(memory):
            self._paint_place(painter, memory, place)
        self._paint_steps(painter)
        if self.hasFocus():
            painter.setClipping(False)
            painter.setPen(QPen(self._appearance.colours.colour("accent"), 2))
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _font(self) -> QFont:
        font = code_font(self.font())
        font.setPointSizeF(self.font().pointSizeF() * SMALL)
        return font

    def _set_bar(self, room: float) -> None:
        assert self._memory is not None
        bar = self.horizontalScrollBar()
        fits = max(1, int(room / self._sizes.cell))
        bar.setRange(0, min(_MOST_BAR, max(0, self._memory.length - fits)))
        bar.setPageStep(fits)

    def _visible(self, memory: Memory) -> range:
        first = self.horizontalScrollBar().value()
        return range(first, min(memory.length, first + self.horizontalScrollBar().pageStep() + 2))

    def _place_at(self, x: float) -> int | None:
        if self._memory is None or x < self._sizes.gutter:
            return None
        place = self.horizontalScrollBar().value() + int((x - self._sizes.gutter) / self._sizes.cell)
        return place if place < self._memory.length else None

    def _left(self, place: int) -> float:
        return self._sizes.gutter + (place - self.horizontalScrollBar().value()) * self._sizes.cell

    def _scroll_to(self, places: list[int]) -> None:
        """Bring the first of these places into view, and with it as many as fit."""
        bar = self.horizontalScrollBar()
        fits = bar.pageStep()
        first, last = min(places), max(places)
        if last - first >= fits:
            first, last = places[0], places[0]
        if first < bar.value() or last >= bar.value() + fits:
            bar.setValue(min(bar.maximum(), max(0, (first + last + 1 - fits) // 2)))

    def _paint_names(self, painter: QPainter, memory: Memory) -> None:
        colours, sizes = self._appearance.colours, self._sizes
        painter.setPen(colours.colour("text"))
        metrics = QFontMetricsF(painter.font())
        for number, lane in enumerate(memory.lanes):
            box = QRectF(0, sizes.lane_top(number), sizes.gutter - 10, sizes.line + 4)
            name = metrics.elidedText(lane.name, Qt.TextElideMode.ElideMiddle, sizes.gutter - 10)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_place(self, painter: QPainter, memory: Memory, place: int) -> None:
        colours, sizes, left = self._appearance.colours, self._sizes, self._left(place)
        painter.setPen(colours.colour("muted"))
        head = QRectF(left, sizes.places_top, sizes.cell, sizes.line)
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, str(place))
        box = QRectF(left, sizes.memory_top, sizes.cell, sizes.line + 8)
        number = memory.number_at(place)
        self._paint_box(painter, box, place, "base")
        if number is None:
            painter.fillRect(box, QBrush(unknown_ink(colours), Qt.BrushStyle.BDiagPattern))
        else:
            ink = "bad" if is_odd(number) else "text"
            painter.setPen(colours.colour("on_accent" if place == self._place else ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._numeral.text(number))
        for row, lane in enumerate(memory.lanes):
            self._paint_lane(painter, lane, row, place)

    def _paint_box(self, painter: QPainter, box: QRectF, place: int, ground: str) -> None:
        colours = self._appearance.colours
        lit = self._lit(place)
        painter.fillRect(box, lit if lit is not None else colours.colour(ground))
        painter.setPen(QPen(colours.colour("outline"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)

    def _paint_lane(self, painter: QPainter, lane: Lane, row: int, place: int) -> None:
        colours, sizes = self._appearance.colours, self._sizes
        found = lane.indices_at(place, 1)
        if not found:
            return
        box = QRectF(self._left(place) + 0.5, sizes.lane_top(row), sizes.cell - 1, sizes.line + 4)
        lit = self._lit(place)
        of_row = found[0][-2] if len(found[0]) > 1 else 0
        painter.fillRect(box, lit if lit is not None else row_ground(colours, of_row))
        painter.setPen(colours.colour("on_accent" if place == self._place else "text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, lane.label_at(place))

    def _lit(self, place: int) -> QColor | None:
        colours = self._appearance.colours
        if place == self._place:
            return colours.colour("accent")
        for step in self._steps:
            if step.place == place:
                return axis_ground(colours, step.from_last)
        return None

    def _paint_steps(self, painter: QPainter) -> None:
        if self._place is None:
            return
        # The shorter the step, the lower its arc: they don't cross.
        ranked = sorted(self._steps, key=lambda step: abs(step.stride))
        labels = [self._paint_step(painter, self._place, step, height) for height, step in enumerate(ranked)]
        for words, middle, top, ink in labels:
            painter.setPen(ink)
            self._paint_label(painter, words, middle, top)

    def _paint_step(self, painter: QPainter, place: int, step: Step, height: int) -> tuple[str, float, float, QColor]:
        """Paint the arc of a step; return its label and where that belongs."""
        sizes = self._sizes
        ink, foot = axis_ink(self._appearance.colours, step.from_last), sizes.places_top
        start, end = (self.middle_of(at) for at in (place, step.place))
        top = max(sizes.line * 0.5, foot - sizes.line * (0.9 + 0.9 * height))
        if step.stride == 0:
            end, start = start + sizes.cell * 0.3, start - sizes.cell * 0.3
        right = self.viewport().width()
        beyond = end > right or end < sizes.gutter
        painter.setPen(QPen(ink, 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if beyond:
            edge = right if end > right else sizes.gutter
            painter.drawPath(way_out(start, foot, edge, top))
            return f"{step.stride:+d}", edge, top, ink
        painter.drawPath(arc(start, foot, end, top))
        self._paint_arrow(painter, QPointF(end, foot))
        return f"{step.stride:+d}", (start + end) / 2, top, ink

    def _paint_arrow(self, painter: QPainter, tip: QPointF) -> None:
        head = QPainterPath(tip)
        head.lineTo(tip + QPointF(-3.5, -6))
        head.lineTo(tip + QPointF(3.5, -6))
        head.closeSubpath()
        painter.fillPath(head, painter.pen().color())

    def _paint_label(self, painter: QPainter, words: str, middle: float, top: float) -> None:
        metrics = QFontMetricsF(painter.font())
        width, height = metrics.horizontalAdvance(words) + 6, self._sizes.line * 0.8
        left = min(max(middle - width / 2, self._sizes.gutter), self.viewport().width() - width)
        box = QRectF(left, top - height / 2, width, height)
        painter.fillRect(box, self._appearance.colours.colour("window"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
