"""Opens a file of the pack in the author's editor, at its line where the editor is known."""

import os
import shutil
from pathlib import Path

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from quizapp.desktop.pages.author.editors import editor_for


def open_file(file: Path, line: int | None) -> bool:
    """Open a file, at a line (from 1) if that can be; tell whether somebody took it."""
    command = editor_for(file, line, os.environ, shutil.which)
    if command is None:
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
    # Returns whether it began, and its id.
    began = QProcess.startDetached(command.program, list(command.arguments), str(file.parent))
    return bool(began[0] if isinstance(began, tuple) else began)
