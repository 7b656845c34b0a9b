"""Keeps the learner's data safe while the app runs: backups and syncs that nobody asked for."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from quizapp.desktop.preferences import Preferences
from quizapp.desktop.services import Services
from quizapp.message import Message
from quizapp.study.learner import utc_now

if TYPE_CHECKING:
    from quizapp.study.data.safekeeping import LookedAfter


class Safekeeping:
    """Looks after the data at the start, each day from then on, in the background, and at the end."""

    def __init__(
        self,
        services: Services,
        preferences: Preferences,
        tell: Callable[[Message], None],
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        """Do nothing yet.

        Args:
            services: the open home.
            preferences: whether and where to sync.
            tell: hears what is in the way of nothing but the learner should know.
            clock: gives aware times.
        """
        self._services, self._preferences, self._tell, self._clock = services, preferences, tell, clock
        self._looked_at = clock()

    def begin(self) -> None:
        """Back up what is due and sync, off the GUI thread."""
        from quizapp.study.data.safekeeping import look_after

        self._looked_at = now = self._clock()
        work = partial(look_after, self._services.home, self._services.learner, self._folder, now)
        self._services.runs.submit(work, self._show)

    def look_again(self) -> None:
        """Do that again if a day has gone by since; to be asked now and then, for the app may stay open for weeks."""
        from quizapp.study.data.due import EVERY

        # A clock that was set back is no reason to wait.
        if abs(self._clock() - self._looked_at) >= EVERY:
            self.begin()

    def end(self) -> None:
        """Share what is new; the window is gone, and nobody else uses the journal any more."""
        from quizapp.study.data.safekeeping import leave

        leave(self._services.home, self._folder, self._clock())

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
