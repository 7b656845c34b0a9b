"""Notices that one of the learner's days has ended while the app is open. Knows nothing of Qt."""

from datetime import datetime, timedelta, tzinfo

from quizapp.study.days import day_began, day_ends

LONGEST_WAIT = timedelta(minutes=10)
"""A machine that slept has slept through its timers too: none of them may be set for longer."""


class DayWatch:
    """Remembers in which of the learner's days somebody looked last."""

    def __init__(self, now: datetime, hour: int, zone: tzinfo | None = None) -> None:
        """Begin with the day that holds `now`.

        Args:
            now: aware.
            hour: at which days begin, 0 to 23, local time.
            zone: where the learner is; None means this machine's zone.
        """
        self._zone = zone
        self._began = day_began(now, zone, hour)

    def look(self, now: datetime, hour: int) -> bool:
        """Tell whether this is another day than at the last look."""
        before, self._began = self._began, day_began(now, self._zone, hour)
        return self._began != before

    def wait(self, now: datetime, hour: int) -> timedelta:
        """Return when to look again: as the next day begins, or sooner."""
        return min(day_ends(now, self._zone, hour) - now, LONGEST_WAIT)
