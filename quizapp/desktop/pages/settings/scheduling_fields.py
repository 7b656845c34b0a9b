"""The fields of the scheduler's tuning, from the retention to the fuzz."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.settings.row import SettingRow, show_value
from quizapp.desktop.pages.settings.scheduling_model import StepsError, steps_from, steps_text
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import rule
from quizapp.desktop.widgets.wheel import WheelScrolls
from quizapp.message import Message
from quizapp.study.model import Tuning
from quizapp.wording.tuning import retention_sentence

PAUSE_MILLISECONDS = 700
"""From the last change of a figure until it counts: who holds an arrow down wants only the last one."""

LEAST_PERCENT, MOST_PERCENT = 70, 97
MOST_DAYS = 36_500
STEPS_LETTERS = 16


class TuningFields(QWidget):
    """Shows a tuning; `chosen` carries the one that the learner wants instead."""

    chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._tuning = Tuning()
        self._trouble: Message | None = None
        self.retention, self.longest, self.fuzz = QSpinBox(), QSpinBox(), QCheckBox()
        self.steps, self.relearning = QLineEdit(), QLineEdit()
        self.trouble, self._column = label(wraps=True), QVBoxLayout(self)
        controls = (self.retention, self.longest, self.steps, self.relearning, self.fuzz)
        self._rows = tuple(SettingRow(control) for control in controls)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._set_ranges()
        self._build()
        self._connect()
        self._retranslate()
        self.show_tuning(self._tuning)

    def show_tuning(self, tuning: Tuning) -> None:
        """Show a tuning, unless the learner is about to choose another."""
        if self._pause.isActive():
            return
        self._tuning = tuning
        show_value(self.retention, round(tuning.retention * 100))
        show_value(self.longest, tuning.longest_days)
        # What can't be understood stays, to be mended.
        if self._trouble is None:
            self.steps.setText(steps_text(tuning.steps))
            self.relearning.setText(steps_text(tuning.relearning_steps))
        self.fuzz.setChecked(tuning.fuzz)
        self._say_retention()

    @Slot()
    def finish(self) -> None:
        """Let what was changed last count now, not after a pause."""
        if self._pause.isActive():
            self._choose()

    def _set_ranges(self) -> None:
        self.retention.setRange(LEAST_PERCENT, MOST_PERCENT)
        self.retention.setSuffix(" %")
        self.longest.setRange(1, MOST_DAYS)
        for figure in (self.retention, self.longest):
            figure.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            figure.setKeyboardTracking(False)
        WheelScrolls(self).keep_from(self.retention, self.longest)

    def _build(self) -> None:
        rows = self._column
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        for row in self._rows:
            if row is not self._rows[0]:
                rows.addWidget(rule())
            rows.addWidget(row)
        self._set_trouble_under(self._rows[2])
        self.trouble.hide()

    def _set_trouble_under(self, row: SettingRow) -> None:
        self._column.removeWidget(self.trouble)
        self._column.insertWidget(self._column.indexOf(row) + 1, self.trouble)

    def _row_at_fault(self) -> SettingRow:
        """Return the row of the steps that can't be understood."""
        try:
            steps_from(self.steps.text())
        except StepsError:
            return self._rows[2]
        return self._rows[3]

    def _connect(self) -> None:
        for figure in (self.retention, self.longest):
            figure.valueChanged.connect(self._wait)
            figure.editingFinished.connect(self.finish)
        for field in (self.steps, self.relearning):
            field.editingFinished.connect(self._choose)
        self.fuzz.clicked.connect(self._choose)
        self._pause.timeout.connect(self._choose)
        self._appearance.changed.connect(self._retranslate)

    @Slot()
    def _wait(self) -> None:
        self._pause.start()
        self._say_retention()

    @Slot()
    def _choose(self) -> None:
        self._pause.stop()
        try:
            tuning = self._wanted()
        except StepsError as error:
            self._set_trouble_under(self._row_at_fault())
            self._tell(error.says)
            return
        self._tell(None)
        if tuning != self._tuning:
            self._tuning = tuning
            self.chosen.emit(tuning)

    def _wanted(self) -> Tuning:
        # A retention between two percent, as another program may have set it, stays until it is changed here.
        percent, before = self.retention.value(), self._tuning
        return replace(
            before,
            retention=before.retention if percent == round(before.retention * 100) else percent / 100,
            longest_days=self.longest.value(),
            steps=steps_from(self.steps.text()),
            relearning_steps=steps_from(self.relearning.text()),
            fuzz=self.fuzz.isChecked(),
        )

    def _tell(self, says: Message | None) -> None:
        self._trouble = says
        self.trouble.setStyleSheet(f"color: {self._appearance.colours.bad};")
        self.trouble.setText(self._appearance.wording.sentence(says) if says is not None else "")
        self.trouble.setVisible(says is not None)

    def _say_retention(self) -> None:
        wording = self._appearance.wording
        means = retention_sentence(self.retention.value() / 100, self._tuning, wording)
        self._rows[0].set_words(wording.say("Desired retention"), means)

    @Slot()
    def _retranslate(self) -> None:
        say = self._appearance.wording.say
        _, longest, steps, relearning, fuzz = self._rows
        longest.set_words(say("Longest interval"), say("Nothing stays away for longer."))
        self.longest.setSuffix(" " + say("days"))
        steps.set_words(
            say("Learning steps"),
            say("How soon a new card or question comes back, before days count. 1m 10m: after one minute, then ten."),
        )
        relearning.set_words(say("Steps after forgetting"), say("The same for what you had learnt and forgot."))
        fuzz.set_words(
            say("Vary intervals a little"), say("So that what was learnt together does not always come together.")
        )
        for field in (self.steps, self.relearning):
            field.setFixedWidth(field.fontMetrics().horizontalAdvance("0" * STEPS_LETTERS))
        self._tell(self._trouble)
        self._say_retention()
