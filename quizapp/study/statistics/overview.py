"""All statistics at once, for one period and some packs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from quizapp.packs.model import ItemId, Pack
from quizapp.study.model import Tuning
from quizapp.study.scheduling import pace_of
from quizapp.study.standing import Standing
from quizapp.study.statistics.attempts import Attempts, count_attempts
from quizapp.study.statistics.concepts import ConceptStrength, measure_concepts
from quizapp.study.statistics.days import Days, micros
from quizapp.study.statistics.forecast import Forecast, forecast_due
from quizapp.study.statistics.hardest import Hard, find_hardest
from quizapp.study.statistics.items import Items, read_items
from quizapp.study.statistics.memory import Spread, spread_of_difficulty, spread_of_stability
from quizapp.study.statistics.period import Period
from quizapp.study.statistics.retention import Retention, measure_retention
from quizapp.study.statistics.review_days import ReviewDays, count_review_days
from quizapp.study.statistics.steps import Query, Steps, read_steps
from quizapp.study.statistics.time_spent import TimeSpent, add_up_time

MOST_HARD = 10


@dataclass(frozen=True)
class Past:
    """What the journal says, read once for all statistics.

    Attributes:
        tuning: how the scheduler works.
    """

    steps: Steps
    items: Items
    tuning: Tuning

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever done."""
        return not self.steps.at.size

    def of(self, packs: tuple[Pack, ...]) -> "Past":
        """Return the past with the items of these packs only, those that the packs have no more left out."""
        here = self.items.among({item.id for pack in packs for item in pack.items()})
        return Past(self.steps.where(np.isin(self.steps.item, here.number)), here, self.tuning)


@dataclass(frozen=True)
class Overview:
    """All statistics; what each is, its module says. `ids` are those of items by number."""

    review_days: ReviewDays
    forecast: Forecast
    retention: Retention
    time: TimeSpent
    stability: Spread
    difficulty: Spread
    concepts: tuple[ConceptStrength, ...]
    attempts: Attempts
    hardest: tuple[Hard, ...]
    ids: dict[int, ItemId]


def read_past(query: Query, standings: Mapping[ItemId, Standing], tuning: Tuning) -> Past:
    """Read what statistics count.

    Args:
        query: reads the derived tables, from any thread: `Learner.query`.
        standings: where items stand: `Learner.standings()`.
        tuning: how the scheduler works.

    Raises:
        JournalError: if the tables can't be read.
    """
    return Past(read_steps(query), read_items(query, standings), tuning)


def look_over(past: Past, packs: tuple[Pack, ...], period: Period, now: datetime, days: Days) -> Overview:
    """Work out all statistics.

    Args:
        past: all of it.
        packs: what to look at.
        period: for what happened; what is or will be does not depend on it, nor does the calendar of a year.
        now: UTC.
        days: when the learner's days begin.
    """
    chosen = past.of(packs)
    first = None if period.days is None else days.today(now) - period.days + 1
    since = None if first is None else micros(days.beginning(first))
    recent = chosen.steps if since is None else chosen.steps.where(np.asarray(chosen.steps.at >= since))
    return Overview(
        review_days=count_review_days(chosen.steps, now, days),
        forecast=forecast_due(chosen.items, now, days),
        retention=measure_retention(recent, days, past.tuning.retention),
        time=add_up_time(recent, now, days, first),
        stability=spread_of_stability(chosen.items),
        difficulty=spread_of_difficulty(chosen.items),
        concepts=measure_concepts(packs, chosen.items, now, decay_of(past.tuning)),
        attempts=count_attempts(chosen.steps, since),
        hardest=find_hardest(recent, MOST_HARD),
        ids=chosen.items.by_number,
    )


def decay_of(tuning: Tuning) -> float:
    """Return how fast memory fades under a tuning: FSRS's last parameter, positive."""
    return float(pace_of(tuning).step_by_step.parameters[-1])
