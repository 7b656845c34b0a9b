"""The strip left of the code: line numbers, the current one brighter, and a mark where a problem is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from quizapp.desktop.widgets.editor.marks import stepped_ground
from quizapp.desktop.widgets.editor.problems import Level

if TYPE_CHECKING:
    from quizapp.desktop.widgets.editor.widget import CodeEditor


class Gutter(QWidget):
    """Paints beside the editor's viewport; the editor leaves room for it."""

    def __init__(self, editor: "CodeEditor") -> None:
        super().__init__(editor)
        self._editor = editor
        editor.updateRequest.connect(self._follow)

    def wanted_width(self) -> int:
        """Return the width in pixels for the numbers and the mark, with room for two digits at least."""
        digits = max(2, len(str(self._editor.blockCount())))
        return int(self._digit_width() * (digits + 2.6))

    def sizeHint(self) -> QSize:
        """Return the wanted width."""
        return QSize(self.wanted_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers of the lines that are seen."""
        colours = self._editor.colours
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._editor.ground))
        painter.setFont(self._editor.font())
        levels = self._editor.levels_by_line()
        stepped = self._editor.stepped_line
        current = self._editor.textCursor().blockNumber() + 1
        digit = self._digit_width()
        right = int(self.width() - digit)
        for block, top, height in self._editor.visible_blocks(event.rect()):
            line = block.blockNumber() + 1
            level = levels.get(line)
            if line == stepped:
                painter.fillRect(QRectF(0, top, self.width(), height), stepped_ground(colours))
                self._paint_arrow(painter, QRectF(digit * 0.45, top + height / 2 - digit * 0.5, digit * 0.8, digit))
            name = "bad" if level is Level.ERROR else "warn" if level else "text" if line == current else "muted"
            painter.setPen(colours.colour(name))
            place = QRect(0, int(top), right, int(height))
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(line))
            if level is not None and line != stepped:
                self._paint_mark(
                    painter, QRectF(digit * 0.45, top + height / 2 - digit * 0.35, digit * 0.7, digit * 0.7)
                )

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(painter.pen().color())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(place)

    def _paint_arrow(self, painter: QPainter, place: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._editor.colours.colour("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        middle = QPointF(place.right(), place.center().y())
        painter.drawPolygon(QPolygonF([place.topLeft(), middle, place.bottomLeft()]))

    def _digit_width(self) -> float:
        return QFontMetricsF(self._editor.font()).horizontalAdvance("9")

    @Slot(QRect, int)
    def _follow(self, rect: QRect, scrolled: int) -> None:
        if scrolled:
            self.scroll(0, scrolled)
        else:
            self.update(0, rect.y(), self.width(), rect.height())
