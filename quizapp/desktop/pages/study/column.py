"""The column that a studied item stands in: a sheet that scrolls to what is new."""

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from quizapp.desktop.widgets.panel import Centred, Panel

COLUMN_EMS = 54
"""Width of the column, in sizes of the app's font: some 80 characters a line."""

ROOM = 28
"""Logical pixels above and below the sheet, and around what is scrolled to."""

SETTLING_MILLISECONDS = 250


class ReadingColumn(QScrollArea):
    """A sheet in the middle, as wide as reads well, that scrolls when it is too high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = _Sheet()
        self._content: QWidget | None = None
        self._part: QWidget | None = None
        # How high a part is becomes clear in several passes of the layouts; then the learner scrolls.
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLING_MILLISECONDS)
        self._settled.timeout.connect(self._forget_part)
        self.verticalScrollBar().rangeChanged.connect(self._scroll_to_part)
        self._ground = ground = QWidget()
        sides = QVBoxLayout(ground)
        sides.setContentsMargins(32, ROOM, 32, ROOM)
        sides.addWidget(Centred(self._sheet, ems=COLUMN_EMS))
        sides.addStretch()
        self.setWidget(ground)

    def set_content(self, content: QWidget) -> None:
        """Put another item on the sheet, and show it from its top."""
        if self._content is not None:
            self._sheet.lines.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._sheet.lines.insertWidget(0, content)
        self.verticalScrollBar().setValue(0)

    def add_below(self, widget: QWidget, *, fills: bool = False) -> None:
        """Put something under every item, as wide as it needs to be or as wide as the sheet."""
        if fills:
            self._sheet.lines.addWidget(widget)
        else:
            self._sheet.lines.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)

    def take_key(self, event: QKeyEvent) -> None:
        """Scroll by a key that was pressed elsewhere on the page."""
        self.keyPressEvent(event)

    def show_part(self, part: QWidget) -> None:
        """Scroll as little as shows this part of the content, from its top, once it is laid out."""
        self._part = part
        self._scroll_to_part()
        self._settled.start()

    @Slot()
    def _forget_part(self) -> None:
        self._part = None

    @Slot()
    def _scroll_to_part(self) -> None:
        if self._part is None or not isValid(self._part):
            return
        top = self._part.mapTo(self._ground, QPoint(0, 0)).y()
        lowest = top + self._part.height() + ROOM - self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setValue(max(bar.value(), min(lowest, top - ROOM)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let a short item fill most of the window."""
        super().resizeEvent(event)
        self._sheet.set_least_height(min(round(self.viewport().height() * 0.5), 360))


class _Sheet(Panel):
    """A panel that is at least so high: one of two lines looks lost. Add to `lines`."""

    def __init__(self) -> None:
        super().__init__()
        self.rows.setContentsMargins(40, 34, 40, 32)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(22)
        # A strut: a minimum height set on the widget would let it be squeezed to that.
        self._strut = QSpacerItem(0, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addLayout(self.lines, 1)
        beside.addItem(self._strut)
        self.rows.addLayout(beside)

    def set_least_height(self, least: int) -> None:
        """Be at least `least` logical pixels high, margins not counted."""
        if least != self._strut.minimumSize().height():
            self._strut.changeSize(0, least, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self.rows.invalidate()
