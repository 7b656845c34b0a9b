"""How long was learnt, by kind of item, per day or per week."""

from datetime import date, datetime

import numpy as np
from msgspec import Struct

from quizapp.study.standing import StepKind
from quizapp.study.statistics.days import Days, week_of
from quizapp.study.statistics.steps import Steps

MOST_DAYS = 92
"""Up to so many days each is shown by itself; beyond, weeks are."""


class Spent(Struct, frozen=True):
    """Seconds spent on each kind of item in a span that begins with this day."""

    begins: date
    cards: float
    questions: float
    exercises: float

    @property
    def seconds(self) -> float:
        """All together."""
        return self.cards + self.questions + self.exercises


class TimeSpent(Struct, frozen=True, kw_only=True):
    """The time that learning took.

    Attributes:
        spans: days or weeks, without gaps, the last holds today.
        by_week: which of the two.
        active_days: on how many days something was done.
    """

    spans: tuple[Spent, ...]
    by_week: bool
    active_days: int

    @property
    def seconds(self) -> float:
        """All of it."""
        return sum(span.seconds for span in self.spans)


def add_up_time(steps: Steps, now: datetime, days: Days, first: int | None = None) -> TimeSpent:
    """Add up what was spent from the day `first` on, or, with None, from the first step."""
    today = days.today(now)
    on = days.of(steps.at)
    past = on <= today
    on, steps = on[past], steps.where(past)
    begin = first if first is not None else int(on.min(initial=today))
    # Weeks are counted from the one that holds the first day, so that all are whole but the last.
    by_week = today - begin >= MOST_DAYS
    width = 7 if by_week else 1
    start = int(week_of(np.array([begin]))[0]) if by_week else begin
    place, wanted = (on - start) // width, on >= begin
    count = (today - start) // width + 1
    seconds = [
        np.bincount(place[chosen], weights=steps.milliseconds[chosen] / 1000, minlength=count)
        for chosen in (wanted & (steps.kind == kind) for kind in StepKind)
    ]
    spans = zip(*seconds, strict=True)
    return TimeSpent(
        spans=tuple(
            Spent(date.fromordinal(start + width * number), *map(float, span)) for number, span in enumerate(spans)
        ),
        by_week=by_week,
        active_days=int(np.unique(on[wanted]).size),
    )
