"""Frames that pages are made of: the panel, and the column that keeps lines readable on a large screen."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

COLUMN_EMS = 63
"""Width of the column as a multiple of the font's size; wider lines are hard to read."""


MARGIN = 36
"""Logical pixels beside the column, at least."""


class Panel(QFrame):
    """A framed group on a page; add to `rows`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(24, 20, 24, 20)
        self.rows.setSpacing(10)


class Column(QScrollArea):
    """A page's content: scrolls when it is too high, and stays as wide as reads well; add to `rows`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground, content = QWidget(), QWidget()
        self._content = content
        content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sides = QHBoxLayout(ground)
        self._sides = sides
        sides.addStretch(1)
        # The stretches at the sides get only what the column may not take.
        sides.addWidget(content, 10_000)
        sides.addStretch(1)
        self.rows = QVBoxLayout(content)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(16)
        self.setWidget(ground)
        self.verticalScrollBar().rangeChanged.connect(self._hold_still)
        self._hold_still()
        self._fit_font()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_font()

    def _fit_font(self) -> None:
        self._content.setMaximumWidth(COLUMN_EMS * self.fontInfo().pixelSize())

    @Slot()
    def _hold_still(self) -> None:
        """Keep the column where it is when the scroll bar comes and goes."""
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._sides.setContentsMargins(MARGIN, 28, MARGIN - taken, 32)


def rule() -> QFrame:
    """Return a thin line between rows."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


def progress_bar() -> QProgressBar:
    """Return a slim bar without words; give it an accessible name that says what it shows."""
    bar = QProgressBar()
    bar.setTextVisible(False)
    return bar


def show_share(bar: QProgressBar, done: int, of: int) -> None:
    """Fill the bar to `done` of `of`; an empty whole is an empty bar."""
    # A range of 0 to 0 would make Qt show a bar that moves for ever.
    bar.setRange(0, max(of, 1))
    bar.setValue(done)
