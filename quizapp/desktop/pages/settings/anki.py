"""The row of the settings from which a pack's cards go to Anki."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.settings.anki_model import Choice, choices, file_name
from quizapp.desktop.pages.settings.row import SettingRow
from quizapp.desktop.services import Services
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.flow import Flow
from quizapp.desktop.widgets.wheel import WheelScrolls

SHOWN_LETTERS = 18
"""How many letters of a pack's title the list has room for at least."""


class AnkiRow(QWidget):
    """Lists the packs that have cards, and asks where a deck is to be written.

    `export_asked` carries the file and the pack. The row is hidden while no pack has cards.
    """

    export_asked = Signal(object, object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._services: Services | None = None
        self._choices: tuple[Choice, ...] = ()
        self._dialog: QFileDialog | None = None
        self.packs, self.export = QComboBox(), Button()
        self._row = SettingRow(self._controls())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._row)
        self.export.clicked.connect(self._pick_file)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def show_services(self, services: Services) -> None:
        """List the packs of the shelf, now and whenever they change."""
        self._services = services
        services.shelf.changed.connect(self._retranslate)
        self._retranslate()

    def set_enabled(self, *, enabled: bool) -> None:
        """Let the learner ask, or not: while another job is under way."""
        self.export.setEnabled(enabled)

    def _controls(self) -> QWidget:
        WheelScrolls(self).keep_from(self.packs)
        self.packs.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.packs.setMinimumContentsLength(SHOWN_LETTERS)
        controls = QWidget()
        row = Flow(controls, gap=8)
        row.addWidget(self.packs)
        row.addWidget(self.export)
        return controls

    @Slot()
    def _pick_file(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        say = self._appearance.wording.say
        dialog = QFileDialog(self, say("Export for Anki"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(say("Anki’s decks") + " (*.apkg)")
        dialog.setDefaultSuffix("apkg")
        dialog.selectFile(file_name(self.packs.currentText()))
        dialog.fileSelected.connect(self.ask_for_export)
        self._dialog = dialog
        dialog.open()

    @Slot(str)
    def ask_for_export(self, out: str) -> None:
        """Pass on that the chosen pack's cards are to be written to this file."""
        index = self.packs.currentIndex()
        chosen = self._choices[index].pack if 0 <= index < len(self._choices) else None
        packs = self._services.packs if self._services is not None else ()
        for pack in packs:
            if pack.id == chosen:
                self.export_asked.emit(Path(out), pack)

    @Slot()
    def _retranslate(self) -> None:
        wording = self._appearance.wording
        say = wording.say
        packs = self._services.packs if self._services is not None else ()
        found = choices(packs, wording.language)
        if found != self._choices:
            self._choices = found
            self.packs.clear()
            self.packs.addItems([choice.title for choice in found])
        self.setVisible(bool(found))
        self.export.setText(say("Export…"))
        self._row.set_words(
            say("A pack’s cards for Anki"),
            say("They are written as a deck. Decks from Anki come in with “Import…” above."),
        )
        self.packs.setAccessibleName(say("Pack"))
