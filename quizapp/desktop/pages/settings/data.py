"""The section of the settings on the learner's data: where it lies, backups, export and import, the shared folder."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import dress
from quizapp.desktop.pages.settings.anki import AnkiRow
from quizapp.desktop.pages.settings.data_effects import OwnData
from quizapp.desktop.pages.settings.data_files import Picker
from quizapp.desktop.pages.settings.data_model import (
    said_of_backups,
    said_of_folder,
    said_of_job,
    said_of_sync,
    said_of_waiting,
)
from quizapp.desktop.pages.settings.row import SettingRow
from quizapp.desktop.preferences import Preferences
from quizapp.desktop.services import Services
from quizapp.desktop.widgets.ask_first import AskFirst
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.flow import Flow
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Panel, progress_bar, rule, show_share
from quizapp.desktop.widgets.wheel import WheelScrolls
from quizapp.home import Home
from quizapp.study.data.importing import Looked
from quizapp.study.data.restoring import Preview
from quizapp.wording.own_data import backup_words, looked_words, preview_words

SHOWN_LETTERS = 20
"""Of a backup's line, in the field where it is chosen: enough for when it was made."""

LIST_MARGIN = 24
"""Logical pixels beside the lines of the list of backups."""


class Beside(QWidget):
    """Controls beside each other, as long as there is room."""

    def __init__(self, *controls: QWidget) -> None:
        super().__init__()
        row = Flow(self, gap=8)
        for control in controls:
            row.addWidget(control)


