"""The right side of an exercise: the checks, or the inspector, which is made when it is first opened."""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.exercise import keys as exercise_keys
from quizapp.desktop.pages.exercise.inspected import Subjects
from quizapp.desktop.pages.exercise.verdict import VerdictPane
from quizapp.desktop.widgets.buttons import Segments

if TYPE_CHECKING:
    # pyqtgraph takes longer to import than the window to open.
    from quizapp.desktop.widgets.inspector.inspector import Inspector


class Tab(StrEnum):
    """What the right side shows."""

    CHECKS = "checks"
    INSPECTOR = "inspector"


class SidePane(QWidget):
    """Two tabs over one place.

    Signals:
        tab_changed: `tab` is the other one.

    Attributes:
        verdict: what the first tab shows.
    """

    tab_changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.tab = Tab.CHECKS
        self.verdict = VerdictPane(appearance)
        self._inspector: Inspector | None = None
        self._subjects: Subjects = ()
        self._tabs = Segments(tuple(Tab))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.verdict)
        self._tabs.choose(Tab.CHECKS)
        self._lay_out()
        self._tabs.chosen.connect(self._choose)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    @property
    def content(self) -> QWidget:
        """What is shown below the tabs: F6 goes there."""
        return self.verdict if self.tab is Tab.CHECKS else self._made_inspector()

    def show_subjects(self, subjects: Subjects) -> None:
        """Have other values to inspect; they are drawn as soon as somebody looks."""
        if subjects != self._subjects:
            self._subjects = subjects
            self._pass_on()

    def look_at(self, name: str) -> None:
        """Open the inspector at the value of this name, and at how it differs from what was expected."""
        self.open_tab(Tab.INSPECTOR)
        if self._inspector is not None:
            self._inspector.choose(name)
            self._inspector.show_difference()

    def open_tab(self, tab: Tab) -> None:
        """Show a tab."""
        if tab == self.tab:
            return
        self.tab = tab
        self._tabs.choose(tab)
        self._pages.setCurrentWidget(self.verdict if tab is Tab.CHECKS else self._made_inspector())
        self._pass_on()
        self.tab_changed.emit()

    @Slot()
    def turn_over(self) -> None:
        """Show the other tab, and give it the keyboard."""
        self.open_tab(Tab.CHECKS if self.tab is Tab.INSPECTOR else Tab.INSPECTOR)
        self.content.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_inspector(self) -> QWidget:
        from quizapp.desktop.widgets.inspector.inspector import Inspector

        if self._inspector is None:
            self._inspector = Inspector(self._appearance)
            self._inspector.setFocusProxy(self._inspector.names)
            self._pages.addWidget(self._inspector)
        return self._inspector

    def _pass_on(self) -> None:
        if self._inspector is not None and self.tab is Tab.INSPECTOR:
            self._inspector.show_subjects(self._subjects)

    @Slot(str)
    def _choose(self, key: str) -> None:
        self.open_tab(Tab(key))

    @Slot()
    def _retranslate(self) -> None:
        say = self._appearance.wording.say
        self._tabs.set_words({Tab.CHECKS: say("Checks"), Tab.INSPECTOR: say("Inspector")})
        self._tabs.setToolTip(say("Change between checks and inspector ({keys})", keys=exercise_keys.INSPECTOR[0]))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 4)
        head.addWidget(self._tabs)
        head.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self._pages, 1)
