"""What to do today: what is due, what is new, how long it takes."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from math import ceil
from statistics import median

from quizapp.packs.model import Card, Exercise, Item, ItemId, Question
from quizapp.study.history import History, Step
from quizapp.study.model import Today

DAY_BEGINS = time(hour=4)
"""When a learner's day begins, local time: who studies past midnight still studies today."""

_USUAL_SECONDS: dict[type[Item], float] = {Card: 18.0, Question: 42.0, Exercise: 240.0}
_ENOUGH_TO_KNOW_THE_LEARNER = 5


def day_began(now: datetime, zone: tzinfo | None = None) -> datetime:
    """Return when the learner's day that holds `now` began, UTC; `zone` None means this machine's."""
    day = now.astimezone(zone).date()
    began = _beginning(day, zone)
    return began if began <= now else _beginning(day - timedelta(days=1), zone)


def plan_today(
    items: Iterable[Item], histories: Mapping[ItemId, History], *, new_per_day: int, now: datetime, began: datetime
) -> Today:
    """Decide what comes next.

    Args:
        items: all items of the packs, in lesson order; what is known of other items counts only as done.
        histories: of the items that anything is known of, if only that the learner slipped in their concept.
        new_per_day: how many items to begin in a day.
        now: UTC, as all times here.
        began: when the day began.
    """
    by_id = {item.id: item for item in items}
    known = {item: histories[item] for item in by_id if item in histories and histories[item].steps}
    due = _due(known, now)
    begun_today = sum(history.steps[0].at >= began for history in known.values())
    wanted = [item for item in by_id if item in histories and histories[item].slipped_at is not None]
    new = _new(dict.fromkeys([*wanted, *by_id]), known, new_per_day - begun_today)
    return Today(
        due=due,
        new=new,
        done=sum(_rated_since(began, history) for history in histories.values()),
        minutes=_minutes([by_id[item] for item in due + new], by_id, known),
        continue_with=_continue_with(known),
        next_due=_next_due(known, now),
    )


def _beginning(day: date, zone: tzinfo | None) -> datetime:
    # A naive time is this machine's, with the offset of that day, which may differ from today's.
    return datetime.combine(day, DAY_BEGINS, zone).astimezone(UTC)


def _due(known: Mapping[ItemId, History], now: datetime) -> tuple[ItemId, ...]:
    waiting = [(history.due, item) for item, history in known.items() if history.due and history.is_due(now)]
    return tuple(item for _, item in sorted(waiting, key=lambda pair: pair[0]))


def _next_due(known: Mapping[ItemId, History], now: datetime) -> datetime | None:
    return min((history.due for history in known.values() if history.due and history.due > now), default=None)


def _new(items: Iterable[ItemId], known: Mapping[ItemId, History], free: int) -> tuple[ItemId, ...]:
    """Return what was begun and never rated, which is free, and untouched items as far as the day allows."""
    untouched = [item for item in items if item not in known][: max(0, free)]
    offered = {item for item, history in known.items() if history.card is None} | set(untouched)
    return tuple(item for item in items if item in offered)


def _rated_since(began: datetime, history: History) -> int:
    return sum(step.rating is not None for step in history.steps if step.at >= began)


def _continue_with(known: Mapping[ItemId, History]) -> ItemId | None:
    left = [
        (history.steps[-1].at, item)
        for item, history in known.items()
        if history.steps[-1].is_attempt and not history.steps[-1].passed
    ]
    return max(left, key=lambda pair: pair[0])[1] if left else None


def _minutes(queue: list[Item], items: Mapping[ItemId, Item], known: Mapping[ItemId, History]) -> int:
    seconds = {kind: _seconds(kind, items, known) for kind in {type(item) for item in queue}}
    return ceil(sum(seconds[type(item)] for item in queue) / 60)


def _seconds(kind: type[Item], items: Mapping[ItemId, Item], known: Mapping[ItemId, History]) -> float:
    """Return how long this learner usually takes for an item of this kind, or learners in general."""
    own = [
        seconds
        for item, history in known.items()
        if isinstance(items[item], kind)
        for seconds in _seconds_to_each_rating(history.steps)
    ]
    return median(own) if len(own) >= _ENOUGH_TO_KNOW_THE_LEARNER else _USUAL_SECONDS[kind]


def _seconds_to_each_rating(steps: tuple[Step, ...]) -> list[float]:
    taken, since = [], 0.0
    for step in steps:
        since += step.seconds
        if step.rating is not None:
            taken.append(since)
        if step.rating is not None or step.passed:  # a pass without a rating was practice, ahead of time
            since = 0.0
    return taken
