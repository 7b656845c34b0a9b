"""The Settings page: language, look, size of text, shapes, new items, pack files, the data, scheduling, runs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSpinBox, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import icon
from quizapp.desktop.pages.settings.data import DataPanel
from quizapp.desktop.pages.settings.pack_files import PackFilesRow
from quizapp.desktop.pages.settings.row import SettingRow
from quizapp.desktop.pages.settings.running import RunningPanel
from quizapp.desktop.pages.settings.scheduling import SchedulingPanel
from quizapp.desktop.preferences import ZOOM_STEPS, Preferences
from quizapp.desktop.widgets.buttons import Button, Segments
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Column, Panel, rule
from quizapp.desktop_entry import is_possible
from quizapp.home import Home
from quizapp.message import Message
from quizapp.settings import LookChoice
from quizapp.wording.percent import percent_words

if TYPE_CHECKING:
    from quizapp.desktop.services import Services
    from quizapp.sandbox.isolation import Isolation

MOST_NEW_PER_DAY = 100

SYSTEM = "system"
"""Key of the language segment for the system's language, which settings write as ""."""


class ZoomControl(QWidget):
    """Smaller, the size now, larger."""

    def __init__(self) -> None:
        super().__init__()
        self.smaller, self.larger = Button(), Button()
        self.share: QLabel = label()
        self.share.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.share.setMinimumWidth(64)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.smaller, self.share, self.larger):
            row.addWidget(part)


class SettingsPage(QWidget):
    """Shows the settings and passes every change on at once; there is nothing to confirm."""

    def __init__(
        self, home: Home, preferences: Preferences, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._appearance = appearance
        self._title, self._scheduling_title, self._running_title = label("title"), label("heading"), label("heading")
        self._scheduling = SchedulingPanel(preferences, appearance)
        self._data_title, self._data = label("heading"), DataPanel(home, preferences, appearance)
        self._running = RunningPanel(preferences, appearance)
        self._language = Segments((SYSTEM, "en", "zh"))
        self._look = Segments(tuple(LookChoice))
        self._zoom, self._live_shapes, self._new = ZoomControl(), QCheckBox(), QSpinBox()
        self._column = Column()
        controls = (self._language, self._look, self._zoom, self._live_shapes, self._new)
        self._rows = tuple(SettingRow(control) for control in controls)
        self._pack_files = PackFilesRow(home, appearance)
        self._new.setRange(0, MOST_NEW_PER_DAY)
        self._new.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        column, panel = self._column, Panel()
        column.rows.addWidget(self._title)
        column.rows.addWidget(panel)
        for row in self._rows:
            if row is not self._rows[0]:
                panel.rows.addWidget(rule())
            panel.rows.addWidget(row)
        if is_possible():
            panel.rows.addWidget(rule())
            panel.rows.addWidget(self._pack_files)
        column.rows.addWidget(self._scheduling_title)
        column.rows.addWidget(self._scheduling)
        column.rows.addWidget(self._data_title)
        column.rows.addWidget(self._data)
        # Last, as it stands on the page: the keyboard comes by in this order.
        column.rows.addWidget(self._running_title)
        column.rows.addWidget(self._running)
        column.rows.addStretch()
        column.fill(self)

    def show_services(self, services: "Services") -> None:
        """Show what stands in the journal too; it is read."""
        self._scheduling.show_services(services)
        self._data.show_services(services)
        self._pack_files.show_services(services)

    def refresh(self) -> None:
        """Show how things stand now; called whenever the page comes up."""
        self._scheduling.refresh()
        self._data.refresh()
        self._pack_files.refresh()

    def show_isolation(self, isolation: "Isolation | None", trouble: Message | None) -> None:
        """Show what the sandbox keeps out, or why there is none."""
        self._running.show_isolation(isolation, trouble)

    def go_to_running(self) -> None:
        """Show the section on running code, and give it the keyboard."""
        self._column.ensureWidgetVisible(self._running)
        self._running.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self._language.chosen.connect(self._choose_language)
        self._look.chosen.connect(self._choose_look)
        self._zoom.smaller.clicked.connect(self._preferences.zoom_out)
        self._zoom.larger.clicked.connect(self._preferences.zoom_in)
        self._live_shapes.clicked.connect(self._preferences.choose_live_shapes)
        self._new.valueChanged.connect(self._preferences.choose_new_per_day)
        self._scheduling.unfolded.connect(self._column.follow)
        self._data.unfolded.connect(self._column.follow)
        self._preferences.changed.connect(self._show_settings)
        self._appearance.changed.connect(self._retranslate)

    @Slot(str)
    def _choose_language(self, key: str) -> None:
        self._preferences.choose_language("" if key == SYSTEM else key)

    @Slot(str)
    def _choose_look(self, key: str) -> None:
        self._preferences.choose_look(LookChoice(key))

    @Slot()
    def _show_settings(self) -> None:
        settings = self._preferences.settings
        self._language.choose(settings.language or SYSTEM)
        self._look.choose(settings.look)
        self._zoom.share.setText(percent_words(settings.zoom, self._appearance.wording))
        self._zoom.smaller.setEnabled(settings.zoom > ZOOM_STEPS[0])
        self._zoom.larger.setEnabled(settings.zoom < ZOOM_STEPS[-1])
        self._live_shapes.setChecked(settings.live_shapes)
        self._new.setValue(settings.new_per_day)

    @Slot()
    def _retranslate(self) -> None:
        say, colours = self._appearance.wording.say, self._appearance.colours
        self._title.setText(say("Settings"))
        self._scheduling_title.setText(say("Scheduling"))
        self._data_title.setText(say("Your data"))
        self._running_title.setText(say("Running code"))
        language, look, zoom, live_shapes, new = self._rows
        language.set_words(say("Language"), say("Lessons are shown in it where their authors offer it."))
        look.set_words(say("Look"))
        zoom.set_words(say("Size of text"))
        live_shapes.set_words(
            say("Show shapes beside the code"),
            say("After a pause in typing the code of an exercise runs, and each line shows what it made."),
        )
        new.set_words(say("New items a day"), say("At most so many that you have never seen come up in a day."))
        self._language.set_words({SYSTEM: say("As the system"), "en": "English", "zh": "中文"})
        self._look.set_words(
            {LookChoice.SYSTEM: say("As the system"), LookChoice.LIGHT: say("Light"), LookChoice.DARK: say("Dark")}
        )
        self._zoom.smaller.setAccessibleName(say("Smaller text"))
        self._zoom.larger.setAccessibleName(say("Larger text"))
        self._zoom.smaller.setIcon(icon("minus", colours.text, disabled=colours.muted))
        self._zoom.larger.setIcon(icon("plus", colours.text, disabled=colours.muted))
        self._show_settings()
