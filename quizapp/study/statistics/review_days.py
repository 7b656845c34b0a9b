"""How much was reviewed on each day, and for how many days in a row."""

from datetime import date, datetime

import numpy as np
from msgspec import Struct

from quizapp.study.statistics.arrays import Whole
from quizapp.study.statistics.days import Days
from quizapp.study.statistics.steps import Steps

YEAR = 365


class ReviewDay(Struct, frozen=True):
    """One day and the reviews of it."""

    day: date
    reviews: int


class ReviewDays(Struct, frozen=True, kw_only=True):
    """A year of days.

    Attributes:
        days: the last 365, today last, those without reviews too.
        streak: days in a row with reviews up to today, or to yesterday as long as today has none.
        longest: the longest such row there ever was.
    """

    days: tuple[ReviewDay, ...]
    streak: int
    longest: int

    @property
    def reviews(self) -> int:
        """All reviews of the year."""
        return sum(day.reviews for day in self.days)

    @property
    def active(self) -> int:
        """Days of the year with reviews."""
        return sum(day.reviews > 0 for day in self.days)

    @property
    def busiest(self) -> ReviewDay:
        """The day with the most reviews."""
        return max(self.days, key=lambda day: day.reviews)


def count_review_days(steps: Steps, now: datetime, days: Days) -> ReviewDays:
    """Count the reviews of each day of the last year; what lies ahead of `now` counts as no review."""
    today = days.today(now)
    on = days.of(steps.at[steps.is_review])
    on = on[on <= today]
    first = today - YEAR + 1
    counts = np.bincount(on[on >= first] - first, minlength=YEAR)
    active = np.unique(on)
    return ReviewDays(
        days=tuple(ReviewDay(date.fromordinal(first + place), int(count)) for place, count in enumerate(counts)),
        streak=_streak(active, today),
        longest=_longest(active),
    )


def _streak(active: Whole, today: int) -> int:
    if not active.size or active[-1] < today - 1:
        return 0
    gaps = np.flatnonzero(np.diff(active) > 1)
    return int(active.size - (gaps[-1] + 1 if gaps.size else 0))


def _longest(active: Whole) -> int:
    if not active.size:
        return 0
    ends = np.concatenate([[-1], np.flatnonzero(np.diff(active) > 1), [active.size - 1]])
    return int(np.diff(ends).max())