class DataPanel(Panel):
    """Asks for jobs, and shows what came of them; whatever replaces or adds something is confirmed first.

    `unfolded` carries what has just grown.
    """

    unfolded = Signal(object)

    def __init__(self, home: Home, preferences: Preferences, appearance: Appearance) -> None:
        super().__init__()
        self._home, self._preferences, self._appearance = home, preferences, appearance
        self.own_data = OwnData(preferences, self)
        self.open, self.back_up, self.restore, self.withdraw = Button(), Button(), Button(), Button()
        self.export, self.bring_in = Button(), Button()
        self.choose, self.leave, self.sync = Button(), Button("quiet"), Button()
        self.backups, self.by_itself = QComboBox(), QCheckBox()
        self._folder_row, self._backup_row = SettingRow(self.open), SettingRow(self.back_up)
        self._restore_row = SettingRow(Beside(self.backups, self.restore))
        self._waiting_row = SettingRow(self.withdraw)
        self._take_row = SettingRow(Beside(self.export, self.bring_in))
        self.anki = AnkiRow(appearance)
        self._shared_row = SettingRow(Beside(self.leave, self.choose))
        self._sync_row, self._by_itself_row = SettingRow(self.sync), SettingRow(self.by_itself)
        self._shared_only = (rule(), self._by_itself_row, rule(), self._sync_row)
        self._job, self._bar, self.told = label("muted"), progress_bar(), label(wraps=True)
        self._picker, self._ask = Picker(self, appearance), AskFirst(self)
        self._build()
        self._connect()
        self._retranslate()

    def show_services(self, services: Services) -> None:
        """Become usable: the journal is open."""
        self.own_data.take(services)
        self.anki.show_services(services)

    def refresh(self) -> None:
        """Look again: backups are made, and syncs done, while the page isn't shown too."""
        self.own_data.refresh()

    def _build(self) -> None:
        WheelScrolls(self).keep_from(self.backups)
        self.backups.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.backups.setMinimumContentsLength(SHOWN_LETTERS)
        rows = (self._folder_row, self._backup_row, self._restore_row, self._waiting_row, self._take_row, self.anki)
        for row in (*rows, self._shared_row, *self._shared_only):
            if row not in (self._folder_row, self._waiting_row, self.anki, *self._shared_only):
                self.rows.addWidget(rule())
            self.rows.addWidget(row)
        for part in (self._job, self._bar, self.told):
            self.rows.addWidget(part)

    def _connect(self) -> None:
        own, picker = self.own_data, self._picker
        self.open.clicked.connect(self._open_folder)
        self.back_up.clicked.connect(own.back_up)
        self.restore.clicked.connect(self._preview)
        self.withdraw.clicked.connect(own.withdraw)
        self.export.clicked.connect(picker.pick_export)
        self.bring_in.clicked.connect(picker.pick_import)
        self.choose.clicked.connect(self._pick_folder)
        self.leave.clicked.connect(self._leave_folder)
        self.sync.clicked.connect(own.sync)
        self.by_itself.clicked.connect(self._preferences.choose_sync_by_itself)
        picker.export_picked.connect(self._export)
        self.anki.export_asked.connect(own.export_pack)
        picker.import_picked.connect(self._look_at)
        picker.folder_picked.connect(self._preferences.choose_sync_folder)
        own.previewed.connect(self._ask_to_restore)
        own.looked.connect(self._ask_to_import)
        own.changed.connect(self._show_state)
        self._preferences.changed.connect(self._show_state)
        self._appearance.changed.connect(self._retranslate)

    @Slot()
    def _open_folder(self) -> None:
        self._home.make()
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._home.folder)))

    @Slot()
    def _preview(self) -> None:
        backups = self.own_data.state.backups or ()
        if 0 <= self.backups.currentIndex() < len(backups):
            self.own_data.preview(backups[self.backups.currentIndex()])

    @Slot()
    def _pick_folder(self) -> None:
        self._picker.pick_folder(self._preferences.settings.sync_folder)

    @Slot()
    def _leave_folder(self) -> None:
        self._preferences.choose_sync_folder("")

    @Slot(object)
    def _export(self, out: Path) -> None:
        self.own_data.export(out)

    @Slot(object)
    def _look_at(self, path: Path) -> None:
        self.own_data.look_at(path)

    @Slot(object)
    def _ask_to_restore(self, preview: Preview) -> None:
        wording = self._appearance.wording
        lines = list(preview_words(preview, wording))
        if self.own_data.state.sync_folder:
            lines.append(wording.say("What stands in the shared folder comes back at the next sync."))
        self._ask.ask(
            wording.say("Go back to the backup {name}?", name=backup_words(preview.backup, wording)),
            "\n".join(lines),
            yes=wording.say("Restore at the next start"),
            no=wording.say("Cancel"),
            then=partial(self.own_data.restore, preview.backup),
        )

    @Slot(object)
    def _ask_to_import(self, looked: Looked) -> None:
        wording = self._appearance.wording
        self._ask.ask(
            wording.say("Import {name}?", name=looked.path.name),
            "\n".join(looked_words(looked, wording)),
            yes=wording.say("Import"),
            no=wording.say("Cancel"),
            then=partial(self.own_data.bring_in, looked.path),
        )

    @Slot()
    def _show_state(self) -> None:
        state, wording = self.own_data.state, self._appearance.wording
        self._show_backups()
        for button in (self.back_up, self.export, self.bring_in):
            button.setEnabled(state.can_begin)
        self.anki.set_enabled(enabled=state.can_begin)
        self.restore.setEnabled(state.can_begin and bool(state.backups))
        self.sync.setEnabled(state.can_begin and bool(state.sync_folder))
        self._waiting_row.setVisible(state.waiting is not None)
        self.leave.setVisible(bool(state.sync_folder))
        for part in self._shared_only:
            part.setVisible(bool(state.sync_folder))
        self.by_itself.setChecked(self._preferences.settings.sync_by_itself)
        self._say_rows()
        self._job.setText(said_of_job(state.job, wording) if state.job is not None else "")
        self._bar.setAccessibleName(self._job.text())
        show_share(self._bar, state.percent, 100)
        self._job.setVisible(state.job is not None)
        self._bar.setVisible(state.job is not None)
        self._tell()

    def _tell(self) -> None:
        told = self.own_data.state.told
        text = "\n".join(told.lines) if told is not None else ""
        is_new = bool(text) and text != self.told.text()
        self.told.setText(text)
        self.told.setVisible(bool(text))
        colours = self._appearance.colours
        self.told.setStyleSheet(f"color: {colours.warn};" if told is not None and told.is_trouble else "")
        if is_new:
            self.unfolded.emit(self.told)

    def _show_backups(self) -> None:
        lines = [backup_words(backup, self._appearance.wording) for backup in self.own_data.state.backups or ()]
        if lines == [self.backups.itemText(index) for index in range(self.backups.count())]:
            return
        self.backups.clear()
        self.backups.addItems(lines)
        # The list is as wide as its longest line, the field is not.
        self.backups.view().setMinimumWidth(self.backups.view().sizeHintForColumn(0) + LIST_MARGIN)
        self.backups.setEnabled(bool(lines))

    def _say_rows(self) -> None:
        state, wording = self.own_data.state, self._appearance.wording
        say = wording.say
        self._folder_row.set_words(say("Folder of your data"), str(self._home.folder))
        self._backup_row.set_words(say("Backups"), said_of_backups(state, wording))
        self._restore_row.set_words(say("Go back to a backup"), say("You see first what that would change."))
        self._waiting_row.set_words(say("At the next start"), said_of_waiting(state, wording))
        self._take_row.set_words(
            say("Export and import"), say("All of it, the reviews as a table, your own cards for Anki.")
        )
        self._shared_row.set_words(say("Shared folder"), said_of_folder(state, wording))
        self._by_itself_row.set_words(say("Sync when the app starts and ends"))
        self._sync_row.set_words(
            say("Sync"),
            said_of_sync(state, wording) or say("Each device writes a file of its own there and reads the others’."),
        )

    @Slot()
    def _retranslate(self) -> None:
        say, colours = self._appearance.wording.say, self._appearance.colours
        self.open.setText(say("Open folder"))
        dress(self.open, "folder", colours.text)
        self.back_up.setText(say("Back up now"))
        self.restore.setText(say("Restore…"))
        self.withdraw.setText(say("Don't restore"))
        self.export.setText(say("Export…"))
        self.bring_in.setText(say("Import…"))
        self.choose.setText(say("Choose…"))
        self.leave.setText(say("Stop sharing"))
        self.sync.setText(say("Sync now"))
        self.setAccessibleName(say("Your data"))
        self._show_state()
        for control, name in (
            (self.backups, say("Backups")),
            (self.by_itself, say("Sync when the app starts and ends")),
        ):
            control.setAccessibleName(name)
