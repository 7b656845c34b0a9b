"""A year of days as small squares, a column a week."""

from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.theme import SMALL
from quizapp.desktop.widgets.plots.figures import FULL, Squares
from quizapp.desktop.widgets.plots.inks import level_inks
from quizapp.desktop.widgets.plots.reading import STEPS, Reading

_DAYS = 7
_GAP = 3
_LARGEST = 15.0
_EDGE = 3
"""Room for the focus ring."""

_KEYS = {**STEPS, Qt.Key.Key_Left: -_DAYS, Qt.Key.Key_Right: _DAYS, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CalendarPlot(QWidget):
    """Shows `Squares`; left and right go from week to week, up and down from day to day."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._figure = Squares((), 0, {}, ("",) * _DAYS, "", "")
        self.reading = Reading(self, self._spot, self.update)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figure(self, figure: Squares, name: str, sentence: str) -> None:
        """Show these days; the sentence says what they say together."""
        self._figure = figure
        self.reading.begin(name, sentence, tuple(square.tip for square in figure.squares))
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for squares as large as they become."""
        return QSize(700, self._height(700))

    def minimumSizeHint(self) -> QSize:
        """Return a width at which the squares can still be told apart."""
        return QSize(420, self._height(420))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as squares of this size need."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # A height that follows the width reaches no layout through a scroll area.
        self.setFixedHeight(self._height(self.width()))

    def _height(self, width: int) -> int:
        """Return room for the months, seven squares and the legend."""
        return ceil(2 * _EDGE + 2 * self._metrics_height() + 12 + _DAYS * self._pitch(width))

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * SMALL)
        return font

    def _metrics_height(self) -> int:
        return self.fontMetrics().height()

    def _margin(self) -> float:
        """Return the width of the weekdays' names."""
        return max((self.fontMetrics().horizontalAdvance(name) for name in self._figure.rows), default=0) + 8 + _EDGE

    def _pitch(self, width: int) -> float:
        """Return the pixels from square to square."""
        return min(_LARGEST + _GAP, (width - self._margin() - _EDGE) / max(1, self._figure.columns))

    def square(self, column: int, row: int) -> QRectF:
        """Return where a day lies."""
        pitch = self._pitch(self.width())
        gap = _GAP if pitch > 9 else 1.5
        top = _EDGE + self._metrics_height() + 4
        return QRectF(self._margin() + column * pitch, top + row * pitch, pitch - gap, pitch - gap)

    def _spot(self, place: int) -> QPoint:
        square = self._figure.squares[place]
        return self.square(square.column, square.row).bottomRight().toPoint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the names of months and weekdays, the days, the legend, and the focus ring."""
        painter, colours = QPainter(self), self._appearance.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small_font())
        inks = level_inks(colours)
        for place, square in enumerate(self._figure.squares):
            is_read = place == self.reading.place
            painter.setPen(QPen(colours.colour("text"), 2) if is_read else Qt.PenStyle.NoPen)
            painter.setBrush(inks[square.level])
            painter.drawRoundedRect(self.square(square.column, square.row), 2.5, 2.5)
        painter.setPen(colours.colour("muted"))
        self._draw_names(painter)
        self._draw_legend(painter)
        if self.hasFocus():
            painter.setPen(QPen(colours.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _draw_names(self, painter: QPainter) -> None:
        line, end = self._metrics_height(), 0.0
        for column, name in sorted(self._figure.heads.items()):
            left = self.square(column, 0).left()
            width = painter.fontMetrics().horizontalAdvance(name)
            if left >= end and left + width <= self.width():
                painter.drawText(QRectF(left, _EDGE, width + 4, line), Qt.AlignmentFlag.AlignLeft, name)
                end = left + width + 8
        self._draw_weekdays(painter, line)

    def _draw_weekdays(self, painter: QPainter, line: int) -> None:
        end = 0.0
        for row, name in enumerate(self._figure.rows):
            square = self.square(0, row)
            beside = QRectF(_EDGE, square.center().y() - line / 2, square.left() - 8 - _EDGE, line)
            # Large letters beside small squares: every other name has to do.
            if name and beside.top() >= end:
                painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
                end = beside.bottom()

    def _draw_legend(self, painter: QPainter) -> None:
        colours, inks = self._appearance.colours, level_inks(self._appearance.colours)
        line, side = self._metrics_height(), self.square(0, 0).width()
        right = self.square(max(0, self._figure.columns - 1), 0).right()
        top, metrics = self.square(0, _DAYS).top() + 4, painter.fontMetrics()
        more, less = metrics.horizontalAdvance(self._figure.more), metrics.horizontalAdvance(self._figure.less)
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(right - more, top, more + 2, line), centre, self._figure.more)
        squares = right - more - 8 - (FULL + 1) * (side + _GAP)
        painter.drawText(QRectF(squares - less - 6, top, less + 2, line), centre, self._figure.less)
        painter.setPen(Qt.PenStyle.NoPen)
        for level, ink in enumerate(inks):
            painter.setBrush(ink)
            left = squares + level * (side + _GAP)
            painter.drawRoundedRect(QRectF(left, top + (line - side) / 2, side, side), 2.5, 2.5)
        painter.setPen(colours.colour("muted"))

    def _at(self, point: QPointF) -> int | None:
        half = _GAP / 2
        squares = (self.square(square.column, square.row) for square in self._figure.squares)
        around = (square.adjusted(-half, -half, half, half) for square in squares)
        return next((place for place, square in enumerate(around) if square.contains(point)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the day that is pointed at."""
        self.reading.read(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Read no day."""
        super().leaveEvent(event)
        self.reading.read(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day."""
        if not self.reading.read_by_key(event, _KEYS):
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Read no day."""
        super().focusOutEvent(event)
        self.reading.read(None)
