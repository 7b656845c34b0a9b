"""How much falls due on each of the next days."""

from datetime import date, datetime

import numpy as np
from msgspec import Struct

from quizapp.study.statistics.days import Days
from quizapp.study.statistics.items import Items

SPAN = 30


class DueDay(Struct, frozen=True):
    """A day, and how many items fall due on it."""

    day: date
    items: int


class Forecast(Struct, frozen=True, kw_only=True):
    """What comes back.

    Attributes:
        overdue: items that should have come back before today began.
        days: the next 30, today first.
    """

    overdue: int
    days: tuple[DueDay, ...]

    @property
    def today(self) -> int:
        """Items that fall due in the course of today."""
        return self.days[0].items

    @property
    def coming(self) -> int:
        """Items that fall due within these days; overdue ones don't count."""
        return sum(day.items for day in self.days)


def forecast_due(items: Items, now: datetime, days: Days) -> Forecast:
    """Count what is due, by day, as if nothing were reviewed meanwhile."""
    today = days.today(now)
    on = days.of(items.due[~np.isnan(items.due)].astype(np.int64))
    ahead = on[(on >= today) & (on < today + SPAN)] - today
    counts = np.bincount(ahead, minlength=SPAN)
    return Forecast(
        overdue=int((on < today).sum()),
        days=tuple(DueDay(date.fromordinal(today + place), int(count)) for place, count in enumerate(counts)),
    )
