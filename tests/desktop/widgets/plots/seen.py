"""Plots as they are seen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot


def show(qtbot: QtBot, plot: QWidget, width: int = 700) -> QWidget:
    """Show a plot in the size that it wants; return the window that it lives in."""
    # pyqtgraph takes a plot apart that is closed by itself, as none in the app is.
    window = QWidget()
    whole = QVBoxLayout(window)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(plot)
    qtbot.addWidget(window)
    window.resize(width, plot.sizeHint().height())
    with qtbot.waitExposed(window):
        window.show()
    # A ring around the plot would be counted with its colours.
    plot.clearFocus()
    return window


def picture_of(plot: QWidget) -> QImage:
    """Return the plot on white."""
    picture = QImage(plot.size(), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.drawPixmap(0, 0, plot.grab())
    painter.end()
    return picture


def column(picture: QImage, x: int) -> list[str]:
    """Return the colours of a column of pixels, #rrggbb, from above."""
    return [picture.pixelColor(x, y).name() for y in range(picture.height())]
