"""Which items a quiz asks: of the lessons and kinds that were chosen, spread over the lessons."""

from collections.abc import Iterable
from random import Random
from typing import TypeAlias
from uuid import uuid4

from msgspec import Struct

from quizapp.packs.model import Exercise, Item, ItemId, Pack, Question, QuestionKind
from quizapp.study.entries import QuizBegun
from quizapp.study.quizzes.quiz import Quiz, When

LessonKey: TypeAlias = str
"""`pack/lesson`."""

AskedKind: TypeAlias = str
"""The value of a `QuestionKind`, or EXERCISE."""

EXERCISE: AskedKind = "exercise"

KINDS: tuple[AskedKind, ...] = (*map(str, QuestionKind), EXERCISE)
"""All that a quiz can ask; a card has no answer to judge."""

LEAST_LIMIT_SECONDS = 60.0
"""Of a quiz of missed items; its limit is cut down with their number."""


class Choice(Struct, frozen=True, kw_only=True):
    """What the learner wants to be asked.

    Attributes:
        lessons: whose items. kinds: which of them. count: how many at most.
        seconds: the limit, None for none.
        feedback: when each answer is told to be right or not.
        counts: whether the answers count for the schedule too.
    """

    lessons: frozenset[LessonKey]
    kinds: frozenset[AskedKind] = frozenset(KINDS)
    count: int = 10
    seconds: float | None = None
    feedback: When = When.AT_ONCE
    counts: bool = False


def asked_kind(item: Item) -> AskedKind | None:
    """Return what the item is to a quiz; None for a card."""
    if isinstance(item, Question):
        return str(item.kind)
    return EXERCISE if isinstance(item, Exercise) else None


def fitting(packs: Iterable[Pack], choice: Choice) -> dict[LessonKey, tuple[ItemId, ...]]:
    """Return the items that fit the choice, whatever its count, by lesson; no lesson is empty."""
    found = {
        f"{pack.id}/{lesson.id}": tuple(item.id for item in lesson.items if asked_kind(item) in choice.kinds)
        for pack in packs
        for lesson in pack.lessons
    }
    return {lesson: items for lesson, items in found.items() if items and lesson in choice.lessons}


def choose(packs: Iterable[Pack], choice: Choice, random: Random) -> tuple[ItemId, ...]:
    """Return what to ask, in the order in which to ask it: one of each lesson in turn, as long as there are any.

    Args:
        packs: what there is.
        choice: what is wanted.
        random: decides; the same state of it gives the same items.
    """
    rounds = [random.sample(items, len(items)) for items in fitting(packs, choice).values()]
    asked: list[ItemId] = []
    while any(rounds) and len(asked) < choice.count:
        turns = [items for items in rounds if items]
        random.shuffle(turns)
        asked += [items.pop() for items in turns]
    return tuple(asked[: choice.count])


def begin(packs: tuple[Pack, ...], choice: Choice, random: Random) -> QuizBegun | None:
    """Return the first row of a quiz of the chosen items, or None if no item fits."""
    items = choose(packs, choice, random)
    if not items:
        return None
    every = {f"{pack.id}/{lesson.id}" for pack in packs for lesson in pack.lessons}
    return QuizBegun(
        item=_new_id(),
        items=items,
        seconds=choice.seconds,
        feedback=str(choice.feedback),
        counts=choice.counts,
        lessons=() if choice.lessons >= every else tuple(sorted(choice.lessons)),
        kinds=() if choice.kinds >= set(KINDS) else tuple(kind for kind in KINDS if kind in choice.kinds),
        count=choice.count,
    )


def last_choice(quizzes: Iterable[Quiz], lessons: Iterable[LessonKey]) -> Choice:
    """Return what the learner chose last, as far as these lessons are still there; the usual if nothing was.

    Args:
        quizzes: the last one first; those that repeat missed items tell nothing.
        lessons: what there is; all of them are chosen if none of the former ones is left.
    """
    every = frozenset(lessons)
    last = next((quiz for quiz in quizzes if quiz.count), None)
    if last is None:
        return Choice(lessons=every)
    return Choice(
        lessons=every.intersection(last.lessons) or every,
        # A kind that only a newer version knows is passed over.
        kinds=frozenset(KINDS).intersection(last.kinds) or frozenset(KINDS),
        count=last.count,
        seconds=last.limit,
        feedback=last.feedback,
        counts=last.counts,
    )


def begin_with_missed(quiz: Quiz, items: Iterable[ItemId]) -> QuizBegun:
    """Return the first row of a quiz of these items of an earlier one, under the same conditions.

    Its limit is the earlier one's, cut down as the number of items is.
    """
    again = tuple(items)
    share = len(again) / max(len(quiz.items), 1)
    seconds = None if quiz.limit is None else max(quiz.limit * share, LEAST_LIMIT_SECONDS)
    return QuizBegun(
        item=_new_id(),
        items=again,
        seconds=seconds,
        feedback=str(quiz.feedback),
        counts=quiz.counts,
        lessons=quiz.lessons,
        kinds=quiz.kinds,
    )


def _new_id() -> ItemId:
    return f"quiz/{uuid4().hex}"
