"""The Today page: what is waiting, and one button to start with it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.today.model import Awaited, Stage, Tally, TodayState, Wait
from quizapp.desktop.pages.today.panels import BegunPanel, FirstPanel, RestPanel, WorkPanel
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
        self._wait: Wait | None = None
        self._tally = Tally()
        self._title = label("title")
        self._work = WorkPanel()
        # Made when there is first something to show in them: most starts need none.
        self._first: FirstPanel | None = None
        self._rest: RestPanel | None = None
        self._begun: BegunPanel | None = None
        self._column = Column()
        self._build()
        self._work.start.clicked.connect(self.start_requested)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def _build(self) -> None:
        self._column.rows.addWidget(self._title)
        self._column.rows.addWidget(self._work)
        self._column.rows.addStretch()
        self._column.fill(self)

    def show_state(self, state: TodayState) -> None:
        """Show what is waiting now."""
        self._state = state
        self._retranslate()

    def show_rebuilt(self, share: float) -> None:
        """Say how far the schedule is made anew, 0 to 1, until there is a state."""
        self._wait = Wait(Awaited.SCHEDULE, share)
        self._retranslate()

    def show_read(self, share: float) -> None:
        """Say how far the packs are read, 0 to 1, until there is a state."""
        self._wait = Wait(Awaited.PACKS, share)
        self._retranslate()

    def show_tally(self, tally: Tally) -> None:
        """Say what the sitting just ended did; an empty tally takes that away."""
        self._tally = tally
        self._retranslate()

    @property
    def can_start(self) -> bool:
        """Whether something is waiting."""
        return self._state is not None and self._state.stage in (Stage.FIRST, Stage.READY)

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
        self._work.setVisible(state is None or state.stage in (Stage.FIRST, Stage.READY))
        self._work.show_state(state, appearance, self._wait)
        if state is not None:
            self._show_first(state)
            self._show_rest(state)
            self._show_begun(state)

    def _show_first(self, state: TodayState) -> None:
        shown = state.stage is Stage.FIRST
        if shown and self._first is None:
            self._first = FirstPanel()
            self._column.rows.insertWidget(2, self._first)
        if self._first is not None:
            self._first.show_words(self._appearance)
            self._first.setVisible(shown)

    def _show_rest(self, state: TodayState) -> None:
        shown = state.stage in (Stage.CLEAR, Stage.EMPTY) or self._tally.total > 0
        if shown and self._rest is None:
            self._rest = RestPanel()
            self._rest.learn.clicked.connect(self.learn_requested)
            self._column.rows.insertWidget(1, self._rest)
        if self._rest is not None:
            self._rest.show_state(state, self._tally, self._appearance)
            self._rest.setVisible(shown)

    def _show_begun(self, state: TodayState) -> None:
        if state.begun is not None and self._begun is None:
            self._begun = BegunPanel()
            self._begun.open.clicked.connect(self._open_begun)
            self._column.rows.insertWidget(self._column.rows.count() - 1, self._begun)
        if self._begun is not None:
            self._begun.setVisible(state.begun is not None)
            if state.begun is not None:
                self._begun.show_begun(state.begun, self._appearance)
