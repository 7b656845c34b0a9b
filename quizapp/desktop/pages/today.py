"""The Today page: what is waiting, and one button to start with it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.today_model import Stage, Tally, TodayState
from quizapp.desktop.pages.today_panels import BegunPanel, FirstPanel, RestPanel, WorkPanel
from quizapp.desktop.widgets.buttons import ENTER_KEYS
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Column


class TodayPage(QWidget):
    """Shows a `TodayState`; before there is one, the same page with places left open."""

    start_requested = Signal()
    open_requested = Signal(str)
    learn_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._state: TodayState | None = None
        self._tally = Tally()
        self._title = label("title")
        self._first, self._rest = FirstPanel(), RestPanel()
        self._work, self._begun = WorkPanel(), BegunPanel()
        self._build()
        self._first.start.clicked.connect(self.start_requested)
        self._work.start.clicked.connect(self.start_requested)
        self._rest.learn.clicked.connect(self.learn_requested)
        self._begun.open.clicked.connect(self._open_begun)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def _build(self) -> None:
        column = Column()
        column.rows.addWidget(self._title)
        for panel in (self._first, self._rest, self._work, self._begun):
            column.rows.addWidget(panel)
        column.rows.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(column)

    def show_state(self, state: TodayState) -> None:
        """Show what is waiting now."""
        self._state = state
        self._retranslate()

    def show_tally(self, tally: Tally) -> None:
        """Say what the sitting just ended did; an empty tally takes that away."""
        self._tally = tally
        self._retranslate()

    @property
    def can_start(self) -> bool:
        """Whether something is waiting."""
        return self._state is not None and self._state.stage in (Stage.FIRST, Stage.READY)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard, so that Space starts."""
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start on Space or Enter, where no button took the key."""
        if event.key() not in (Qt.Key.Key_Space, *ENTER_KEYS) or self._state is None:
            super().keyPressEvent(event)
        elif self.can_start:
            self.start_requested.emit()
        elif self._state.stage is Stage.CLEAR and self._state.has_more:
            self.learn_requested.emit()

    @Slot()
    def _open_begun(self) -> None:
        if self._state is not None and self._state.begun is not None:
            self.open_requested.emit(self._state.begun.item)

    @Slot()
    def _retranslate(self) -> None:
        state, appearance = self._state, self._appearance
        self._title.setText(appearance.wording.say("Today"))
        stage = state.stage if state is not None else Stage.READY
        self._first.setVisible(stage is Stage.FIRST)
        self._work.setVisible(stage is Stage.READY)
        resting = stage in (Stage.CLEAR, Stage.EMPTY)
        self._rest.setVisible(state is not None and (resting or self._tally.total > 0))
        self._begun.setVisible(state is not None and state.begun is not None)
        self._first.show_words(appearance)
        self._work.show_state(state, appearance)
        if state is not None:
            self._rest.show_state(state, self._tally, appearance)
            if state.begun is not None:
                self._begun.show_begun(state.begun, appearance)
