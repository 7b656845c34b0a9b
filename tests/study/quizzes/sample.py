"""Rows of quizzes, made by hand."""

from datetime import datetime, timedelta

from quizapp.study.entries import Entry, QuizAnswered, QuizBegun, QuizEnded, QuizPaused, Row
from quizapp.study.quizzes.quiz import Quiz, quizzes
from tests.study.sample import NOON

ID = "quiz/" + "0" * 32


def begun(*items: str, seconds: float | None = None, feedback: str = "at_once", counts: bool = False) -> QuizBegun:
    return QuizBegun(item=ID, items=items, seconds=seconds, feedback=feedback, counts=counts)


def answered(item: str, right: bool = True, seconds: float = 10.0, answer: str = "1") -> QuizAnswered:
    return QuizAnswered(item=ID, asked=item, answer=answer, right=right, seconds=seconds)


def skipped(item: str, seconds: float = 10.0) -> QuizAnswered:
    return answered(item, right=False, seconds=seconds, answer="")


def paused(seconds: float) -> QuizPaused:
    return QuizPaused(item=ID, seconds=seconds)


def ended(seconds: float) -> QuizEnded:
    return QuizEnded(item=ID, seconds=seconds)


def rows(*entries: Entry, at: datetime = NOON) -> tuple[Row, ...]:
    """Return the entries as rows a minute apart."""
    return tuple(
        Row(id=f"{number:032x}", device="d", at=at + timedelta(minutes=number), entry=entry)
        for number, entry in enumerate(entries)
    )


def told(*entries: Entry) -> Quiz:
    """Return the one quiz that these entries tell of."""
    (only,) = quizzes(rows(*entries))
    return only


def quiz(*items: str, seconds: float | None = None, feedback: str = "at_once", counts: bool = False) -> Quiz:
    """Return a quiz of which nothing is answered."""
    return told(begun(*items, seconds=seconds, feedback=feedback, counts=counts))
