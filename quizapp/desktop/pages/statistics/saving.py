"""Saves what a statistic shows: asks for a place, writes the file off the GUI thread, whole or not at all."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from quizapp.desktop.background import Background
from quizapp.message import SaysError, message
from quizapp.study.data.errors import cannot_write
from quizapp.whole_files import writing


def write_file(path: Path, content: bytes) -> Path:
    """Write a file in place of what is there; return where it is.

    Raises:
        DataError: if it can't be written; what was there still is.
    """
    try:
        with writing(path) as file:
            file.write(content)
    except OSError as error:
        raise cannot_write(path, error) from error
    return path


class Saving(QObject):
    """Offers one file at a time; `told` carries a message about how saving it went."""

    told = Signal(object)

    def __init__(self, background: Background, parent: QWidget) -> None:
        super().__init__(parent)
        self._background = background
        self._window = parent
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self._content = b""

    def offer(self, title: str, name: str, kinds: str, content: bytes) -> None:
        """Ask where to put a file.

        Args:
            title: of the dialog.
            name: of the file, with its ending, as it is suggested.
            kinds: what the dialog calls such files: "Pictures (*.png)".
            content: what will be in it.
        """
        self._content = content
        dialog = QFileDialog(self._window, title, str(self._folder / name), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _save(self, chosen: str) -> None:
        path = Path(chosen)
        self._folder = path.parent
        work: Callable[[], Path] = partial(write_file, path, self._content)
        self._background.submit(work, self._tell_saved, self._tell_failed)

    def _tell_saved(self, path: Path) -> None:
        self.told.emit(message("Saved as {path}.", path=str(path)))

    def _tell_failed(self, error: Exception) -> None:
        if not isinstance(error, SaysError):
            raise error
        self.told.emit(error.says)
