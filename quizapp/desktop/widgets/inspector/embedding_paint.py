"""Paints the rows of an embedding table: values as a strip of colours, norms as bars."""

from collections.abc import Callable
from math import isfinite

import numpy as np
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.fonts import code_font
from quizapp.desktop.icons import pixmap
from quizapp.desktop.widgets.inspector.embedding_items import GRADIENT, LOOKED_UP, NORM, ROW, VALUES, EmbeddingItems
from quizapp.desktop.widgets.inspector.embedding_model import Table
from quizapp.desktop.widgets.inspector.embedding_words import DIGITS
from quizapp.desktop.widgets.inspector.heat_model import (
    DIVERGING_ON_DARK,
    DIVERGING_ON_LIGHT,
    Reals,
    around_zero,
    colour_table,
    coloured,
    shrunk,
)
from quizapp.desktop.widgets.inspector.number_bar import paint_bar, paint_number, track_of
from quizapp.desktop.widgets.inspector.tree_style import STRIPE
from quizapp.judging.printing import number_text

SIGN = 15


class EmbeddingRows(QStyledItemDelegate):
    """Paints every cell; its model is an `EmbeddingItems`. All bars of a column have one scale."""

    def __init__(self, appearance: Appearance, items: EmbeddingItems, view: QTableView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._items = items
        self._view = view
        items.modelReset.connect(self._measure)
        appearance.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        table = self._items.table
        self._longest = _largest(table.norms if table else None, table.max_norm if table else None)
        self._steepest = _largest(table.gradient_norms if table else None, None)
        anchors = DIVERGING_ON_DARK if self._appearance.colours.dark else DIVERGING_ON_LIGHT
        self._inks = colour_table(anchors)
        self._scale = around_zero(np.zeros((1, 1)) if table is None or table.values is None else table.values)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        table = self._items.table
        if table is None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._colour("raised"))
        if index.column() == ROW and self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            painter.fillRect(QRect(rect.left(), rect.top(), STRIPE, rect.height()), self._colour("accent"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = self._items.row(index)
        paint = self._paints()[index.column()]
        paint(painter, rect.adjusted(4, 0, -8, 0), table, row)
        painter.restore()

    def _paints(self) -> dict[int, Callable[[QPainter, QRect, Table, int], None]]:
        return {
            ROW: self._row,
            VALUES: self._values,
            NORM: self._norm,
            GRADIENT: self._gradient,
            LOOKED_UP: self._looked_up,
        }

    def _colour(self, name: str) -> QColor:
        return self._appearance.colours.colour(name)

    def _words(self, painter: QPainter, rect: QRect, words: str, ink: str, font: QFont) -> QRect:
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(self._colour(ink))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        return rect.adjusted(metrics.horizontalAdvance(shown) + 8, 0, 0, 0)

    def _row(self, painter: QPainter, rect: QRect, table: Table, row: int) -> None:
        ink = "muted" if row == table.pad else "text"
        rect = self._words(painter, rect, str(row), ink, code_font(self._view.font()))
        if row == table.pad:
            self._badge(painter, rect, self._appearance.wording.say("pad"))

    def _badge(self, painter: QPainter, rect: QRect, word: str) -> None:
        metrics = QFontMetrics(self._view.font())
        place = QRectF(rect.left(), rect.center().y() - metrics.height() / 2, metrics.horizontalAdvance(word) + 12, 0)
        place.setHeight(metrics.height() + 1)
        painter.setPen(QPen(self._colour("border"), 1))
        painter.setBrush(self._colour("raised"))
        painter.drawRoundedRect(place, 4, 4)
        painter.setPen(self._colour("text"))
        painter.setFont(self._view.font())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, word)

    def _values(self, painter: QPainter, rect: QRect, table: Table, row: int) -> None:
        if table.values is None or not table.width:
            return
        strip = rect.adjusted(0, 5, -2, -5)
        shown = shrunk(table.values[row : row + 1], max(strip.width() // 3, 1), keep_extremes=True)
        pixels = coloured(shown, self._scale, self._inks)
        image = QImage(pixels.tobytes(), shown.shape[1], 1, 4 * shown.shape[1], QImage.Format.Format_RGBA8888)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(strip, image)
        painter.setPen(QPen(self._colour("outline"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(strip).adjusted(0.5, 0.5, -0.5, -0.5))

    def _norm(self, painter: QPainter, rect: QRect, table: Table, row: int) -> None:
        if table.norms is None:
            return
        self._bar(painter, rect, table.norms[row], self._longest, "outline")
        if table.max_norm is not None and self._longest > 0:
            track = track_of(rect)
            at = track.left() + track.width() * table.max_norm / self._longest
            painter.setPen(QPen(self._colour("warn"), 2))
            painter.drawLine(QPointF(at, track.top() - 3), QPointF(at, track.bottom()))

    def _gradient(self, painter: QPainter, rect: QRect, table: Table, row: int) -> None:
        if table.gradient_norms is None:
            return
        if table.gradient_norms[row] == 0:
            none = self._appearance.wording.say("none")
            self._words(painter, rect, none, "muted", self._view.font())
        else:
            self._bar(painter, rect, table.gradient_norms[row], self._steepest, "accent")

    def _bar(self, painter: QPainter, rect: QRect, norm: float, largest: float, ink: str) -> None:
        colour = self._colour("text" if isfinite(norm) else "bad")
        paint_number(painter, rect, number_text(float(norm), DIGITS), colour, self._view.font())
        if isfinite(norm) and norm > 0:
            paint_bar(painter, rect, float(norm / largest), self._colour(ink))

    def _looked_up(self, painter: QPainter, rect: QRect, table: Table, row: int) -> None:
        if table.looked_up is None or row not in table.looked_up:
            return
        sign = pixmap("check", self._appearance.colours.ok, SIGN, self._view.devicePixelRatioF())
        painter.drawPixmap(QPointF(rect.left(), rect.center().y() - SIGN / 2 + 1), sign)


def _largest(norms: Reals | None, other: float | None) -> float:
    finite = norms[np.isfinite(norms)] if norms is not None else np.empty(0)
    return max(float(finite.max(initial=0.0)), other or 0.0)
