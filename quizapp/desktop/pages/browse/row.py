"""Paints a row of the list on the Browse page."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from quizapp.desktop.appearance import Appearance, Colours, blend
from quizapp.desktop.icons import pixmap
from quizapp.desktop.pages.learn.model import Kind
from quizapp.desktop.theme import SMALL
from quizapp.search.snippets import Snippet
from quizapp.study.model import ItemState

SIDE_GAP, TOP_GAP, LINE_GAP, ICON = 14, 8, 2, 18
"""Logical pixels: beside and above the text, between lines, of the icon."""

TEXT_LEFT = SIDE_GAP + ICON + 11


@dataclass(frozen=True)
class RowSeen:
    """What stands in a row, in words.

    Attributes:
        due: when it comes back; "" where there is nothing to say.
        snippet: why it was found; None without a text that is looked for, or until it is known.
    """

    kind: Kind
    title: str
    lesson: str
    state: ItemState
    state_word: str
    due: str
    snippet: Snippet | None = None


class RowDelegate(QStyledItemDelegate):
    """Two lines for an item, and a third for the snippet where a text is looked for."""

    def __init__(self, appearance: Appearance, role: int, parent: QWidget) -> None:
        """Paint what the model gives for this role, a `RowSeen`, in the font of `parent`."""
        super().__init__(parent)
        self._appearance, self._role = appearance, role
        self._font = QFont()
        self.has_snippets = False
        self.take_font(parent.font())

    def take_font(self, font: QFont) -> None:
        """Write in this font from now on."""
        self._font = QFont(font)
        self._strong, self._small = QFont(font), QFont(font)
        self._strong.setWeight(QFont.Weight.DemiBold)
        self._small.setPointSizeF(font.pointSizeF() * SMALL)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of every row: they are all as high."""
        return QSize(200, self.row_height())

    def row_height(self) -> int:
        """Return how high a row is."""
        small = QFontMetrics(self._small).height() + LINE_GAP
        lines = QFontMetrics(self._strong).height() + small * (2 if self.has_snippets else 1)
        return lines + 2 * TOP_GAP

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row."""
        seen = index.data(self._role)
        if not isinstance(seen, RowSeen):
            return
        painter.save()
        self._paint_ground(painter, option.rect, option.state)
        self._paint_words(painter, option.rect, seen)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        colours, flag = self._appearance.colours, QStyle.StateFlag
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QRectF(rect).adjusted(3, 1, -3, -1)
        if state & flag.State_Selected:
            painter.setBrush(blend(colours.colour("base"), colours.colour("accent"), 0.18 if colours.dark else 0.14))
            painter.drawRoundedRect(ground, 7, 7)
        elif state & flag.State_MouseOver:
            painter.setBrush(colours.colour("raised"))
            painter.drawRoundedRect(ground, 7, 7)
        if state & flag.State_HasFocus:
            painter.setPen(QPen(colours.colour("accent"), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_words(self, painter: QPainter, rect: QRect, seen: RowSeen) -> None:
        colours = self._appearance.colours
        ratio = painter.device().devicePixelRatioF()
        high, low = QFontMetrics(self._strong).height(), QFontMetrics(self._small).height()
        left, top, right = rect.left() + TEXT_LEFT, rect.top() + TOP_GAP, rect.right() - SIDE_GAP
        sign = pixmap(seen.kind, colours.muted, ICON, ratio)
        painter.drawPixmap(QPoint(rect.left() + SIDE_GAP, top + (high - ICON) // 2), sign)
        line = QRect(left, top, right - left, high)
        end = self._paint_right(painter, line, seen.state_word, state_colour(seen.state, colours))
        self._paint_left(painter, line, end, seen.title, self._strong, colours.colour("text"))
        line = QRect(left, line.bottom() + 1 + LINE_GAP, right - left, low)
        end = self._paint_right(painter, line, seen.due, colours.colour("muted"))
        self._paint_left(painter, line, end, seen.lesson, self._small, colours.colour("muted"))
        if seen.snippet is not None:
            line = QRect(left, line.bottom() + 1 + LINE_GAP, right - left, low)
            self._paint_snippet(painter, line, seen.snippet)

    def _paint_right(self, painter: QPainter, line: QRect, text: str, colour: QColor) -> int:
        """Paint at the end of a line; return how much of it that takes."""
        if not text:
            return 0
        painter.setFont(self._small)
        painter.setPen(colour)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        return QFontMetrics(self._small).horizontalAdvance(text) + 12

    def _paint_left(self, painter: QPainter, line: QRect, taken: int, text: str, font: QFont, colour: QColor) -> None:
        room = line.adjusted(0, 0, -taken, 0)
        painter.setFont(font)
        painter.setPen(colour)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_snippet(self, painter: QPainter, line: QRect, snippet: Snippet) -> None:
        colours, metrics = self._appearance.colours, QFontMetrics(self._small)
        painter.setFont(self._small)
        painter.setClipRect(line)
        for number, text in enumerate(pieces_to_fit(snippet, metrics, line.width())):
            room = line.right() - line.left()
            if room <= 0:
                break
            # Every second piece is a hit.
            is_hit, width = number % 2 == 1, metrics.horizontalAdvance(text)
            if is_hit:
                ground = QRectF(line.left() - 1, line.top(), min(width, room) + 2, line.height())
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(hit_ground(colours))
                painter.drawRoundedRect(ground, 3, 3)
            painter.setPen(colours.colour("text" if is_hit else "muted"))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            line = line.adjusted(width, 0, 0, 0)
        painter.setClipping(False)


def pieces_to_fit(snippet: Snippet, metrics: QFontMetrics, width: int) -> list[str]:
    """Return a snippet in pieces, every second one a hit; its beginning is cut where the first would not be seen."""
    ends = [0, *(end for span in snippet.marks for end in span), len(snippet.text)]
    pieces = [snippet.text[start:end] for start, end in pairwise(ends)]
    if len(pieces) > 1 and metrics.horizontalAdvance(pieces[0] + pieces[1]) > width:
        pieces[0] = metrics.elidedText(pieces[0], Qt.TextElideMode.ElideLeft, width // 2)
    return pieces


def hit_ground(colours: Colours) -> QColor:
    """Return what stands behind a hit."""
    return blend(colours.colour("warn_ground"), colours.colour("warn"), 0.25 if colours.dark else 0.12)


def state_colour(state: ItemState, colours: Colours) -> QColor:
    """Return the colour of a state's word."""
    names = {ItemState.DUE: "accent", ItemState.REVIEW: "ok"}
    return colours.colour(names.get(state, "muted"))
