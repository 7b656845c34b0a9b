"""Asks where: for the folder of a pack to open, for a new one, for the file that is built."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.author.making import PackMaking
from quizapp.packs.archives import ENDING
from quizapp.packs.model import Pack


class MakingDialogs(QObject):
    """One dialog at a time, over a page; what is to be made goes to a `PackMaking`.

    Signals:
        folder_chosen: a pack is to be opened; with its `Path`.
    """

    folder_chosen = Signal(object)

    def __init__(self, making: PackMaking, appearance: Appearance, page: QWidget) -> None:
        super().__init__(page)
        self._making, self._appearance, self._page = making, appearance, page
        self._dialog: QFileDialog | None = None
        self._to_build: Path | None = None

    def pick(self, beside: Path | None) -> None:
        """Ask for the folder of a pack, at first in `beside`."""
        dialog = self._anew(self._appearance.wording.say("Folder of a pack"), beside)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._open_named)
        dialog.open()

    def begin(self, beside: Path | None) -> None:
        """Ask what a new pack is called, and where it is to be, at first in `beside`."""
        from quizapp.desktop.pages.author.new_pack import NewPackDialog

        dialog = NewPackDialog(beside or Path.home(), self._appearance.wording, self._page)
        dialog.chosen.connect(self._making.begin)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def build(self, pack: Pack, folder: Path) -> None:
        """Ask where the file of a pack is to be, at first beside its folder."""
        from quizapp.classroom.building import usual_name

        say, self._to_build = self._appearance.wording.say, folder
        dialog = self._anew(say("Build a pack"), folder.parent)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([say("Packs") + f" (*{ENDING})"])
        dialog.setDefaultSuffix(ENDING.lstrip("."))
        dialog.selectFile(usual_name(pack))
        dialog.fileSelected.connect(self._build_named)
        dialog.open()

    def _anew(self, title: str, folder: Path | None) -> QFileDialog:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = QFileDialog(self._page, title)
        if folder is not None:
            self._dialog.setDirectory(str(folder))
        return self._dialog

    @Slot(str)
    def _open_named(self, name: str) -> None:
        self.folder_chosen.emit(Path(name))

    @Slot(str)
    def _build_named(self, name: str) -> None:
        if self._to_build is not None:
            self._making.build(self._to_build, Path(name), self._appearance.wording)
