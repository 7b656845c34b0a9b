"""A plane of numbers as a picture: each number a colour, and written too where there is room."""

from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.fonts import code_font
from quizapp.desktop.widgets.inspector.heat_model import Pixels, Reals, Scale, coloured, shrunk
from quizapp.desktop.widgets.inspector.inks import unknown_ink
from quizapp.desktop.widgets.inspector.numeral import Numeral
from quizapp.desktop.widgets.inspector.plane import Cell
from quizapp.judging.numbers import Array

SMALL = 0.82
WIDEST_CELL = 40.0
"""Logical pixels; the cells of a large plane become smaller than one."""

HIGHEST, SHORTEST = 230.0, 24.0
"""Of the picture as a whole."""

_ARROWS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class HeatMap(QWidget):
    """Shows a plane; `looked_at` carries the cell under the mouse or moved to by the arrow keys, or None."""

    looked_at = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._plane: Array | None = None
        self._numeral = Numeral("whole")
        self._image = QImage()
        self._has_gaps = False
        self._spot: Cell | None = None
        self._marked: Cell | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_plane(
        self,
        numbers: Array,
        reals: Reals,
        scale: Scale,
        table: Pixels,
        numeral: Numeral,
        *,
        keep_extremes: bool = False,
    ) -> None:
        """Show `numbers`, whose colours are those of `reals` on a scale."""
        self._plane, self._numeral, self._spot, self._marked = numbers, numeral.brief(), None, None
        pixels = coloured(shrunk(reals, keep_extremes=keep_extremes), scale, table)
        height, width = pixels.shape[:2]
        self._has_gaps = bool((pixels[..., 3] == 0).any())
        # Copied, because the bytes of the array go away.
        self._image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()
        self._fit()

    def mark(self, cell: Cell | None) -> None:
        """Mark a cell for good: the worst one."""
        self._marked = cell
        self.update()

    def point_at(self, cell: Cell | None) -> None:
        """Frame the cell that is looked at, here or on a map beside."""
        if cell != self._spot:
            self._spot = cell
            self.update()

    def sizeHint(self) -> QSize:
        """Return the width there is and the height that the plane then has."""
        return QSize(160, round(self._target().height()) + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the same height and a small width."""
        return QSize(60, self.sizeHint().height())

    def resizeEvent(self, event: Any) -> None:
        """Become as high as the plane is at this width."""
        super().resizeEvent(event)
        self._fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Look at the cell under the mouse."""
        cell = self._cell_at(event.position())
        if cell != self._spot:
            self.looked_at.emit(cell)

    def leaveEvent(self, event: QEvent) -> None:
        """Look at no cell."""
        super().leaveEvent(event)
        self.looked_at.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move to a neighbour by the arrow keys."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None or self._plane is None or not self._plane.size:
            super().keyPressEvent(event)
            return
        now = self._spot or self._marked or (0, 0)
        rows, columns = self._plane.shape
        moved = now if self._spot is None else (now[0] + step[0], now[1] + step[1])
        self.looked_at.emit((min(max(0, moved[0]), rows - 1), min(max(0, moved[1]), columns - 1)))

    def paintEvent(self, event: Any) -> None:
        """Paint the picture, its numbers where they fit, and what is marked."""
        if self._plane is None or not self._plane.size:
            return
        painter, target = QPainter(self), self._target()
        colours = self._appearance.colours
        painter.fillRect(target, colours.colour("base"))
        if self._has_gaps:
            painter.fillRect(target, QBrush(unknown_ink(colours), Qt.BrushStyle.BDiagPattern))
        painter.drawImage(target, self._image)
        self._paint_numbers(painter, target)
        painter.setPen(QPen(colours.colour("outline"), 1))
        painter.drawRect(target)
        for cell, wide in ((self._marked, 2.5), (self._spot, 1.5)):
            if cell is not None:
                self._paint_frame(painter, self._box(cell, target), wide)
        if self.hasFocus():
            painter.setPen(QPen(colours.colour("accent"), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_numbers(self, painter: QPainter, target: QRectF) -> None:
        assert self._plane is not None
        painter.setFont(self._font())
        metrics = QFontMetricsF(painter.font())
        rows, columns = self._plane.shape
        width = metrics.horizontalAdvance("0") * self._numeral.width + 3
        if target.width() / columns < width or target.height() / rows < metrics.height():
            return
        for row in range(rows):
            for column in range(columns):
                painter.setPen(self._ink_on(row, column))
                box = self._box((row, column), target)
                text = self._numeral.text(self._plane[row, column])
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _ink_on(self, row: int, column: int) -> QColor:
        """Return black or white, whichever is legible on the colour of a number."""
        ground = self._image.pixelColor(column, row)
        if ground.alpha() == 0:
            return self._appearance.colours.colour("text")
        return QColor("#000000" if _luminance(ground) > 0.18 else "#ffffff")

    def _paint_frame(self, painter: QPainter, box: QRectF, wide: float) -> None:
        """Frame a cell, or where it is too small a spot around it, so that it shows on light and dark."""
        room = max(0.0, (9 - min(box.width(), box.height())) / 2)
        frame = box.adjusted(-room, -room, room, room)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor("#ffffff"), wide + 2))
        painter.drawRect(frame)
        painter.setPen(QPen(QColor("#000000"), wide))
        painter.drawRect(frame)

    def _font(self) -> QFont:
        font = code_font(self.font())
        font.setPointSizeF(self.font().pointSizeF() * SMALL)
        return font

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def _target(self) -> QRectF:
        """Return where the picture is: cells are square where there is room for that."""
        if self._plane is None or not self._plane.size:
            return QRectF()
        rows, columns = self._plane.shape
        wide = min(WIDEST_CELL, (self.width() - 4) / columns)
        # No side of the picture becomes so short that nothing is seen of it.
        high = min(max(wide, SHORTEST / rows), HIGHEST / rows)
        wide = min(wide, max(high, SHORTEST / columns))
        return QRectF(2, 2, max(1.0, wide * columns), max(1.0, high * rows))

    def _box(self, cell: Cell, target: QRectF) -> QRectF:
        assert self._plane is not None
        rows, columns = self._plane.shape
        wide, high = target.width() / columns, target.height() / rows
        return QRectF(target.left() + cell[1] * wide, target.top() + cell[0] * high, wide, high)

    def _cell_at(self, where: QPointF) -> Cell | None:
        target = self._target()
        if self._plane is None or not target.contains(where) or not self._plane.size:
            return None
        rows, columns = self._plane.shape
        row = int((where.y() - target.top()) / target.height() * rows)
        column = int((where.x() - target.left()) / target.width() * columns)
        return min(row, rows - 1), min(column, columns - 1)


def _luminance(colour: QColor) -> float:
    """Return how light a colour is, 0 to 1, as WCAG counts contrast."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return float(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])
