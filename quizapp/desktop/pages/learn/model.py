"""What the Learn page shows of lessons and items, decided from packs and schedule. Knows nothing of Qt."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from quizapp.packs.model import Card, Exercise, Item, ItemId, Lesson, Pack, Text
from quizapp.packs.outline import LessonOutline, Outline
from quizapp.study.model import ItemState, Progress

if TYPE_CHECKING:
    # Only annotations: the lessons are shown before the journal is open, and this brings the scheduler with it.
    from quizapp.study.learner import Learner


class Kind(StrEnum):
    """What an item is; the value is the icon's name too."""

    CARD = "card"
    QUESTION = "question"
    EXERCISE = "exercise"


class Mark(StrEnum):
    """How far the learner is with an item; the value is the icon's name too."""

    NEW = "new"
    STARTED = "started"
    LEARNT = "done"
    DUE = "due"
    AWAY = "pause"  # buried or suspended


@dataclass(frozen=True)
class ItemLine:
    """One item in a lesson's list."""

    item: ItemId
    kind: Kind
    title: Text
    mark: Mark


@dataclass(frozen=True)
class LessonState:
    """One lesson and how far the learner is with it.

    Attributes:
        lines: its items; none if they are still being read.
        is_read: whether they are read, and how far the learner is with them is known.
    """

    key: str
    title: Text
    summary: Text
    progress: Progress
    lines: tuple[ItemLine, ...]
    is_read: bool = True

    @property
    def due(self) -> int:
        """How many of its items are due."""
        return sum(line.mark is Mark.DUE for line in self.lines)

    @property
    def is_under_way(self) -> bool:
        """Whether it was begun and is not all learnt."""
        return self.progress.begun > 0 and self.progress.learnt < self.progress.total

    def to_study(self) -> tuple[ItemId, ...]:
        """Return what studying this lesson now means: all that is not learnt yet or due, or else all.

        What was put off stays away, unless there is nothing else.
        """
        here = tuple(line for line in self.lines if line.mark is not Mark.AWAY) or self.lines
        open_ones = tuple(line.item for line in here if line.mark is not Mark.LEARNT)
        return open_ones or tuple(line.item for line in here)


@dataclass(frozen=True)
class PackState:
    """One pack's lessons, in their order."""

    id: str
    title: Text
    lessons: tuple[LessonState, ...]


def look_at_outlines(outlines: tuple[Outline, ...]) -> tuple[PackState, ...]:
    """Return the lessons that list items, before any item is read."""
    return tuple(
        PackState(
            outline.id,
            outline.title,
            tuple(_unread(outline, lesson) for lesson in outline.lessons if lesson.items),
        )
        for outline in outlines
    )


def look_at_lessons(learner: "Learner", packs: tuple[Pack, ...]) -> tuple[PackState, ...]:
    """Ask the schedule how far the learner is with every lesson that has items."""
    return tuple(
        PackState(pack.id, pack.title, tuple(_lesson(learner, pack, lesson) for lesson in pack.lessons if lesson.items))
        for pack in packs
    )


def first_to_open(packs: tuple[PackState, ...]) -> str | None:
    """Return the key of the lesson that the learner is at: the first one begun and not all learnt; or None."""
    lessons = [lesson for pack in packs for lesson in pack.lessons]
    return next((lesson.key for lesson in lessons if lesson.is_under_way), None)


def _unread(pack: Outline, lesson: LessonOutline) -> LessonState:
    return LessonState(
        key=_key(pack, lesson),
        title=lesson.title,
        summary=lesson.summary,
        progress=Progress(len(lesson.items), 0, 0),
        lines=(),
        is_read=False,
    )


def _lesson(learner: "Learner", pack: Pack, lesson: Lesson) -> LessonState:
    return LessonState(
        key=_key(pack, lesson),
        title=lesson.title,
        summary=lesson.summary,
        progress=learner.progress(tuple(item.id for item in lesson.items)),
        lines=tuple(
            ItemLine(item.id, kind_of(item), item.title, _mark(learner.state(item.id))) for item in lesson.items
        ),
    )


def _key(pack: Pack | Outline, lesson: Lesson | LessonOutline) -> str:
    return f"{pack.id}/{lesson.id}"


def kind_of(item: Item) -> Kind:
    """Return what an item is."""
    if isinstance(item, Card):
        return Kind.CARD
    return Kind.EXERCISE if isinstance(item, Exercise) else Kind.QUESTION


def _mark(state: ItemState) -> Mark:
    marks = {
        ItemState.NEW: Mark.NEW,
        ItemState.STARTED: Mark.STARTED,
        ItemState.LEARNING: Mark.STARTED,
        ItemState.REVIEW: Mark.LEARNT,
        ItemState.DUE: Mark.DUE,
        ItemState.BURIED: Mark.AWAY,
        ItemState.SUSPENDED: Mark.AWAY,
    }
    return marks[state]
