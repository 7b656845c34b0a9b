"""A row that can be chosen: an option, a line of code. One look for all, painted from the palette of the look."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance, Colours, blend
from quizapp.desktop.icons import pixmap
from quizapp.desktop.widgets.labels import label
from quizapp.judging.marks import Mark

MARK_ICONS = {Mark.CHOSEN_RIGHT: "check", Mark.MISSED: "check", Mark.CHOSEN_WRONG: "cross"}
GOOD_MARKS = frozenset((Mark.CHOSEN_RIGHT, Mark.MISSED))

_LEFT_TO_PARENT = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class Row(QAbstractButton):
    """A checkable row with a sign on its left, content in `content`, and a verdict on its right once it has one."""

    radius = 10.0

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.mark = Mark.PLAIN
        self.is_settled = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._verdict_icon, self._verdict = QLabel(), label("strong")
        self.content = QVBoxLayout()
        self.content.setSpacing(0)
        self.sides = QHBoxLayout(self)
        self.sides.setSpacing(12)
        self.sides.addSpacing(self.sign_width() + 10)
        self.sides.addLayout(self.content, 1)
        self.sides.addWidget(self._verdict_icon)
        self.sides.addWidget(self._verdict)
        for part in (self._verdict_icon, self._verdict):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            part.hide()

    def sign_width(self) -> int:
        """Return the room that the sign needs, in logical pixels."""
        return 26

    def set_mark(self, mark: Mark, words: str) -> None:
        """Show how the row came out; it can't be chosen any more."""
        self.mark = mark
        self.is_settled = True
        # Not disabled: Qt would grey the signs that say what was right.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.restyle(words)

    def restyle(self, verdict: str = "") -> None:
        """Take colours and words again."""
        for part in (self._verdict_icon, self._verdict):
            part.setVisible(self.mark is not Mark.PLAIN)
        if self.mark is not Mark.PLAIN:
            colour = self._mark_colour()
            self._verdict.setText(verdict)
            self._verdict.setStyleSheet(f"color: {colour};")
            sign = pixmap(MARK_ICONS[self.mark], colour, 18, self.devicePixelRatioF())
            self._verdict_icon.setPixmap(sign)
            self.setAccessibleDescription(verdict)
        self.update()

    def _mark_colour(self) -> str:
        colours = self.appearance.colours
        return colours.ok if self.mark in GOOD_MARKS else colours.bad

    def sizeHint(self) -> QSize:
        """As large as the content."""
        return self.sides.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the input that the row stands in."""
        if event.key() in _LEFT_TO_PARENT:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be chosen."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the mouse is gone."""
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, outline and sign; the content paints itself."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.appearance.colours
        width = 2.0 if self.is_emphasised() else 1.0
        painter.setBrush(self._ground(colours))
        painter.setPen(QPen(self._outline(colours), width))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), self.radius, self.radius)
        self.paint_sign(painter, colours)
        painter.end()

    def is_emphasised(self) -> bool:
        """Whether the outline is to be strong."""
        return self.isChecked() or self.hasFocus() or self.mark is not Mark.PLAIN

    def _outline(self, colours: Colours) -> QColor:
        if self.mark is not Mark.PLAIN:
            return QColor(self._mark_colour())
        if self.isChecked() or self.hasFocus():
            return colours.colour("accent")
        return colours.colour("border" if self.is_settled else "outline")

    def _ground(self, colours: Colours) -> QColor:
        if self.mark is not Mark.PLAIN:
            return colours.colour("ok_ground" if self.mark in GOOD_MARKS else "bad_ground")
        if self.is_settled:
            return colours.colour("base")
        if self.isChecked():
            return blend(colours.colour("base"), colours.colour("accent"), 0.08)
        return blend(colours.colour("base"), colours.colour("text"), 0.03 if self.underMouse() else 0.0)

    def paint_sign(self, painter: QPainter, colours: Colours) -> None:
        """Paint what stands on the left."""

    def sign_rect(self) -> QRectF:
        """Return where the sign stands: level with the first line."""
        side = float(self.sign_width())
        top = self.sides.contentsMargins().top()
        return QRectF(self.sides.contentsMargins().left(), top + 2.0, side, side)


class OptionRow(Row):
    """An option: its letter in a circle (one may be chosen) or a square (several may)."""

    def __init__(self, letter: str, *, several: bool, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._letter = letter
        self._corner = 6.0 if several else self.sign_width() / 2
        self.sides.setContentsMargins(14, 9, 16, 9)
        # Room for the painted letter, which the layout does not know of; a minimum height would hide the text's own.
        self.sides.addStrut(self.sign_width() + 4)

    def paint_sign(self, painter: QPainter, colours: Colours) -> None:
        """Paint the letter, on the accent where the option is chosen."""
        chosen = self.isChecked()
        painter.setBrush(colours.colour("accent") if chosen else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.colour("accent" if chosen else "outline"), 1.5))
        rect = self.sign_rect().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(rect, self._corner, self._corner)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colours.colour("on_accent" if chosen else "muted"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._letter)


class LineRow(Row):
    """A line of code with its number."""

    radius = 6.0

    def __init__(self, number: int | None, code: QLabel, appearance: Appearance, parent: QWidget | None = None) -> None:
        """Make a row for a line; without a number it has a grip, for dragging."""
        self._number = number
        super().__init__(appearance, parent)
        self.sides.setContentsMargins(10, 5, 12, 5)
        code.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.content.addWidget(code)

    def _outline(self, colours: Colours) -> QColor:
        if self.is_emphasised() or self._number is None:
            return super()._outline(colours)
        return QColor(Qt.GlobalColor.transparent)

    def _ground(self, colours: Colours) -> QColor:
        ground = super()._ground(colours)
        if ground != colours.colour("base"):
            return ground
        return QColor(Qt.GlobalColor.transparent) if self._number is not None else colours.colour("code_ground")

    def paint_sign(self, painter: QPainter, colours: Colours) -> None:
        """Paint the number, or six dots to grip."""
        painter.setPen(colours.colour("muted"))
        place = QRectF(self.sides.contentsMargins().left(), 0, self.sign_width(), self.height())
        if self._number is not None:
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place.adjusted(0, 0, -4, 0), right, str(self._number))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("outline"))
        for across in (-3.0, 3.0):
            for down in (-6.0, 0.0, 6.0):
                painter.drawEllipse(place.center() + QPointF(across - 2, down), 1.5, 1.5)
