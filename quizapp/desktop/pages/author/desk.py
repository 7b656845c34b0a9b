"""The author's desk: one pack folder that is read whenever its files change, and the jobs done on it."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from quizapp.desktop.pages.author.outline import FolderSeen, list_items, see_folder
from quizapp.desktop.pages.author.state import OpenPack, opened, with_changes, with_outline
from quizapp.desktop.pages.author.watch import FolderWatch
from quizapp.desktop.services import Services


class AuthorDesk(QObject):
    """Holds the open pack, or none; `changed` tells that it is known anew, with an `OpenPack` or None."""

    changed = Signal(object)

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._is_reading = self._reads_again = False
        self.state: OpenPack | None = None
        self.watch = FolderWatch(services.runs, self)
        self.watch.changed.connect(self._follow)

    def open(self, folder: Path) -> None:
        """Open a folder in place of the one before."""
        self.put(opened(folder))
        self.watch.watch(None)
        self._services.runs.submit(partial(list_items, folder), self._show_list)

    def close(self) -> None:
        """Open none."""
        self.put(None)
        self.watch.watch(None)

    def put(self, state: OpenPack | None) -> None:
        """Know this from now on, and tell."""
        self.state = state
        self.changed.emit(state)

    def _show_list(self, listed: FolderSeen) -> None:
        """Show the names, and only then read what they stand for: both at once would take longer for the names."""
        if self.state is not None and self.state.outline.folder == listed.folder:
            self._show(listed)
            self.watch.watch(listed.folder)

    def _follow(self, written: Mapping[str, int | None]) -> None:
        if self.state is not None:
            self.state = with_changes(self.state, written)
            self._read()

    def _read(self) -> None:
        if self.state is None:
            return
        if self._is_reading:
            self._reads_again = True
            return
        self._is_reading, self._reads_again = True, False
        work: Any = partial(see_folder, self.state.outline.folder)
        self._services.runs.submit(work, self._have_read)

    def _have_read(self, outline: FolderSeen) -> None:
        self._is_reading = False
        self._show(outline)
        if self._reads_again or (self.state is not None and self.state.outline.folder != outline.folder):
            self._read()

    def _show(self, outline: FolderSeen) -> None:
        if self.state is not None and self.state.outline.folder == outline.folder:
            self.put(with_outline(self.state, outline))
