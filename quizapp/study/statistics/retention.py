"""How much was still known when it came back, against the share that the learner aims at."""

from datetime import date

import numpy as np
from msgspec import Struct

from quizapp.study.model import Rating
from quizapp.study.statistics.days import Days, week_of
from quizapp.study.statistics.shares import Share
from quizapp.study.statistics.steps import Steps


class WeekKnown(Struct, frozen=True):
    """One week, by its Monday, and how much was known in it."""

    monday: date
    known: Share


class Retention(Struct, frozen=True, kw_only=True):
    """What came back after a day or later: how much of it was known.

    Attributes:
        weeks: those in which something came back, by time.
        desired: the share aimed at.
    """

    known: Share
    weeks: tuple[WeekKnown, ...]
    desired: float


def measure_retention(steps: Steps, days: Days, desired: float) -> Retention:
    """Count what was known of what came back, by week and in all."""
    recalls = steps.where(steps.is_recall)
    known = recalls.rating > Rating.AGAIN
    mondays, place = np.unique(week_of(days.of(recalls.at)), return_inverse=True)
    total = np.bincount(place, minlength=mondays.size)
    hits = np.bincount(place[known], minlength=mondays.size)
    return Retention(
        known=Share(int(known.sum()), int(known.size)),
        weeks=tuple(
            WeekKnown(date.fromordinal(int(monday)), Share(int(hit), int(of)))
            for monday, hit, of in zip(mondays, hits, total, strict=True)
        ),
        desired=desired,
    )
