"""Frames that pages are made of: panel, pane, and the column that keeps lines readable on a large screen."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QFontInfo, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

COLUMN_EMS = 63
"""Width of the column as a multiple of the font's size; wider lines are hard to read."""

_SCROLLING_KEYS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_Down)

REST_MILLISECONDS = 100
"""From the moment at which something unfolds until the column has its new height."""

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


class Centred(QWidget):
    """Keeps what it holds in the middle and no wider than reads well: `ems` sizes of the app's font."""

    def __init__(self, content: QWidget, *, ems: int) -> None:
        super().__init__()
        self._content, self._ems = content, ems
        content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.sides = QHBoxLayout(self)
        self.sides.setContentsMargins(0, 0, 0, 0)
        self.sides.addStretch(1)
        # The stretches at the sides get only what the content may not take.
        self.sides.addWidget(content, 10_000)
        self.sides.addStretch(1)
        self._narrow()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the app's font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._narrow()

    def _narrow(self) -> None:
        self._content.setMaximumWidth(QFontInfo(self.font()).pixelSize() * self._ems)


class Pane(QScrollArea):
    """One side of a page, reached by the keyboard, that scrolls as a whole; `fill_with` says what is in it."""

    def fill_with(self, content: QWidget) -> None:
        """Show this, as wide as the pane; what can't be as narrow (large letters) scrolls sideways."""
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setObjectName("pane")


class Column(QScrollArea):
    """A page's content: scrolls when it is too high, and stays as wide as reads well; add to `rows`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        self._ground = Centred(content, ems=COLUMN_EMS)
        self.rows = QVBoxLayout(content)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(16)
        self.setWidget(self._ground)
        self._unfolded: QWidget | None = None
        self._held: tuple[QWidget, int] | None = None
        self._is_up = False
        # What has just grown gets its new height in a few steps, while texts wrap and the scroll bar comes.
        self._at_rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._at_rest.timeout.connect(self._forget_unfolded)
        self._at_rest.timeout.connect(self._let_go)
        self.verticalScrollBar().actionTriggered.connect(self._drop_held)
        self.verticalScrollBar().rangeChanged.connect(self._keep_held)
        self.verticalScrollBar().rangeChanged.connect(self._hold_still)
        self.verticalScrollBar().rangeChanged.connect(self._follow_unfolded)
        self._hold_still()

    def fill(self, page: QWidget) -> None:
        """Be all that is on a page."""
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self)
        page.installEventFilter(self)

    def follow(self, unfolded: QWidget) -> None:
        """Scroll to something that has just grown, if its end is out of sight: its beginning comes to the top."""
        self._unfolded, self._held, self._is_up = unfolded, None, False
        self._at_rest.start()
        self._follow_unfolded()

    def hold(self, kept: QWidget) -> None:
        """Keep something where it is in the view while what is above it grows or goes, unless somebody scrolls."""
        if self._unfolded is not None:
            return
        if self._held is None or not isValid(self._held[0]):
            self._held = kept, self._top_of(kept) - self.verticalScrollBar().value()
        self._at_rest.start()

    def bring_up(self, wanted: QWidget) -> None:
        """Bring something to the top of the view, and keep it there until somebody scrolls or something unfolds."""
        self._unfolded, self._held, self._is_up = None, (wanted, self.rows.spacing()), True
        self._keep_held()

    @Slot()
    def _keep_held(self) -> None:
        if self._held is not None and isValid(self._held[0]):
            self.verticalScrollBar().setValue(self._top_of(self._held[0]) - self._held[1])

    @Slot()
    def _let_go(self) -> None:
        self._keep_held()
        if not self._is_up:
            self._drop_held()

    @Slot()
    def _drop_held(self) -> None:
        self._held, self._is_up = None, False

    def _top_of(self, inside: QWidget) -> int:
        return inside.mapTo(self._ground, QPoint(0, 0)).y()

    @Slot()
    def _forget_unfolded(self) -> None:
        self._follow_unfolded()
        self._unfolded = None

    @Slot()
    def _follow_unfolded(self) -> None:
        if self._unfolded is None or not isValid(self._unfolded):
            return
        top = self._top_of(self._unfolded)
        bar = self.verticalScrollBar()
        if top + self._unfolded.height() > bar.value() + self.viewport().height():
            bar.setValue(top - self.rows.spacing())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll by the keys that nothing else on the page took."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _SCROLLING_KEYS:
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _hold_still(self) -> None:
        """Keep the column where it is when the scroll bar comes and goes."""
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._ground.sides.setContentsMargins(MARGIN, 28, MARGIN - taken, 32)


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
