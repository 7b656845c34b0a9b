"""The section of the settings on scheduling: when a day begins, leeches, and how FSRS works."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSpinBox

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.settings.row import SettingRow, show_value
from quizapp.desktop.pages.settings.scheduling_effects import Scheduling
from quizapp.desktop.pages.settings.scheduling_fields import TuningFields
from quizapp.desktop.pages.settings.scheduling_fit import FitBox
from quizapp.desktop.preferences import Preferences
from quizapp.desktop.services import Services
from quizapp.desktop.widgets.buttons import Button, Segments
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Panel, progress_bar, rule, show_share
from quizapp.desktop.widgets.wheel import WheelScrolls
from quizapp.settings import Leeches
from quizapp.study.model import Tuning
from quizapp.study.standing import LEECH_LAPSES
from quizapp.wording.rebuilding import rebuilding_words

PATIENCE_MILLISECONDS = 300
"""What takes no longer is not told of."""


class SchedulingPanel(Panel):
    """Passes every change on at once; only what a fit has found has to be confirmed.

    `unfolded` carries what has just grown.
    """

    unfolded = Signal(object)

    def __init__(self, preferences: Preferences, appearance: Appearance, scheduling: Scheduling | None = None) -> None:
        super().__init__()
        self._preferences, self._appearance = preferences, appearance
        self.scheduling = scheduling or Scheduling()
        self.scheduling.setParent(self)
        self.day_begins, self.leeches = QSpinBox(), Segments(tuple(Leeches))
        self.fields = TuningFields(appearance)
        self.optimise, self.usual = Button(), Button("quiet")
        self._day_row, self._leech_row = SettingRow(self.day_begins), SettingRow(self.leeches)
        self._fit_row = SettingRow(self.optimise)
        self.box = FitBox(appearance)
        self.progress, self._bar, self._foot = label("muted"), progress_bar(), label("muted", wraps=True)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MILLISECONDS)
        self._build()
        self._connect()
        self._retranslate()

    def show_services(self, services: Services) -> None:
        """Become usable as a whole: the journal is read."""
        self.scheduling.take(services)

    def refresh(self) -> None:
        """Show the tuning in use: it may have been undone, or have come from another device."""
        self.scheduling.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Don't leave a change behind."""
        super().hideEvent(event)
        self.fields.finish()

    def _build(self) -> None:
        self.day_begins.setRange(0, 23)
        self.day_begins.setWrapping(True)
        self.day_begins.setSuffix(":00")
        self.day_begins.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        WheelScrolls(self).keep_from(self.day_begins)
        parts = (self._day_row, rule(), self._leech_row, rule(), self.fields, rule(), self._fit_row)
        for part in (*parts, self.box, self.progress, self._bar, rule(), self._foot):
            self.rows.addWidget(part)
        self.rows.insertWidget(self.rows.indexOf(self._fit_row) + 1, self.usual, 0, Qt.AlignmentFlag.AlignRight)

    def _connect(self) -> None:
        self.day_begins.valueChanged.connect(self._preferences.choose_day_begins)
        self.leeches.chosen.connect(self._choose_leeches)
        self.fields.chosen.connect(self.scheduling.tune)
        self.optimise.clicked.connect(self.scheduling.fit)
        self.usual.clicked.connect(self.scheduling.use_usual_parameters)
        self.box.cancelled.connect(self.scheduling.cancel)
        self.box.accepted.connect(self.scheduling.accept)
        self.box.dismissed.connect(self.scheduling.dismiss)
        self.scheduling.changed.connect(self._show_state)
        self._patience.timeout.connect(self._show_progress)
        self._preferences.changed.connect(self._show_settings)
        self._appearance.changed.connect(self._retranslate)

    @Slot(str)
    def _choose_leeches(self, key: str) -> None:
        self._preferences.choose_leeches(Leeches(key))

    @Slot()
    def _show_settings(self) -> None:
        settings = self._preferences.settings
        show_value(self.day_begins, settings.day_begins)
        self.leeches.choose(settings.leeches)

    @Slot()
    def _show_state(self) -> None:
        state = self.scheduling.state
        tuning = state.tuning
        for part in (self.fields, self._fit_row):
            part.setEnabled(tuning is not None)
        if tuning is not None:
            self.fields.show_tuning(tuning)
        self.optimise.setEnabled(tuning is not None and state.fitted is None)
        self._say_parameters(tuning or Tuning())
        was = self.box.stage
        self.box.show_state(state)
        if self.box.stage not in (was, None):
            self.unfolded.emit(self.box)
        self._show_rebuilt(state.rebuilt)

    def _show_rebuilt(self, share: float | None) -> None:
        if share is None:
            self._patience.stop()
        elif self._bar.isHidden() and not self._patience.isActive():
            self._patience.start()
        for part in (self.progress, self._bar):
            part.setVisible(share is not None and not part.isHidden())
        percent = int(100 * (share or 0.0))
        self.progress.setText(rebuilding_words(self._appearance.wording, share or 0.0))
        self._bar.setAccessibleName(self.progress.text())
        show_share(self._bar, percent, 100)

    @Slot()
    def _show_progress(self) -> None:
        for part in (self.progress, self._bar):
            part.show()

    def _say_parameters(self, tuning: Tuning) -> None:
        say = self._appearance.wording.say
        usual = say("The usual ones, found from many learners. They can be fitted to how you remember.")
        fitted = say("Fitted to how you remember.")
        self._fit_row.set_words(say("Parameters of FSRS"), fitted if tuning.parameters else usual)
        self.optimise.setAccessibleName(say("Optimise"))
        self.usual.setVisible(bool(tuning.parameters))

    @Slot()
    def _retranslate(self) -> None:
        say = self._appearance.wording.say
        self._day_row.set_words(say("The day begins at"), say("Who studies past midnight still studies today."))
        self._leech_row.set_words(
            say("Items that you keep forgetting"),
            say("Forgotten {count} times after it was learnt, an item costs more than it gives.", count=LEECH_LAPSES),
        )
        self.leeches.set_words({Leeches.TELL: say("Tell me"), Leeches.SUSPEND: say("Suspend")})
        self.optimise.setText(say("Optimise"))
        self.usual.setText(say("Back to the usual ones"))
        self._foot.setText(
            say(
                "The retention and what stands below it are kept in your journal: "
                "they hold on every device, and Undo takes them back."
            )
        )
        self._show_settings()
        self._show_state()
