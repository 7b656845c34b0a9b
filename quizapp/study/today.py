"""What to do today: what is due, what is new, how long it takes."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import datetime
from math import ceil
from operator import itemgetter

from quizapp.packs.model import ItemId
from quizapp.study.agenda import Agenda
from quizapp.study.curriculum import LessonKey
from quizapp.study.mixing import in_turn, mixed
from quizapp.study.model import Today
from quizapp.study.standing import StepKind

_USUAL_SECONDS = {StepKind.CARD: 18.0, StepKind.QUESTION: 42.0, StepKind.EXERCISE: 240.0}


_DUE, _NUMBER = itemgetter(1), itemgetter(2)
"""What stands where in an entry of `Agenda.coming`."""


class Plan:
    """What comes next, decided for one moment."""

    def __init__(self, agenda: Agenda, *, new_per_day: int, now: datetime, began: datetime) -> None:
        """Decide nothing yet.

        Args:
            agenda: what comes when; what is known of items that are in no pack counts only as done.
            new_per_day: how many items to begin in a day.
            now: UTC, as all times here.
            began: when the day began.
        """
        self._agenda = agenda
        self._curriculum = agenda.curriculum
        self._memory = agenda.memory
        self._new_per_day = new_per_day
        self._now = now
        self._began = began
        self._behind = bisect_right(agenda.coming, now, key=lambda coming: coming[0])

    def today(self) -> Today:
        """Return all that the Today page shows."""
        due, new = self.due(), self.new()
        return Today(
            due=due,
            new=new,
            done=sum(len(each) - bisect_left(each, self._began) for each in self._memory.lately.values()),
            minutes=self._minutes(due + new),
            continue_with=self._continue_with(),
            next_due=self._next_due(),
        )

    def queue(self) -> tuple[ItemId, ...]:
        """Return what is due with what is new in between."""
        return mixed(self.due(), self.new())

    def offers(self) -> tuple[tuple[ItemId, datetime | None], ...]:
        """Return the queue with when each item is due, None for what is new."""
        dues, queue = dict(self._dues()), self.queue()
        return tuple(zip(queue, map(dues.get, queue), strict=True))

    def waiting(self) -> frozenset[tuple[ItemId, datetime | None]]:
        """Return the offers without their order."""
        return frozenset(self._dues()).union((item, None) for item in self.new())

    def _dues(self) -> Iterable[tuple[ItemId, datetime]]:
        """Return what is due and since when; no step of this is Python's own: it is asked after every rating."""
        coming = self._agenda.coming[: self._behind]
        return zip(map(self._curriculum.items.__getitem__, map(_NUMBER, coming)), map(_DUE, coming), strict=True)

    def due(self) -> tuple[ItemId, ...]:
        """Return what is due: the lessons in turn, of each the longest overdue first."""
        items, places = self._curriculum.items, self._curriculum.places
        waiting = sorted(self._agenda.coming[: self._behind], key=_DUE)
        return in_turn((items[number] for _, _, number in waiting), lambda item: places[item].lesson)

    def new(self) -> tuple[ItemId, ...]:
        """Return what was begun and never rated, which is free, and untouched items as far as the day allows."""
        items, places = self._curriculum.items, self._curriculum.places
        wanted = {places[item].number for item in self._agenda.slipped if item in places}
        chosen = [*filter(self._is_here, self._agenda.started), *self._untouched(wanted)]
        return tuple(items[number] for number in sorted(chosen, key=lambda number: (number not in wanted, number)))

    def _untouched(self, wanted: set[int]) -> list[int]:
        """Return the items to begin today, those first that a slip calls for; what their lessons need is met."""
        free = self._new_per_day - self._begun_today()
        if free <= 0:
            return []
        items, places, open_lessons = self._curriculum.items, self._curriculum.places, self._open_lessons()
        untouched = self._agenda.untouched
        chosen: list[int] = []
        first = [number for number in untouched if number in wanted] if wanted else []
        for number in dict.fromkeys((*first, *untouched)):
            if places[items[number]].lesson in open_lessons and self._is_here(number):
                chosen.append(number)
                if len(chosen) == free:
                    break
        return chosen

    def _begun_today(self) -> int:
        begun_at = self._agenda.begun_at
        return len(begun_at) - bisect_left(begun_at, self._began)

    def _is_here(self, number: int) -> bool:
        return not self._agenda.standing(self._curriculum.items[number]).is_away(self._now)

    def _open_lessons(self) -> frozenset[LessonKey]:
        """Return the lessons whose needs are met: of each lesson needed, half is rated or suspended."""
        lessons, needs, counting = self._curriculum.lessons, self._curriculum.needs, self._agenda.counting
        met = {key for key, items in lessons.items() if 2 * counting[key] >= len(items)}
        # A lesson that the pack does not have can't be learnt first.
        return frozenset(key for key in lessons if all(need in met or need not in lessons for need in needs[key]))

    def _next_due(self) -> datetime | None:
        coming = self._agenda.coming
        return coming[self._behind][0] if self._behind < len(coming) else None

    def _continue_with(self) -> ItemId | None:
        left = self._agenda.left
        # Of those left at the same moment the first in the curriculum.
        return self._curriculum.items[left[bisect_left(left, (left[-1][0], 0))][1]] if left else None

    def _minutes(self, queue: tuple[ItemId, ...]) -> int:
        usual = {**_USUAL_SECONDS, **self._memory.usual}
        return ceil(sum(usual[self._curriculum.places[item].kind] for item in queue) / 60)
