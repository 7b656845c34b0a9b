"""The learner's days: from the hour that they set, in local time, whatever the clocks do in spring and autumn."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

import numpy as np

from quizapp.study.days import DAY_BEGINS, beginning_of
from quizapp.study.statistics.arrays import Whole

DAY = 86_400_000_000
"""A day of 24 hours in µs."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_DAY = _EPOCH.toordinal()
# Two days at each end stay free, so that no time zone leads out of what `datetime` knows.
_FIRST, _LAST = date.min.toordinal() + 2, date.max.toordinal() - 2


@dataclass(frozen=True)
class Days:
    """Says which of the learner's days a moment belongs to.

    Attributes:
        zone: None means this machine's.
        begins: the hour at which a day begins.
    """

    zone: tzinfo | None = None
    begins: int = DAY_BEGINS

    def of(self, at: Whole) -> Whole:
        """Return the day of each moment, as `date.toordinal` counts."""
        if not at.size:
            return np.zeros(0, dtype=np.int64)
        # Only days near a moment can hold it; a clock that was once set to another century costs nothing.
        near = np.unique(at // DAY) + _EPOCH_DAY
        candidates = np.unique(np.clip(np.concatenate([near - 2, near - 1, near, near + 1]), _FIRST, _LAST))
        beginnings = np.array([micros(self.beginning(int(day))) for day in candidates], dtype=np.int64)
        return np.asarray(candidates[np.maximum(np.searchsorted(beginnings, at, side="right") - 1, 0)])

    def today(self, now: datetime) -> int:
        """Return the day that it is now."""
        return int(self.of(np.array([micros(now)], dtype=np.int64))[0])

    def beginning(self, day: int) -> datetime:
        """Return when a day begins; UTC."""
        return beginning_of(date.fromordinal(day), self.zone, self.begins)


def micros(moment: datetime) -> int:
    """Return an aware moment as µs since 1970, UTC."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def week_of(days: Whole) -> Whole:
    """Return the Monday of each day's week."""
    # 1 January of the year 1, day 1, was a Monday.
    return np.asarray(days - (days - 1) % 7)
