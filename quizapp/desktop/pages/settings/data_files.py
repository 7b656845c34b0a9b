"""Asks which file or folder; waits without stopping anything else."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from quizapp.desktop.appearance import Appearance

_SUFFIX_OF_FILTER = ("jsonl", "csv", "apkg")


class Picker(QObject):
    """The system's file windows. `export_picked` and `import_picked` carry a path, `folder_picked` a folder's name."""

    export_picked = Signal(object)
    import_picked = Signal(object)
    folder_picked = Signal(str)

    def __init__(self, over: QWidget, appearance: Appearance) -> None:
        super().__init__(over)
        self._over, self._appearance = over, appearance
        self._dialog: QFileDialog | None = None
        self._filters: list[str] = []

    @Slot()
    def pick_export(self) -> None:
        """Ask where to write to."""
        say = self._appearance.wording.say
        dialog = self._new(say("Export your data"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._filters = [
            say("All of it (JSON Lines)") + " (*.jsonl)",
            say("Reviews (table)") + " (*.csv)",
            say("Own cards (Anki)") + " (*.apkg)",
        ]
        dialog.setNameFilters(self._filters)
        dialog.setDefaultSuffix(_SUFFIX_OF_FILTER[0])
        dialog.selectFile(f"quizapp-{date.today():%Y-%m-%d}.jsonl")
        dialog.filterSelected.connect(self._follow_filter)
        dialog.fileSelected.connect(self._pass_on_export)
        dialog.open()

    @Slot()
    def pick_import(self) -> None:
        """Ask what to read."""
        say = self._appearance.wording.say
        dialog = self._new(say("Import"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                say("Journals, tables, Anki’s decks") + " (*.jsonl *.sqlite *.csv *.tsv *.apkg *.colpkg)",
                say("All files") + " (*)",
            ]
        )
        dialog.fileSelected.connect(self._pass_on_import)
        dialog.open()

    def pick_folder(self, now: str) -> None:
        """Ask which folder to share; `now` is the one that is shared."""
        dialog = self._new(self._appearance.wording.say("Shared folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        if now:
            dialog.setDirectory(now)
        dialog.fileSelected.connect(self._pass_on_folder)
        dialog.open()

    def _new(self, title: str) -> QFileDialog:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = QFileDialog(self._over, title)
        return self._dialog

    @Slot(str)
    def _follow_filter(self, chosen: str) -> None:
        if self._dialog is not None and chosen in self._filters:
            self._dialog.setDefaultSuffix(_SUFFIX_OF_FILTER[self._filters.index(chosen)])

    @Slot(str)
    def _pass_on_export(self, path: str) -> None:
        self.export_picked.emit(Path(path))

    @Slot(str)
    def _pass_on_import(self, path: str) -> None:
        self.import_picked.emit(Path(path))

    @Slot(str)
    def _pass_on_folder(self, path: str) -> None:
        self.folder_picked.emit(path)
