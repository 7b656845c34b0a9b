"""The pictures that a text shows: files of its pack, and formulas. Nothing from anywhere else."""

from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from quizapp.markdown import PlacedFormula
from quizapp.markdown.formulas import MARGIN

LARGEST_FILE_BYTES = 20 << 20
LARGEST_SIDE = 8000
"""Pixels; what is larger is not shown."""


def find_picture(source: str, folder: Path | None, within: Path | None) -> Path | None:
    """Return the file that a text in `folder` means by `source`, or None if it may not or can't be shown.

    A path that leads out of `within`, the pack's folder, is refused, also where it does so through a link.
    """
    if folder is None or within is None or not source or source.startswith(("/", "\\")) or ":" in source:
        return None
    try:
        path = (folder / unquote(source)).resolve()
        inside = path.is_relative_to(within.resolve())
        return path if inside and path.is_file() and path.stat().st_size <= LARGEST_FILE_BYTES else None
    except (OSError, ValueError):
        return None


def picture_size(path: Path) -> tuple[float, float] | None:
    """Return width and height in logical pixels, or None if the file is no picture or far too large."""
    size = QSvgRenderer(str(path)).defaultSize() if _is_svg(path) else QImageReader(str(path)).size()
    if size.isEmpty() or max(size.width(), size.height()) > LARGEST_SIDE:
        return None
    return size.width(), size.height()


def load_picture(path: Path, width: float, ratio: float) -> QImage:
    """Return a picture `width` logical pixels wide, sharp at this device pixel ratio."""
    size = picture_size(path)
    if size is None:
        return QImage()
    target = QSize(round(width * ratio), round(width * ratio * size[1] / size[0]))
    image = _drawn(path, target) if _is_svg(path) else _scaled(path, target)
    image.setDevicePixelRatio(ratio)
    return image


def _is_svg(path: Path) -> bool:
    return path.suffix.lower() == ".svg"


def _drawn(path: Path, target: QSize) -> QImage:
    image = _transparent(target)
    painter = QPainter(image)
    QSvgRenderer(str(path)).render(painter, QRectF(image.rect()))
    painter.end()
    return image


def _scaled(path: Path, target: QSize) -> QImage:
    image = QImage(str(path))
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(target, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


@lru_cache(maxsize=512)
def formula_picture(placed: PlacedFormula, ratio: float) -> QImage:
    """Return a formula as a picture, sharp at this device pixel ratio."""
    image = _transparent(QSize(round(placed.width * ratio), round(placed.height * ratio)))
    image.setDevicePixelRatio(ratio)
    formula, margin = placed.formula, 2 * MARGIN
    width = (formula.width + margin) * placed.scale
    height = (formula.ascent + formula.descent + margin) * placed.scale
    painter = QPainter(image)
    QSvgRenderer(QByteArray(formula.svg)).render(painter, QRectF(0, placed.top, width, height))
    painter.end()
    return image


def _transparent(size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image
