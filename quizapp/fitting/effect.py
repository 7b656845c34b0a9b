"""What another tuning would do to the schedule, before it does it: a dry replay of every rating."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from quizapp.fitting.rated import RatedSteps
from quizapp.packs.model import ItemId
from quizapp.study.model import Tuning
from quizapp.study.scheduling import pace_of, review
from quizapp.study.standing import UNTOUCHED, Standing

_DAY: Final = timedelta(days=1)


class Effect(Struct, frozen=True, kw_only=True):
    """What would be different.

    Attributes:
        items: how many would come back at another time.
        mean_days: by how much they move, whichever way; sooner: how many of them come sooner.
        more_due: how many more would be due now; fewer if negative.
        a_day_before, a_day_after: how many of the items that are learnt come back in a day, as their intervals are.
    """

    items: int
    sooner: int
    mean_days: float
    more_due: int
    a_day_before: float
    a_day_after: float


class _Move(Struct, frozen=True):
    """One item as it stands and as it would."""

    before: Standing
    after: Standing

    @property
    def by(self) -> timedelta:
        assert self.before.due is not None and self.after.due is not None
        return self.after.due - self.before.due


def effect_of(
    tuning: Tuning, steps: Iterable[RatedSteps], standings: Mapping[ItemId, Standing], now: datetime
) -> Effect:
    """Work out what a tuning would do; reads only. Takes a second for some 50,000 ratings.

    Args:
        tuning: the one to try.
        steps: of all items.
        standings: as they are.
        now: UTC.
    """
    moves = [move for item in steps if (move := _move(item, tuning, standings)) is not None]
    changed = [move.by for move in moves if move.by]
    return Effect(
        items=len(changed),
        sooner=sum(by < timedelta() for by in changed),
        mean_days=sum(abs(by) / _DAY for by in changed) / len(changed) if changed else 0.0,
        more_due=sum(_is_up(move.after, now) - _is_up(move.before, now) for move in moves),
        a_day_before=sum(_times_a_day(move.before) for move in moves),
        a_day_after=sum(_times_a_day(move.after) for move in moves),
    )


def tuned(item: RatedSteps, tuning: Tuning) -> Standing:
    """Return an item's memory as it were if it had always been scheduled with this tuning; the rest is untouched."""
    pace, standing, name = pace_of(tuning), UNTOUCHED, item.ratings.item
    for at, rating, kind in item:
        standing = review(name, standing, rating, at, kind, pace)
    return standing


def _move(item: RatedSteps, tuning: Tuning, standings: Mapping[ItemId, Standing]) -> _Move | None:
    """Return how an item moves, None if it does not come back at all."""
    before = standings.get(item.ratings.item, UNTOUCHED)
    memory = tuned(item, tuning)
    after = replace(before, state=memory.state, memory_due=memory.memory_due, rated_at=memory.rated_at)
    return None if before.suspended or before.due is None or after.due is None else _Move(before, after)


def _is_up(standing: Standing, now: datetime) -> bool:
    return standing.is_due(now) and not standing.is_away(now)


def _times_a_day(standing: Standing) -> float:
    """Return how often an item comes back in a day, 0 for one that is in its first minutes."""
    if not standing.is_learnt or standing.memory_due is None or standing.rated_at is None:
        return 0.0
    return min(1.0, _DAY / max(standing.memory_due - standing.rated_at, _DAY))
