"""Opens a file of the pack in the author's editor, at its line where the editor is known."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

from PySide6.QtCore import QProcess

from quizapp.desktop.pages.author.editors import Command, Which, editor_for

OPENER: Final = "xdg-open"
"""What opens a file as the desktop does; it says so to nobody where there is nothing that could."""

ASKING_SECONDS: Final = 5.0


def open_file(file: Path, line: int | None) -> bool:
    """Open a file, at a line (from 1) if that can be; tell whether somebody took it. Not for the GUI thread."""
    command = editor_for(file, line, os.environ, shutil.which) or _of_desktop(file, shutil.which)
    if command is None:
        return False
    # Returns whether it began, and its id.
    began = QProcess.startDetached(command.program, list(command.arguments), str(file.parent))
    return bool(began[0] if isinstance(began, tuple) else began)


def _of_desktop(file: Path, which: Which) -> Command | None:
    """Return how the desktop opens such a file; None if it has no program with a window for it."""
    opener, asker = which(OPENER), which("xdg-mime")
    if opener is None or (asker is not None and not any(_has_window(_entry_for(asker, kind)) for kind in _kinds(file))):
        return None
    return Command(opener, (str(file),))


def _kinds(file: Path) -> tuple[str, ...]:
    """Return the kinds by which desktops know a file of a pack."""
    named = {".py": "text/x-python", ".md": "text/markdown", ".toml": "application/toml"}
    return (named.get(file.suffix, "text/plain"), "text/plain")


def _entry_for(asker: str, kind: str) -> str:
    """Return the name of the desktop entry that opens files of a kind, "" if there is none."""
    try:
        asked = subprocess.run(
            [asker, "query", "default", kind],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=ASKING_SECONDS,
            check=False,
            text=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return asked.stdout.strip()


def _has_window(entry: str) -> bool:
    """Tell whether an entry's program shows itself: one for a terminal doesn't, where no desktop gives it one."""
    if not entry or "/" in entry:
        return False
    if os.environ.get("XDG_CURRENT_DESKTOP"):
        return True
    shares = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    files = (Path(share, "applications", entry) for share in (own, *shares.split(":")))
    found = next((file for file in files if file.is_file()), None)
    return found is not None and "\nTerminal=true" not in found.read_text(encoding="utf-8", errors="replace")
