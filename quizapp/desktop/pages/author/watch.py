"""Notices that files of a folder were saved, by any editor and in any way: in place, or a new file put over the old."""

import time
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from quizapp.desktop.background import Background
from quizapp.desktop.pages.author.scan import Scan, changed_paths, folders_of, scan

SETTLING_MS: Final = 120
"""From the first sign until somebody looks: saving a file is several steps for many editors."""

POLL_MS: Final = 900
"""Between looks without a sign: shared folders give none, and the system has only so many watches."""

LOOKS_PER_POLL: Final = 20
"""A pause is at least so many times as long as a look took."""

MOST_FOLDERS: Final = 400


class FolderWatch(QObject):
    """Watches one folder, off the GUI thread, as long as it is awake.

    Signals:
        changed: with the files that came, went or were written, first with all: when each was written, in ns since
            the epoch, or None if it is gone, by their paths relative to the folder.
    """

    changed = Signal(object)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._folder: Path | None = None
        self._seen: Scan | None = None
        self._is_awake = self._is_looking = self._looks_again = False
        self._watcher = QFileSystemWatcher(self)
        self._settling = QTimer(self, singleShot=True, interval=SETTLING_MS)
        self._poll = QTimer(self, singleShot=True, interval=POLL_MS)
        self._watcher.directoryChanged.connect(self._look_soon)
        self._watcher.fileChanged.connect(self._look_soon)
        self._settling.timeout.connect(self.look)
        self._poll.timeout.connect(self.look)

    def watch(self, folder: Path | None) -> None:
        """Watch another folder from now on, or none."""
        self._folder, self._seen = folder, None
        self._follow(())
        self.look()

    def wake(self) -> None:
        """Look now, and from now on whenever there is a sign."""
        self._is_awake = True
        self.look()

    def sleep(self) -> None:
        """Look no more until `wake`: nobody sees what is watched."""
        self._is_awake = False
        self._settling.stop()
        self._poll.stop()

    @Slot()
    def look(self) -> None:
        """Look whether files are others than before."""
        if self._folder is None or not self._is_awake:
            return
        if self._is_looking:
            self._looks_again = True
            return
        self._is_looking, self._looks_again = True, False
        self._background.submit(partial(_timed_scan, self._folder), partial(self._compare, self._folder))

    def _compare(self, folder: Path, found: tuple[Scan, float]) -> None:
        self._is_looking = False
        seen, seconds = found
        self._poll.start(max(POLL_MS, round(seconds * 1000 * LOOKS_PER_POLL)))
        if folder == self._folder:
            is_first = self._seen is None
            paths, self._seen = changed_paths(self._seen or {}, seen), seen
            if paths or is_first:
                self._follow(folders_of(seen)[:MOST_FOLDERS])
                self.changed.emit({path: seen[path][0] if path in seen else None for path in paths})
        if self._looks_again or folder != self._folder:
            self.look()
        if not self._is_awake:
            self._poll.stop()

    def _follow(self, folders: tuple[str, ...]) -> None:
        """Have the system give a sign when something in these folders changes."""
        now = set(self._watcher.directories())
        wanted = {str(self._folder / folder) for folder in folders} if self._folder is not None else set()
        if now - wanted:
            self._watcher.removePaths(sorted(now - wanted))
        if wanted - now:
            self._watcher.addPaths(sorted(wanted - now))

    def attend_to(self, path: str) -> None:
        """Have a sign also when a file of this item is written in place, which a folder does not tell."""
        seen, folder = self._seen or {}, self._folder
        of_item = (each for each in seen if path and each.startswith((f"{path}.", f"{path}/")))
        wanted = {str(folder / each) for each in of_item} if folder is not None else set()
        now = set(self._watcher.files())
        if now - wanted:
            self._watcher.removePaths(sorted(now - wanted))
        if wanted - now:
            self._watcher.addPaths(sorted(wanted - now))

    @Slot(str)
    def _look_soon(self, _path: str) -> None:
        if self._is_awake and not self._settling.isActive():
            self._settling.start()


def _timed_scan(folder: Path) -> tuple[Scan, float]:
    begun = time.monotonic()
    return scan(folder), time.monotonic() - begun
