"""The app's icons: small SVGs of one line width, drawn in whatever colour the look asks for."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from quizapp.shipped import shipped

SIDE = 20
"""Logical pixels of an icon beside text."""

GAP = 5
"""Logical pixels between an icon and the words after it."""

DEVICE_RATIOS = (1.0, 2.0)


def icon(name: str, colour: str, disabled: str | None = None, gap: int = 0) -> QIcon:
    """Return `assets/icons/<name>.svg` in a colour (#rrggbb), sharp on ordinary and on dense screens.

    Args:
        name: of the file, without its ending.
        colour: for the lines.
        disabled: the colour where the widget can't be used; None leaves that to the style.
        gap: empty pixels at its right, for a button with words: style sheets put the two too close together.

    Raises:
        FileNotFoundError: if there is no such icon.
    """
    made = QIcon()
    for ratio in DEVICE_RATIOS:
        made.addPixmap(pixmap(name, colour, ratio=ratio, gap=gap))
        if disabled:
            made.addPixmap(pixmap(name, disabled, ratio=ratio, gap=gap), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, colour: str, side: int = SIDE, ratio: float = 1.0, gap: int = 0) -> QPixmap:
    """Return an icon as a picture of `side` logical pixels, with empty ones at its right if asked."""
    return QPixmap.fromImage(_draw(name, colour, side, ratio, gap))


def dress(button: QAbstractButton, name: str, colour: str, disabled: str | None = None) -> None:
    """Put an icon before a button's words."""
    button.setIcon(icon(name, colour, disabled, gap=GAP))
    button.setIconSize(QSize(SIDE + GAP, SIDE))


# Images, not pixmaps: a cache outlives the application, and a pixmap must not.
@lru_cache(maxsize=256)
def _draw(name: str, colour: str, side: int, ratio: float, gap: int) -> QImage:
    drawing = shipped("assets", "icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    image = QImage(round((side + gap) * ratio), round(side * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, image.height(), image.height()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
