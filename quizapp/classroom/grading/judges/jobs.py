"""What a judge is handed, wherever it works: a piece of code, and everything that it is judged by."""

from collections.abc import Callable, Generator, Iterator
from enum import Enum
from typing import TypeAlias

from msgspec import Struct

from quizapp.classroom.grading.judges.judged import Judged
from quizapp.classroom.grading.submissions.handed_in import Code
from quizapp.judging.expectations import Expectations
from quizapp.packs.model import Exercise, ItemId


class Job(Struct, frozen=True):
    """A piece of code to judge; `key` is by what its judgement is known."""

    key: str
    item: ItemId
    code: Code


class Kit(Struct, frozen=True):
    """An exercise with what its solution left behind."""

    exercise: Exercise
    expectations: Expectations


Kits: TypeAlias = dict[ItemId, Kit]

Judgements: TypeAlias = Generator[tuple[str, Judged], None, None]
"""Keys of jobs with what came of them, in the order in which they are done."""


class Pace(Enum):
    """How much of what could be judged at a time is; the value is the share."""

    FULL = 1.0
    CALM = 0.5
    ALONE = 0.0

    def at_once(self, most: int) -> int:
        """Return how many jobs are judged at a time where so many could be; at least one."""
        return max(1, int(most * self.value))


JudgeAll: TypeAlias = Callable[[Iterator[Job], Kits, Pace], Judgements]
"""Judges jobs, of which it takes a few at a time from the iterator."""
