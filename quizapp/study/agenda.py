"""What comes when: all that the next item is chosen from, kept sorted so that choosing takes no look at every item."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, TypeAlias

from msgspec import Struct

from quizapp.packs.model import ItemId
from quizapp.study.curriculum import Curriculum, LessonKey
from quizapp.study.memory import Memory
from quizapp.study.slipped import Slipped
from quizapp.study.standing import Standing

Coming: TypeAlias = tuple[datetime, datetime, int]
"""When an item comes up, when it is due, which differs if it is buried, and its place in the curriculum."""

_FEW = 200
"""Of more items than these it is quicker to look at all anew."""


class Agenda(Struct, frozen=True):
    """The items of the curriculum by what may be done with them; replaced whole by every change.

    Attributes:
        curriculum, memory, slipped: what it follows from.
        coming: the items that come back, sorted.
        untouched: places of the items that may be begun, sorted. started: of those begun and never rated, sorted.
        begun_at: when each item was begun, sorted.
        counting: how many items of each lesson are rated or suspended.
        left: places of the exercises whose last attempt did not pass, sorted, after the time of that.
    """

    curriculum: Curriculum
    memory: Memory
    slipped: Slipped
    coming: list[Coming]
    untouched: list[int]
    started: list[int]
    begun_at: list[datetime]
    counting: Mapping[LessonKey, int]
    left: list[tuple[datetime, int]]

    def standing(self, item: ItemId) -> Standing:
        """Return where an item stands, slips included."""
        return self.slipped.get(item) or self.memory.standing(item)


def agenda_of(curriculum: Curriculum, memory: Memory, slipped: Slipped) -> Agenda:
    """Look at every item once."""
    agenda = Agenda(curriculum, memory, slipped, [], [], [], [], Counter(), [])
    lists = _Lists(agenda)
    for item in curriculum.items:
        lists.append(item, agenda.standing(item))
    lists.sort()
    return lists.agenda(memory, slipped)


def agenda_after(before: Agenda, items: Iterable[ItemId], memory: Memory, slipped: Slipped) -> Agenda:
    """Return the agenda with other standings of these items, of which some may not be in the curriculum."""
    changed = [item for item in items if item in before.curriculum.places]
    if len(changed) > _FEW:
        return agenda_of(before.curriculum, memory, slipped)
    lists = _Lists(before)
    for item in changed:
        lists.remove(item, before.standing(item))
        lists.add(item, slipped.get(item) or memory.standing(item))
    return lists.agenda(memory, slipped)


class _Lists:
    """The lists of an agenda while they are changed."""

    def __init__(self, before: Agenda) -> None:
        self._curriculum = before.curriculum
        self._coming = before.coming.copy()
        self._untouched = before.untouched.copy()
        self._started = before.started.copy()
        self._begun_at = before.begun_at.copy()
        self._counting = Counter(before.counting)
        self._left = before.left.copy()

    def agenda(self, memory: Memory, slipped: Slipped) -> Agenda:
        """Return them; they are sorted."""
        return Agenda(
            self._curriculum,
            memory,
            slipped,
            self._coming,
            self._untouched,
            self._started,
            self._begun_at,
            self._counting,
            self._left,
        )

    def append(self, item: ItemId, standing: Standing) -> None:
        """Take an item in, at the end; `sort` comes when all are there."""
        for each, value in self._entries(item, standing):
            each.append(value)
        self._count(item, standing, 1)

    def sort(self) -> None:
        """Sort what was appended."""
        for each in (self._coming, self._started, self._untouched, self._begun_at, self._left):
            each.sort()

    def add(self, item: ItemId, standing: Standing) -> None:
        """Take an item into lists that are sorted."""
        for each, value in self._entries(item, standing):
            insort(each, value)
        self._count(item, standing, 1)

    def remove(self, item: ItemId, standing: Standing) -> None:
        """Take an item out of lists that are sorted; `standing` is the one that it was taken in with."""
        for each, value in self._entries(item, standing):
            del each[bisect_left(each, value)]
        self._count(item, standing, -1)

    def _count(self, item: ItemId, standing: Standing, by: int) -> None:
        if standing.is_rated or standing.suspended:
            self._counting[self._curriculum.places[item].lesson] += by

    def _entries(self, item: ItemId, standing: Standing) -> Iterator[tuple[list[Any], Any]]:
        number = self._curriculum.places[item].number
        if standing.first_at is not None:
            yield self._begun_at, standing.first_at
        if standing.suspended:
            return
        due, comes_up_at = standing.due, standing.comes_up_at
        if due is not None and comes_up_at is not None:
            yield self._coming, (comes_up_at, due, number)
        elif not standing.is_rated:
            yield self._started if standing.is_begun else self._untouched, number
        if standing.is_open and standing.last_at is not None:
            yield self._left, (standing.last_at, number)
