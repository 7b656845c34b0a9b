"""A thin bar: how much of a whole trains."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from quizapp.desktop.appearance import Appearance


class ShareBar(QWidget):
    """A thin bar: how much of a whole trains."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._share = 0.0
        self.setFixedHeight(6)

    def show_share(self, part: int, whole: int) -> None:
        """Fill the bar to `part` of `whole`; an empty whole has no bar."""
        self._share = part / whole if whole else 0.0
        self.setVisible(whole > 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what trains in the accent colour over the rest."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(self._appearance.colours.colour("border"))
        painter.drawRoundedRect(whole, 3, 3)
        if self._share > 0:
            painter.setBrush(self._appearance.colours.colour("accent"))
            painter.drawRoundedRect(QRectF(0, 0, max(whole.width() * self._share, 4.0), whole.height()), 3, 3)
