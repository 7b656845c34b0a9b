"""What the Today page says and offers, decided from the schedule. Knows nothing of Qt."""

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    # Only annotations, and `Tally` when it counts: the page is painted before packs are read.
    from quizapp.packs.model import Item, ItemId, Pack, Text
    from quizapp.study.learner import Learner


class Stage(StrEnum):
    """Which of its panels the page shows first."""

    FIRST = "first"  # nothing was ever learnt here: says how it works
    READY = "ready"  # something is due or new
    CLEAR = "clear"  # nothing is left for today
    EMPTY = "empty"  # no pack has an item


class Awaited(StrEnum):
    """What must be done before there is anything to show."""

    PACKS = "packs"  # they are being read
    SCHEDULE = "schedule"  # it is being made anew


class Wait(Struct, frozen=True):
    """What the page waits for, and which share of it, 0 to 1, is done."""

    what: Awaited
    share: float


class Begun(Struct, frozen=True):
    """The exercise that was begun and not finished."""

    item: "ItemId"
    title: "Text"
    lesson: "Text"


class TodayState(Struct, frozen=True, kw_only=True):
    """Everything that the page shows, but for the sitting just ended.

    Attributes:
        due, new: items waiting now. done: items done today. minutes: about how long the waiting ones take.
        next_due: when the next item comes back, or None if none will.
        has_more: whether there are items that were never begun, beyond today's.
    """

    stage: Stage
    due: int = 0
    new: int = 0
    done: int = 0
    minutes: int = 0
    begun: Begun | None = None
    next_due: datetime | None = None
    has_more: bool = False
    seen_at: datetime = datetime(2000, 1, 1, tzinfo=UTC)

    @property
    def planned(self) -> int:
        """Done and waiting together."""
        return self.done + self.due + self.new


class Tally(Struct, frozen=True):
    """What was done in a sitting, each item counted once."""

    cards: int = 0
    questions: int = 0
    exercises: int = 0
    items: "frozenset[ItemId]" = frozenset()

    def with_item(self, item: "Item") -> "Tally":
        """Return the tally with one more item; the same one a second time changes nothing."""
        return self if item.id in self.items else self._counted(item, 1, self.items | {item.id})

    def without_item(self, item: "Item") -> "Tally":
        """Return the tally after an item was taken back."""
        return self._counted(item, -1, self.items - {item.id}) if item.id in self.items else self

    def _counted(self, item: "Item", step: int, items: "frozenset[ItemId]") -> "Tally":
        from quizapp.packs.model import Card, Exercise

        if isinstance(item, Card):
            return replace(self, cards=self.cards + step, items=items)
        if isinstance(item, Exercise):
            return replace(self, exercises=self.exercises + step, items=items)
        return replace(self, questions=self.questions + step, items=items)

    @property
    def total(self) -> int:
        """How many items were done."""
        return len(self.items)


def look_at_today(
    learner: "Learner", packs: "tuple[Pack, ...]", now: Callable[[], datetime] = datetime.now
) -> TodayState:
    """Ask the schedule what is waiting, and decide what the page shows."""
    today = learner.today()
    items = tuple(item.id for pack in packs for item in pack.items())
    progress = learner.progress(items)
    due, new = len(today.due), len(today.new)
    return TodayState(
        stage=_stage(total=progress.total, begun=progress.begun, waiting=due + new),
        due=due,
        new=new,
        done=today.done,
        minutes=today.minutes,
        begun=_begun(today.continue_with, packs),
        next_due=today.next_due,
        has_more=progress.begun < progress.total,
        seen_at=now().astimezone(),
    )


def _stage(*, total: int, begun: int, waiting: int) -> Stage:
    if total == 0:
        return Stage.EMPTY
    if begun == 0 and waiting:
        return Stage.FIRST
    return Stage.READY if waiting else Stage.CLEAR


def _begun(item_id: "ItemId | None", packs: "tuple[Pack, ...]") -> Begun | None:
    if item_id is None:
        return None
    for pack in packs:
        item, lesson = pack.find(item_id), pack.lesson_of(item_id)
        if item is not None and lesson is not None:
            return Begun(item.id, item.title, lesson.title)
    return None
