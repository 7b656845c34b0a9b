"""A statistic as a picture of its own: title, sentence and plot, whatever the window shows of it."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.statistics.content import Content
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.plots.body import Body
from quizapp.desktop.widgets.plots.figures import Figure, Rows

WIDTH = 900
"""Logical pixels."""

SHARPNESS = 2.0
"""Pixels for each logical one: a picture is looked at on other screens, and printed."""


def picture_of(content: Content, appearance: Appearance) -> bytes:
    """Return the statistic as PNG, in the look in use."""
    sheet = _sheet(content, appearance)
    sheet.setFixedWidth(WIDTH)
    # Only what is drawn hears of its width, and a calendar's height follows from that.
    sheet.grab()
    sheet.resize(WIDTH, sheet.heightForWidth(WIDTH) if sheet.hasHeightForWidth() else sheet.sizeHint().height())
    pixmap = QPixmap(sheet.size() * SHARPNESS)
    pixmap.setDevicePixelRatio(SHARPNESS)
    pixmap.fill(appearance.colours.colour("base"))
    sheet.render(pixmap, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    sheet.deleteLater()
    return _as_png(pixmap)


def _sheet(content: Content, appearance: Appearance) -> QWidget:
    sheet = QWidget()
    rows = QVBoxLayout(sheet)
    rows.setContentsMargins(28, 24, 28, 24)
    rows.setSpacing(10)
    title, sentence = label("heading"), label(wraps=True)
    title.setText(content.title)
    sentence.setText(content.sentence)
    rows.addWidget(title)
    rows.addWidget(sentence)
    if content.figure is not None:
        body = Body(appearance)
        body.show_figure(_still(content.figure), content.title, content.sentence)
        rows.addWidget(body)
    return sheet


def _still(figure: Figure) -> Figure:
    """Return the figure without what can only be done on the screen."""
    if not isinstance(figure, Rows):
        return figure
    return figure.without_actions()


def _as_png(pixmap: QPixmap) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, "PNG")
    buffer.close()
    return bytes(data.data())
