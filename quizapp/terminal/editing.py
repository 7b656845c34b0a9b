"""A file of code in the learner's own editor, and what is told whenever it is saved."""

import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from quizapp.message import SaysError, message

USUAL_EDITORS: Final = ("nano", "vim", "vi", "notepad")
"""What is tried where neither VISUAL nor EDITOR is set."""

WITH_WINDOWS: Final = frozenset(
    ("code", "codium", "cursor", "zed", "subl", "gedit", "kate", "gvim", "mousepad", "xed", "pluma", "notepad", "mate")
)
"""Editors that leave the terminal to us while they are open."""

_PAUSE = 0.15
"""Seconds between two looks at the file."""


class NoEditor(SaysError):
    """There is none to be found, or it does not start."""


def find_editor(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the words of the command that edits a file.

    Raises:
        NoEditor: if none is set and none of the usual ones is there.
    """
    for name in ("VISUAL", "EDITOR"):
        if words := shlex.split(environment.get(name, ""), posix=os.name == "posix"):
            return tuple(words)
    found = next((name for name in USUAL_EDITORS if shutil.which(name)), None)
    if found is None:
        raise NoEditor(message("There is no editor: set EDITOR, or type w and use any editor on the file."))
    return (found,)


def leaves_the_terminal(editor: tuple[str, ...]) -> bool:
    """Tell whether we may print while this editor is open."""
    return Path(editor[0]).stem.lower() in WITH_WINDOWS


class Watched:
    """A file, and whether it was saved since one last looked."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen = self._stamp()

    def was_saved(self) -> bool:
        """Tell whether it is another file than at the last look; once for each save."""
        before, self._seen = self._seen, self._stamp()
        return self._seen != before and self._seen is not None

    def _stamp(self) -> tuple[int, int, int] | None:
        try:
            now = self._path.stat()
        except OSError:  # an editor may be writing it beside and about to rename
            return None
        return now.st_mtime_ns, now.st_size, now.st_ino


def edit(path: Path, editor: tuple[str, ...], on_save: Callable[[], None]) -> None:
    """Open the editor on a file and wait until it is closed; `on_save` is called after each save.

    Raises:
        NoEditor: if it does not start.
    """
    watched = Watched(path)
    try:
        process = subprocess.Popen((*editor, str(path)))
    except OSError as error:
        raise NoEditor(
            message(
                "The editor {editor} does not start: {reason}. Set EDITOR to another.",
                editor=editor[0],
                reason=str(error.strerror),
            )
        ) from error
    while process.poll() is None:
        time.sleep(_PAUSE)
        if watched.was_saved():
            on_save()
    if watched.was_saved():
        on_save()


def watch(path: Path, on_save: Callable[[], bool]) -> None:
    """Call `on_save` after each save until it returns False, or Ctrl+C is pressed."""
    watched = Watched(path)
    try:
        while True:
            time.sleep(_PAUSE)
            if watched.was_saved() and not on_save():
                return
    except KeyboardInterrupt:
        sys.stdout.write("\n")
