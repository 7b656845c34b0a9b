"""The smallest real things to study: items, packs, a clock that is set by hand."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from quizapp.packs.model import Card, Check, Exercise, Item, Lesson, Pack, Question, QuestionKind, Text
from quizapp.study.model import AttemptMade

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class Clock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        """Move by days, hours, minutes, seconds …"""
        self.now += timedelta(**by)


def text(words: str) -> Text:
    return Text("en", {"en": words})


def card(item_id: str, *concepts: str) -> Card:
    return Card(id=item_id, folder=Path(), title=text("t"), front=text("f"), back=text("b"), concepts=concepts)


def question(item_id: str, *concepts: str) -> Question:
    return Question(
        id=item_id,
        folder=Path(),
        title=text("t"),
        kind=QuestionKind.NUMBER,
        prompt=text("p"),
        explanation=text("e"),
        answers=("1",),
        concepts=concepts,
    )


def exercise(item_id: str, *concepts: str) -> Exercise:
    return Exercise(
        id=item_id,
        folder=Path(),
        title=text("t"),
        prompt=text("p"),
        starter="",
        solution="x = 1",
        checks=(Check(observe="x"),),
        concepts=concepts,
    )


def pack(*items: Item) -> Pack:
    lesson = Lesson(id="l", title=text("l"), summary=text("s"), items=items)
    return Pack(id="p", version="1", title=text("p"), folder=Path(), language="en", lessons=(lesson,))


def attempt(
    item_id: str,
    *,
    passed: bool = False,
    seconds: float = 30.0,
    hints: int = 0,
    solution_shown: bool = False,
    concept: str | None = None,
) -> AttemptMade:
    return AttemptMade(
        item=item_id,
        code="x = 1",
        passed=passed,
        ending="finished",
        mistake=None if concept is None else "slip",
        seconds=seconds,
        hints=hints,
        solution_shown=solution_shown,
        concept=concept,
    )
