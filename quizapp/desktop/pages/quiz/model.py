"""What the Quiz page shows and offers: lessons to choose, quizzes that go on, those that are over. Knows no Qt."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import TYPE_CHECKING

import msgspec

from quizapp.judging.questions import Answer
from quizapp.not_json import NOT_JSON
from quizapp.packs.model import Item, ItemId, Pack, Text
from quizapp.study.entries import Entry, QuizEnded
from quizapp.study.model import AnsweredQuestion, AttemptMade
from quizapp.study.quizzes.choosing import (
    AskedKind,
    Choice,
    LessonKey,
    asked_kind,
    begin,
    begin_with_missed,
    last_choice,
)
from quizapp.study.quizzes.quiz import ROWS, Given, Quiz, quizzes
from quizapp.study.quizzes.related import cards_about

if TYPE_CHECKING:
    from quizapp.study.learner import Learner

LIMITS_MINUTES = (5, 10, 15, 20, 30, 45, 60, 90)
"""Time limits to choose from."""

MOST_ITEMS = 200
"""Of one quiz."""

Find = Callable[[ItemId], Item | None]


@dataclass(frozen=True)
class LessonOffer:
    """A lesson that has something to ask: how many items of each kind."""

    key: LessonKey
    title: Text
    kinds: Mapping[AskedKind, int]


@dataclass(frozen=True)
class PackOffer:
    """A pack with its lessons that have something to ask."""

    title: Text
    lessons: tuple[LessonOffer, ...]


def offers(packs: Iterable[Pack]) -> tuple[PackOffer, ...]:
    """Return what can be asked of each pack; those that have nothing are left out."""
    found = (PackOffer(pack.title, tuple(_offers_of(pack))) for pack in packs)
    return tuple(offer for offer in found if offer.lessons)


def _offers_of(pack: Pack) -> Iterable[LessonOffer]:
    for lesson in pack.lessons:
        kinds = Counter(kind for item in lesson.items if (kind := asked_kind(item)) is not None)
        if kinds:
            yield LessonOffer(f"{pack.id}/{lesson.id}", lesson.title, kinds)


def count_fitting(offered: Iterable[PackOffer], choice: Choice) -> int:
    """Return how many items fit a choice, whatever its count."""
    lessons = (lesson for pack in offered for lesson in pack.lessons if lesson.key in choice.lessons)
    return sum(count for lesson in lessons for kind, count in lesson.kinds.items() if kind in choice.kinds)


def kinds_offered(offered: Iterable[PackOffer]) -> frozenset[AskedKind]:
    """Return the kinds of which there is any item."""
    return frozenset(kind for pack in offered for lesson in pack.lessons for kind in lesson.kinds)


@dataclass(frozen=True)
class QuizState:
    """What the page knows of quizzes.

    Attributes:
        going_on: those that can be gone on with, the last one first. over: those that ended, the last one first.
        choice: what the learner chose last.
    """

    going_on: tuple[Quiz, ...]
    over: tuple[Quiz, ...]
    choice: Choice


def look_at_quizzes(learner: "Learner", offered: Iterable[PackOffer]) -> QuizState:
    """Read the quizzes; slow, it reads the disk.

    Raises:
        JournalError: if the journal can't be read.
    """
    found = quizzes(learner.entries(*ROWS))
    lessons = [lesson.key for pack in offered for lesson in pack.lessons]
    return QuizState(
        going_on=tuple(quiz for quiz in found if not quiz.is_over),
        over=tuple(quiz for quiz in found if quiz.is_over),
        choice=last_choice(found, lessons),
    )


def begin_quiz(learner: "Learner", packs: tuple[Pack, ...], choice: Choice, random: Random) -> Quiz | None:
    """Begin a quiz of what was chosen; None if nothing fits. Slow, it writes to the disk.

    Raises:
        JournalError: if it can't be written.
    """
    begun = begin(packs, choice, random)
    return None if begun is None else _written(learner, begun)


def repeat_missed(learner: "Learner", quiz: Quiz, items: tuple[ItemId, ...]) -> Quiz:
    """Begin a quiz of these items of another one. Slow, it writes to the disk.

    Raises:
        JournalError: if it can't be written.
    """
    return _written(learner, begin_with_missed(quiz, items))


def end_quiz(learner: "Learner", quiz: Quiz) -> Quiz:
    """End a quiz that is not being asked, and return it. Slow, it writes to the disk.

    Raises:
        JournalError: if it can't be written.
    """
    return _written(learner, QuizEnded(item=quiz.id, seconds=quiz.used))


def _written(learner: "Learner", entry: Entry) -> Quiz:
    learner.append((entry,))
    return next(quiz for quiz in quizzes(learner.entries(*ROWS)) if quiz.id == entry.item)


class Came(StrEnum):
    """How an item of a quiz came out."""

    RIGHT = "right"
    WRONG = "wrong"
    OPEN = "open"  # not answered


@dataclass(frozen=True)
class ResultLine:
    """One item of a quiz that is over; `item` is None where it was taken out of its pack since."""

    number: int
    item_id: ItemId
    item: Item | None
    came: Came
    given: Given | None


def result_lines(quiz: Quiz, find: Find) -> tuple[ResultLine, ...]:
    """Return every item of a quiz with how it came out, in order."""
    return tuple(
        ResultLine(number, item, find(item), _came(given := quiz.given_to(item)), given)
        for number, item in enumerate(quiz.items, start=1)
    )


def _came(given: Given | None) -> Came:
    if given is None:
        return Came.OPEN
    return Came.RIGHT if given.right else Came.WRONG


def to_repeat(quiz: Quiz, find: Find) -> tuple[ItemId, ...]:
    """Return the missed items that there still are."""
    return tuple(item for item in quiz.missed if find(item) is not None)


def cards_to_read(packs: Iterable[Pack], item: Item, find: Find) -> tuple[tuple[ItemId, Text], ...]:
    """Return the cards about an item's concepts, with their titles."""
    cards = ((card, find(card)) for card in cards_about(packs, item))
    return tuple((card, found.title) for card, found in cards if found is not None)


def to_detail(answer: Answer) -> str:
    """Return an answer as a row of the journal keeps it, besides its words."""
    return msgspec.json.encode(answer).decode()


def from_detail(detail: str) -> Answer | None:
    """Return an answer that a row of the journal keeps; None if it keeps none."""
    try:
        return msgspec.json.decode(detail, type=tuple[int, ...] | str)
    except NOT_JSON:
        return None


@dataclass(frozen=True)
class Kept:
    """What is to be written of a quiz: its own entry and, where it counts, what the schedule is to learn of."""

    entry: Entry
    studied: AnsweredQuestion | AttemptMade | None = None


def write_kept(kept: Kept, learner: "Learner") -> None:
    """Write it into the journal; slow, it waits for the disk. Harmless if it is done again because it failed.

    Raises:
        JournalError: if it can't be written.
    """
    learner.append((kept.entry,))
    if isinstance(kept.studied, AnsweredQuestion):
        learner.record_answer(kept.studied)
    elif kept.studied is not None:
        learner.record_attempt(kept.studied)
