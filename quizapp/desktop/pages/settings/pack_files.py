"""The row of the settings that lets a double click on a pack in one file open the app."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.settings.row import SettingRow
from quizapp.desktop.services import Services
from quizapp.desktop_entry import DesktopEntry
from quizapp.home import Home
from quizapp.message import Message, SaysError


class PackFilesRow(SettingRow):
    """Shows whether it does, and changes that at once, off the GUI thread.

    `changed` tells that it has been done, or could not be.
    """

    changed = Signal()

    def __init__(self, home: Home, appearance: Appearance) -> None:
        """Do nothing until there are services."""
        self.box = QCheckBox()
        super().__init__(self.box)
        self._entry, self._appearance = DesktopEntry(home), appearance
        self._services: Services | None = None
        self._lacking: tuple[Message, ...] = ()
        self.box.setEnabled(False)
        self.box.clicked.connect(self._choose)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def show_services(self, services: Services) -> None:
        """Become usable: there is somebody to do it."""
        self._services = services
        self._show_state()

    def refresh(self) -> None:
        """Look again how things stand."""
        self.box.setChecked(self._entry.is_there)

    @Slot(bool)
    def _choose(self, opens: bool) -> None:
        if self._services is not None:
            self.box.setEnabled(False)
            work = self._entry.install if opens else partial(_removed, self._entry)
            self._services.runs.submit(work, self._show_done, self._show_trouble)

    def _show_done(self, lacking: tuple[Message, ...]) -> None:
        self._lacking = lacking
        self._show_state()
        self.changed.emit()

    def _show_trouble(self, error: Exception) -> None:
        if not isinstance(error, SaysError):
            self._show_done(())
            raise error
        self._show_done((error.says,))

    def _show_state(self) -> None:
        self.refresh()
        self.box.setEnabled(True)
        self._retranslate()

    @Slot()
    def _retranslate(self) -> None:
        wording = self._appearance.wording
        meaning = wording.say("A double click on such a file opens the app, which asks whether to install the pack.")
        troubles = map(wording.sentence, self._lacking)
        self.set_words(wording.say("Open .quizpack files with quizapp"), "\n".join((meaning, *troubles)))


def _removed(entry: DesktopEntry) -> tuple[Message, ...]:
    """Remove the entry, whether there was one or not."""
    entry.remove()
    return ()
