"""Opens files of the pack where the author writes, off the GUI thread, and tells if nothing took them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from quizapp.desktop.background import Background
from quizapp.desktop.pages.author.editors import place
from quizapp.desktop.pages.author.open_file import open_file
from quizapp.message import message


class FileOpener(QObject):
    """Opens files.

    Signals:
        failed: nothing opened a file; with a message that names it.
    """

    failed = Signal(object)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background

    def open(self, file: Path, line: int | None) -> None:
        """Open a file, at a line (from 1) where the editor is known."""
        self._background.submit(partial(open_file, file, line), partial(self._tell, file, line))

    def _tell(self, file: Path, line: int | None, is_open: bool) -> None:
        if not is_open:
            self.failed.emit(
                message(
                    "Nothing on this computer opened {place}. Open it yourself, or name your editor in the variable"
                    " VISUAL, as in VISUAL=code.",
                    place=place(file, line),
                )
            )
