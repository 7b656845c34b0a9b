"""Keeps the learner's data safe while the app runs: backups and syncs that nobody asked for."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from quizapp.desktop.preferences import Preferences
from quizapp.desktop.services import Services
from quizapp.message import Message

if TYPE_CHECKING:
    from quizapp.study.data.safekeeping import LookedAfter


class Safekeeping:
    """Looks after the data at the start, in the background, and at the end."""

    def __init__(self, services: Services, preferences: Preferences, tell: Callable[[Message], None]) -> None:
        """Do nothing yet; `tell` hears what is in the way of nothing but the learner should know."""
        self._services, self._preferences, self._tell = services, preferences, tell

    def begin(self) -> None:
        """Back up what is due and sync, off the GUI thread."""
        from quizapp.study.data.safekeeping import look_after

        work = partial(look_after, self._services.home, self._services.learner, self._folder, datetime.now(UTC))
        self._services.runs.submit(work, self._show)

    def end(self) -> None:
        """Share what is new; the window is gone, and nobody else uses the journal any more."""
        from quizapp.study.data.safekeeping import leave

        leave(self._services.home, self._folder, datetime.now(UTC))

    @property
    def _folder(self) -> str:
        settings = self._preferences.settings
        return settings.sync_folder if settings.sync_by_itself else ""

    def _show(self, done: "LookedAfter") -> None:
        if done.new:
            # Own cards may have come; whoever shows what there is to study looks again.
            self._services.shelve()
            self._services.shelf.changed.emit()
        for says in done.told:
            self._tell(says)
