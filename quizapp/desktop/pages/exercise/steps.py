"""The row below the editor that goes through the code's run step by step."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import icon
from quizapp.desktop.pages.exercise import keys as exercise_keys
from quizapp.desktop.pages.exercise.live_model import Hindrance, LiveState
from quizapp.desktop.pages.exercise.live_words import step_note, steps_words
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import ElidedLabel, label
from quizapp.wording.line_notes import trace_note


class StepRow(QWidget):
    """A slider over the steps of a trace, its last place the whole run. Hidden until there is something to go through.

    Once it is there it stays: what comes and goes while one types would move the code.

    Signals:
        wanted: the learner wants to see the run after so many steps; past the last, all of it.
    """

    wanted = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._state: LiveState | None = None
        self.back, self.on = Button("quiet", compact=True), Button("quiet", compact=True)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.what, self.place = ElidedLabel("small"), label("small")
        self.slider.setPageStep(5)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 0)
        row.setSpacing(4)
        row.addWidget(self.what)
        row.addWidget(self.back)
        row.addWidget(self.slider, 1)
        row.addWidget(self.on)
        row.addWidget(self.place)
        self.hide()
        self.back.clicked.connect(self._go_back)
        self.on.clicked.connect(self._go_on)
        self.slider.valueChanged.connect(self.wanted)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def show_state(self, state: LiveState) -> None:
        """Show where in the run the learner stands."""
        before, self._state = self._state, state
        if before is not None and _looks_the_same(before, state):
            return
        has_something = state.trace is not None or state.hindrance is not Hindrance.NOTHING
        self.setVisible(state.is_on and (has_something or not self.isHidden()))
        self.place_slider()
        self._say(state)
        if before is not None and state.steps is not None and before.steps != state.steps:
            note = f"{self.place.text()}. {step_note(state, self._appearance.wording)}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, note))

    def clear(self) -> None:
        """Another exercise: nothing to go through yet."""
        self._state = None
        self.hide()

    def place_slider(self) -> None:
        """Put the slider where it belongs, wherever it was dragged."""
        state = self._state
        if state is None:
            return
        count = len(state.trace.steps) if state.trace is not None else 0
        self.slider.blockSignals(True)
        self.slider.setRange(1, count + 1)
        self.slider.setValue(count + 1 if state.steps is None else state.steps)
        self.slider.blockSignals(False)
        # Not while a look is due: it would blink with every word that is typed.
        usable = count > 0 and _is_usable(state)
        self.slider.setEnabled(usable)
        self.back.setEnabled(usable and self.slider.value() > 1)
        self.on.setEnabled(usable and self.slider.value() <= count)

    def _say(self, state: LiveState) -> None:
        wording = self._appearance.wording
        self.place.setText(steps_words(state, wording))
        self.place.setToolTip((trace_note(state.trace, wording) or "") if state.trace is not None else "")
        self.place.setMinimumWidth(self.place.fontMetrics().horizontalAdvance(self._widest(state)))
        said = (self.place.text(), step_note(state, wording), self.slider.toolTip())
        self.slider.setAccessibleDescription("\n".join(filter(None, said)))

    def _widest(self, state: LiveState) -> str:
        """Return words as wide as any step's, so that the slider keeps its length."""
        count = len(state.trace.steps) if state.trace is not None else 0
        return self._appearance.wording.say("Step {step} of {count} · line {line}", step=count, count=count, line=99)

    @Slot()
    def _go_back(self) -> None:
        self.slider.setValue(self.slider.value() - 1)

    @Slot()
    def _go_on(self) -> None:
        self.slider.setValue(self.slider.value() + 1)

    @Slot()
    def _restyle(self) -> None:
        say, colours = self._appearance.wording.say, self._appearance.colours
        self.slider.setAccessibleName(say("Steps of the code's run"))
        self.what.setText(say("Step through the run"))
        for widget in (self.slider, self.what):
            widget.setToolTip(
                say(
                    "Goes back through the run of your code, line by line: beside the code and in the inspector stands "
                    "what there was by then."
                )
            )
        for button, sign, text, keys in (
            (self.back, "step-back", say("One step back"), exercise_keys.STEP_BACK),
            (self.on, "chevron-right", say("One step on"), exercise_keys.STEP_ON),
        ):
            button.setIcon(icon(sign, colours.text, colours.outline))
            button.setIconSize(QSize(16, 16))
            button.setToolTip(f"{text} ({keys[0]})")
            button.setAccessibleName(text)
        if self._state is not None:
            self._say(self._state)


def _is_usable(state: LiveState) -> bool:
    return state.is_current or state.is_waiting


def _looks_the_same(one: LiveState, other: LiveState) -> bool:
    """Tell whether only the code was edited: that comes with a key press, which must be quick."""
    return (
        one.trace is other.trace
        and _is_usable(one) == _is_usable(other)
        and (one.is_on, one.steps, one.hindrance) == (other.is_on, other.steps, other.hindrance)
    )
