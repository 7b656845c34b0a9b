"""The rail at the left: one button for each section, and a quiet line at its foot."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import SIDE, pixmap
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.rail_foot import RailFoot

WIDTH = 204
"""Logical pixels, unless a name in large letters needs more."""

_SIDES = 10
"""Logical pixels beside the buttons."""


class Section(StrEnum):
    """What the rail leads to; the value is the icon's name too."""

    TODAY = "today"
    LEARN = "learn"
    BROWSE = "browse"
    QUIZ = "quiz"
    STATISTICS = "statistics"
    PACKS = "packs"
    SETTINGS = "settings"


class RailButton(Button):
    """Icon and name of a section; the chosen one has a ground and a mark at its left."""

    def __init__(self, section: Section, appearance: Appearance) -> None:
        super().__init__("quiet")
        self.section = section
        self._appearance = appearance
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """Return room for the icon and one line of text."""
        text = QFontMetrics(self._font(is_chosen=True))
        return QSize(64 + text.horizontalAdvance(self.text()), max(40, text.height() + 18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw everything here: a style sheet bends a one-sided border around its corners."""
        colours = self._appearance.colours
        chosen, ground = self.isChecked(), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.raised) if chosen or self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ground, 8, 8)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRectF(ground.left() + 3, ground.center().y() - 9, 3, 18), 1.5, 1.5)
        self._paint_name(painter, chosen)

    def _paint_name(self, painter: QPainter, chosen: bool) -> None:
        colours = self._appearance.colours
        drawn = pixmap(self.section, colours.accent if chosen else colours.muted, SIDE, self.devicePixelRatioF())
        painter.drawPixmap(16, (self.height() - SIDE) // 2, drawn)
        painter.setFont(self._font(is_chosen=chosen))
        painter.setPen(QColor(colours.text))
        painter.drawText(self.rect().adjusted(48, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, self.text())

    def _font(self, *, is_chosen: bool) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if is_chosen else QFont.Weight.Normal)
        return font


class Rail(QWidget):
    """Says which section is shown and lets the reader go to another."""

    chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._appearance = appearance
        self._group = QButtonGroup(self)
        self._buttons = {section: RailButton(section, appearance) for section in Section}
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDES, 14, _SIDES, 14)
        column.setSpacing(4)
        for button in self._buttons.values():
            self._group.addButton(button)
            column.addWidget(button)
        column.addStretch()
        self.foot = RailFoot()
        column.addWidget(self.foot)
        self._group.buttonClicked.connect(self._tell)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def show_section(self, section: Section) -> None:
        """Mark the section as the one shown, without a signal."""
        self._buttons[section].setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """Be as wide as the names need: what the rail takes, the page lacks."""
        needed = max(button.sizeHint().width() for button in self._buttons.values())
        self.setFixedWidth(max(WIDTH, needed + 2 * _SIDES))

    @Slot(QAbstractButton)
    def _tell(self, button: RailButton) -> None:
        self.chosen.emit(button.section)

    @Slot()
    def _retranslate(self) -> None:
        say = self._appearance.wording.say
        self.setAccessibleName(say("Sections"))
        self._buttons[Section.TODAY].setText(say("Today"))
        self._buttons[Section.LEARN].setText(say("Learn"))
        self._buttons[Section.BROWSE].setText(say("Browse"))
        self._buttons[Section.QUIZ].setText(say("Quiz"))
        self._buttons[Section.STATISTICS].setText(say("Statistics"))
        self._buttons[Section.PACKS].setText(say("Packs"))
        self._buttons[Section.SETTINGS].setText(say("Settings"))
        self._fit()
        for button in self._buttons.values():
            button.updateGeometry()
            button.update()
