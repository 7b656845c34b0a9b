"""Paints the rows of a module's tree: locks, badges, bars of gradients, dots of tied parameters."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.fonts import code_font
from quizapp.desktop.icons import pixmap
from quizapp.desktop.theme import SMALL
from quizapp.desktop.widgets.inspector.module_items import GRADIENT, MOVED, NAME, SHAPE, ModuleItems, Remark
from quizapp.desktop.widgets.inspector.module_parts import FlowState, Part, PartKind
from quizapp.desktop.widgets.inspector.module_words import mode_word, settings_text, training_word
from quizapp.desktop.widgets.inspector.number_bar import paint_bar, paint_number
from quizapp.desktop.widgets.inspector.tied_colours import tied_colour

SIGN = 15
GAP = 6
DOT = 8


class ModuleRows(QStyledItemDelegate):
    """Paints every cell of the tree; its model is a `ModuleItems`."""

    def __init__(self, appearance: Appearance, items: ModuleItems, tree: QTreeView) -> None:
        super().__init__(tree)
        self._appearance = appearance
        self._items = items
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row, the same for all."""
        return QSize(40, QFontMetrics(self._tree.font()).height() + 9)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setClipRect(rect)
        self._ground(painter, rect, state, index)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = rect.adjusted(2, 0, -6, 0)
        part = self._items.part(index)
        if self._items.remark(index):
            self._remark_row(painter, inner, self._items.remark(index), str(index.data()))
        elif index.column() == NAME:
            self._name(painter, inner, part, index)
        elif index.column() == SHAPE:
            self._plain(painter, inner, str(index.data()), self._ink(part), code_font(small(self._tree.font())))
        elif index.column() == GRADIENT:
            self._gradient(painter, inner, part, str(index.data() or ""))
        elif index.column() == MOVED:
            self._moved(painter, inner, part)
        painter.restore()

    def _colour(self, name: str) -> QColor:
        return self._appearance.colours.colour(name)

    def _code(self) -> QFont:
        return code_font(self._tree.font())

    def _ink(self, part: Part) -> QColor:
        frozen = part.kind is PartKind.PARAMETER and part.tensor is not None and not part.tensor.requires_grad
        quiet = frozen or part.kind is PartKind.BUFFER or part.is_frozen or part.is_missing
        return self._colour("muted" if quiet else "text")

    def _ground(
        self,
        painter: QPainter,
        rect: QRect,
        state: QStyle.StateFlag,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._colour("raised"))
        elif self._items.part(index).is_flagged and self._items.remark(index) is not Remark.DIFFERENCE:
            painter.fillRect(rect, self._colour("warn_ground"))

    def _remark_row(self, painter: QPainter, rect: QRect, remark: Remark, words: str) -> None:
        below_name = rect.adjusted(SIGN + GAP - 2, 0, 0, 0)
        ink = self._colour("warn" if remark is Remark.WARNING else "bad")
        self._plain(painter, below_name, words, ink, self._tree.font())

    def _name(self, painter: QPainter, rect: QRect, part: Part, index: QModelIndex | QPersistentModelIndex) -> None:
        rect = self._mark(painter, rect, part)
        if part.kind is PartKind.MODULE:
            for word, mood in self._badges(part):
                rect = self._badge(painter, rect, word, mood)
        font = self._code()
        font.setBold(part.kind is PartKind.MODULE)
        middle = Qt.TextElideMode.ElideMiddle
        rect = self._plain(painter, rect, part.label, self._ink(part), font, middle)
        if part.tie is not None:
            rect = self._dot(painter, rect, part.tie.number)
        if part.kind is PartKind.MODULE:
            rect = self._plain(painter, rect, part.type_name, self._ink(part), self._tree.font())
            self._plain(painter, rect, self._remark(part), self._colour("muted"), small(self._tree.font()))
        else:
            self._plain(painter, rect, self._items.note(index), self._colour("muted"), small(self._tree.font()))

    def _remark(self, part: Part) -> str:
        if part.same_as:
            return self._appearance.wording.say("same module as {name}", name=part.same_as)
        return settings_text(part)

    def _badges(self, part: Part) -> list[tuple[str, str]]:
        """Return the badges of a module from the right, with the colour of their words."""
        wording = self._appearance.wording
        found = []
        trains = training_word(part, wording)
        if trains and not part.is_missing:
            found.append((trains, "muted"))
        if part.changes_mode and part.training is not None:
            found.append((mode_word(part.training, wording), "accent"))
        return found

    def _mark(self, painter: QPainter, rect: QRect, part: Part) -> QRect:
        """Paint the sign before a name; its place stays empty where there is nothing to tell."""
        if part.is_flagged:
            return self._sign(painter, rect, "warning", "warn")
        colour = "bad" if part.differences else "muted"
        if part.is_frozen or (part.kind is PartKind.PARAMETER and part.trainable == 0 and not part.is_missing):
            return self._sign(painter, rect, "lock", colour)
        if part.differences:
            return self._sign(painter, rect, "cross", colour)
        return rect.adjusted(SIGN + GAP - 2, 0, 0, 0) if part.kind is not PartKind.MODULE else rect

    def _sign(self, painter: QPainter, rect: QRect, name: str, colour: str) -> QRect:
        ratio = self._tree.devicePixelRatioF()
        sign = pixmap(name, getattr(self._appearance.colours, colour), SIGN, ratio)
        painter.drawPixmap(QPointF(rect.left(), rect.center().y() - SIGN / 2 + 1), sign)
        return rect.adjusted(SIGN + GAP - 2, 0, 0, 0)

    def _plain(
        self,
        painter: QPainter,
        rect: QRect,
        words: str,
        ink: QColor,
        font: QFont,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> QRect:
        """Paint words, cut where the cell ends, and return what is left of it."""
        if not words or rect.width() < 8:
            return rect
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(words, elide, rect.width())
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        return rect.adjusted(metrics.horizontalAdvance(shown) + GAP + 1, 0, 0, 0)

    def _badge(self, painter: QPainter, rect: QRect, word: str, ink: str) -> QRect:
        font = small(self._tree.font())
        width = QFontMetrics(font).horizontalAdvance(word) + 14
        height = QFontMetrics(font).height() + 1
        place = QRectF(rect.right() - width, rect.center().y() - height / 2 + 0.5, width, height)
        painter.setPen(QPen(self._colour("border"), 1))
        painter.setBrush(self._colour("raised"))
        painter.drawRoundedRect(place, 4, 4)
        painter.setPen(self._colour(ink))
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, word)
        return rect.adjusted(0, 0, -(width + GAP), 0)

    def _dot(self, painter: QPainter, rect: QRect, number: int) -> QRect:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tied_colour(number, dark=self._appearance.colours.dark)))
        painter.drawEllipse(QRectF(rect.left(), rect.center().y() - DOT / 2 + 1, DOT, DOT))
        return rect.adjusted(DOT + GAP, 0, 0, 0)

    def _gradient(self, painter: QPainter, rect: QRect, part: Part, words: str) -> None:
        """Paint the norm over its bar, which is on the scale of the whole tree."""
        if part.flow is None or self._items.tree is None:
            self._plain(painter, rect, words, self._colour("muted"), small(self._tree.font()))
            return
        state = part.flow.state
        ink = {FlowState.NUMBER: "text", FlowState.NOT_FINITE: "bad", FlowState.ZERO: "warn"}.get(state, "muted")
        if state is FlowState.ABSENT and part.trainable:
            # It waits for a gradient that did not come; one that is frozen does not.
            ink = "warn"
        paint_number(painter, rect, words, self._colour(ink), self._tree.font())
        if state is FlowState.NUMBER:
            paint_bar(painter, rect, part.flow.norm / self._items.tree.largest, self._colour("accent"))

    def _moved(self, painter: QPainter, rect: QRect, part: Part) -> None:
        if part.tensor is None or part.tensor.moved is None:
            return
        if part.tensor.moved:
            self._sign(painter, rect, "check", "ok")
        else:
            self._sign(painter, rect, "minus", "muted")


def small(font: QFont) -> QFont:
    """Return the font for what stands beside a name."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * SMALL)
    return made
