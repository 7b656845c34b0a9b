"""The values that the study room takes and gives: ratings, what was done, what comes next."""

from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Annotated, Final

from msgspec import Meta, Struct

from quizapp.packs.model import ItemId


class Rating(IntEnum):
    """How well the learner knew it; the numbers are FSRS's and the keys that give them."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class ItemState(StrEnum):
    """Where an item stands for this learner, now."""

    NEW = "new"
    STARTED = "started"  # tried, never rated
    LEARNING = "learning"  # in its first minutes, or being learnt again; not due yet
    REVIEW = "review"  # learnt, comes back in days; not due yet
    DUE = "due"
    BURIED = "buried"  # put off until the next day begins
    SUSPENDED = "suspended"  # does not come up until the learner resumes it


class AnsweredQuestion(Struct, frozen=True, kw_only=True):
    """One answer to a question.

    Attributes:
        answer: as the learner gave it, in words, for their statistics.
        seconds: from the question being shown to the answer.
    """

    item: ItemId
    answer: str
    right: bool
    seconds: float


class AttemptMade(Struct, frozen=True, kw_only=True):
    """One check of an exercise's code, or the moment in which its solution was shown.

    Attributes:
        ending: how the run ended, the value of `sandbox.messages.Ending`; "" if nothing ran.
        mistake: the name of the recognised mistake. concept: what it is about, as the pack's items name it.
        seconds: since the previous check of this exercise, or since it was opened.
        hints: how many hints are open by now.
        solution_shown: whether the solution has been shown since the exercise was opened.
    """

    item: ItemId
    code: str
    passed: bool
    ending: str
    mistake: str | None
    seconds: float
    hints: int
    solution_shown: bool
    concept: str | None = None


class Today(Struct, frozen=True, kw_only=True):
    """What the learner has to do now.

    Attributes:
        due: what is due by now: the lessons in turn, of each the longest waiting first.
        new: what to begin, or has been begun and never rated, in lesson order; first what a slip calls for. What a
            lesson needs comes before it.
        done: ratings since the day began.
        minutes: an estimate for `due` and `new`, 0 only if both are empty.
        continue_with: the exercise attempted last of those whose latest attempt did not pass.
        next_due: when the next item that is not due yet falls due; UTC.
    """

    due: tuple[ItemId, ...] = ()
    new: tuple[ItemId, ...] = ()
    done: int = 0
    minutes: int = 0
    continue_with: ItemId | None = None
    next_due: datetime | None = None


class Progress(Struct, frozen=True):
    """How far the learner is with some items: how many there are, were begun, have left the learning steps."""

    total: int
    begun: int
    learnt: int


LONGEST_STEP: Final = 366 * 24 * 3600
"""Seconds; what is longer, in a journal from elsewhere, would lead out of the calendar."""


class Tuning(Struct, frozen=True, kw_only=True):
    """How the scheduler works; it stands in the journal, so that all devices of a learner agree.

    Attributes:
        retention: the share of items that should still be known when they come back.
        longest_days: no interval is longer.
        steps, relearning_steps: seconds after which a new, a forgotten card or question comes back, before days count.
        fuzz: whether intervals are varied a little, so that what was learnt together does not stay together.
        parameters: FSRS's 21 weights; empty for the library's own.
    """

    retention: Annotated[float, Meta(ge=0.7, le=0.97)] = 0.9
    longest_days: Annotated[int, Meta(ge=1, le=36500)] = 36500
    steps: tuple[Annotated[int, Meta(ge=1, le=LONGEST_STEP)], ...] = (60, 600)
    relearning_steps: tuple[Annotated[int, Meta(ge=1, le=LONGEST_STEP)], ...] = (600,)
    fuzz: bool = True
    parameters: tuple[float, ...] = ()
