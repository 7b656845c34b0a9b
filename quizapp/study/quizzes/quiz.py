"""A quiz as its rows of the journal tell it: what was asked and answered, what is left, how much time is used.

The rows decide alone, so that a quiz goes on after a restart, a power cut or on another device. The first answer to an
item is the one that counts, also where two devices' journals were merged.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from quizapp.packs.model import ItemId
from quizapp.study.entries import QuizAnswered, QuizBegun, QuizEnded, QuizPaused, Row

ROWS = (QuizBegun, QuizAnswered, QuizPaused, QuizEnded)
"""The kinds of row that tell of quizzes."""


class When(StrEnum):
    """When an answer is told to be right or not."""

    AT_ONCE = "at_once"
    AT_THE_END = "at_the_end"


class Given(Struct, frozen=True, kw_only=True):
    """The answer to one item.

    Attributes:
        answer: in words, or the code. detail: the same as `QuizAnswered` has it, for whoever wrote it.
        seconds: spent on the item.
    """

    item: ItemId
    answer: str
    right: bool
    seconds: float
    detail: str = ""


class Quiz(Struct, frozen=True, kw_only=True):
    """One quiz.

    Attributes:
        id: `quiz/` and 32 hexadecimal digits.
        begun_at: UTC. ended_at: None while it is not over.
        items: what is asked, in order, each once.
        limit: seconds, None for none.
        lessons: what was chosen, as `pack/lesson`; empty for all. kinds: which kinds of item; empty for all.
        count: how many items were wanted, there may have been fewer; 0 where missed ones are asked again.
        given: the answers in the order in which they were given, one an item.
        skipped: what was passed over and not answered since, in the order in which it comes again.
        used: seconds spent on it altogether, never less than those of its answers.
    """

    id: ItemId
    begun_at: datetime
    items: tuple[ItemId, ...]
    limit: float | None = None
    feedback: When = When.AT_ONCE
    counts: bool = False
    lessons: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    count: int = 0
    given: tuple[Given, ...] = ()
    skipped: tuple[ItemId, ...] = ()
    used: float = 0.0
    ended_at: datetime | None = None

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.ended_at is not None

    @property
    def is_out_of_time(self) -> bool:
        """Whether its limit is used up."""
        return self.limit is not None and self.used >= self.limit

    @property
    def left(self) -> tuple[ItemId, ...]:
        """What is not answered, in the order in which it comes: what was skipped comes last."""
        done = {given.item for given in self.given}
        untouched = tuple(item for item in self.items if item not in done and item not in self.skipped)
        return untouched + self.skipped

    @property
    def right(self) -> int:
        """How many answers are right."""
        return sum(given.right for given in self.given)

    @property
    def missed(self) -> tuple[ItemId, ...]:
        """What was answered wrong or not at all, in the order of the quiz."""
        right = {given.item for given in self.given if given.right}
        return tuple(item for item in self.items if item not in right)

    def given_to(self, item: ItemId) -> Given | None:
        """Return the answer to an item, or None."""
        return next((given for given in self.given if given.item == item), None)


def quizzes(rows: Iterable[Row]) -> tuple[Quiz, ...]:
    """Return every quiz that these rows, by time, tell of; the one that was begun last comes first.

    Rows of a quiz whose beginning is not among them are passed over.
    """
    begun: dict[ItemId, Quiz] = {}
    later: defaultdict[ItemId, list[Row]] = defaultdict(list)
    for row in rows:
        if isinstance(row.entry, QuizBegun):
            begun.setdefault(row.entry.item, _begun(row.entry, row.at))
        else:
            later[row.entry.item].append(row)
    told = [with_rows(quiz, later[quiz.id]) for quiz in begun.values()]
    return tuple(sorted(told, key=lambda quiz: quiz.begun_at, reverse=True))


def with_rows(quiz: Quiz, rows: Iterable[Row]) -> Quiz:
    """Return the quiz after more of its rows, by time."""
    for row in rows:
        quiz = with_entry(quiz, row.entry, row.at)
    return quiz


def with_entry(quiz: Quiz, entry: object, at: datetime) -> Quiz:
    """Return the quiz after one more entry, which is about it; one that tells nothing of a quiz changes nothing."""
    match entry:
        case QuizAnswered():
            return _answered(quiz, entry)
        case QuizPaused():
            return replace(quiz, used=max(quiz.used, entry.seconds))
        case QuizEnded():
            return replace(quiz, used=max(quiz.used, entry.seconds), ended_at=quiz.ended_at or at)
        case _:
            return quiz


def _begun(entry: QuizBegun, at: datetime) -> Quiz:
    # A word that only a newer version knows must not take the quiz away.
    feedback = When(entry.feedback) if entry.feedback in tuple(When) else When.AT_ONCE
    return Quiz(
        id=entry.item,
        begun_at=at,
        items=tuple(dict.fromkeys(entry.items)),
        limit=entry.seconds,
        feedback=feedback,
        counts=entry.counts,
        lessons=entry.lessons,
        kinds=entry.kinds,
        count=entry.count,
    )


def _answered(quiz: Quiz, entry: QuizAnswered) -> Quiz:
    if entry.asked not in quiz.items or quiz.given_to(entry.asked) is not None:
        return quiz
    used = quiz.used + entry.seconds
    others = tuple(item for item in quiz.skipped if item != entry.asked)
    if not entry.answer:
        return replace(quiz, used=used, skipped=(*others, entry.asked))
    given = Given(item=entry.asked, answer=entry.answer, right=entry.right, seconds=entry.seconds, detail=entry.detail)
    return replace(quiz, used=used, skipped=others, given=(*quiz.given, given))
