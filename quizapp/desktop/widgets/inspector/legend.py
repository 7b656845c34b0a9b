"""The colours of a scale, with the numbers that they stand for."""

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.fonts import code_font
from quizapp.desktop.widgets.inspector.heat_map import SMALL
from quizapp.desktop.widgets.inspector.heat_model import Pixels, Scale
from quizapp.judging.printing import number_text

BAR = 10
WIDEST = 320


class Legend(QWidget):
    """A bar of colours over the numbers at its ends and in its middle."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._scale = Scale(0.0, 1.0)
        self._bar = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_scale(self, scale: Scale, table: Pixels) -> None:
        """Show a scale with its colours."""
        self._scale = scale
        self._bar = QImage(table.tobytes(), len(table), 1, 3 * len(table), QImage.Format.Format_RGB888).copy()
        low, high = number_text(scale.low), number_text(scale.high)
        self.setAccessibleName(self._appearance.wording.say("Colours from {low} to {high}", low=low, high=high))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the bar and a line."""
        return QSize(120, round(BAR + 4 + QFontMetricsF(self._font()).height()))

    def minimumSizeHint(self) -> QSize:
        """Return the same height and a small width."""
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: Any) -> None:
        """Paint the bar and the numbers beneath."""
        painter, colours = QPainter(self), self._appearance.colours
        bar = QRectF(2, 0.5, min(WIDEST, self.width() - 4), BAR)
        painter.drawImage(bar, self._bar)
        painter.setPen(QPen(colours.colour("outline"), 1))
        painter.drawRect(bar)
        painter.setFont(self._font())
        painter.setPen(colours.colour("muted"))
        words = QRectF(bar.left(), bar.bottom() + 2, bar.width(), self.height() - BAR - 2)
        scale = self._scale
        ends = [number_text(end) for end in (scale.low, (scale.low + scale.high) / 2, scale.high)]
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
        needed = sum(QFontMetricsF(painter.font()).horizontalAdvance(f"{end} ") for end in ends)
        for place, (end, side) in enumerate(zip(ends, sides, strict=True)):
            if place != 1 or needed <= bar.width():
                painter.drawText(words, side | Qt.AlignmentFlag.AlignTop, end)
        painter.end()

    def _font(self) -> QFont:
        font = code_font(self.font())
        font.setPointSizeF(self.font().pointSizeF() * SMALL)
        return font
