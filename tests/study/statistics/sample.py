"""Numbers that statistics count in, made by hand where a journal would take too long."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import numpy as np
from msgspec import Struct

from quizapp.packs.model import Text
from quizapp.study.standing import Stage, StepKind
from quizapp.study.statistics.concepts import ConceptStrength
from quizapp.study.statistics.days import Days, micros
from quizapp.study.statistics.items import Items
from quizapp.study.statistics.steps import Steps

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
"""A Monday."""

IN_UTC = Days(zone=UTC, begins=4)


class Done(Struct, frozen=True, kw_only=True):
    """One step."""

    item: int = 1
    days_ago: float = 0
    kind: StepKind = StepKind.CARD
    rating: int = 3
    state: Stage = Stage.REVIEW
    waited: bool = True
    passed: bool = True
    shown: bool = False
    seconds: float = 10


def steps_of(*done: Done) -> Steps:
    """Return these steps as arrays."""

    def flags(values: Iterable[int]) -> "np.ndarray[tuple[int], np.dtype[np.uint8]]":
        return np.fromiter(values, dtype=np.uint8)

    return Steps(
        at=np.array([micros(NOON - timedelta(days=one.days_ago)) for one in done], dtype=np.int64),
        item=np.array([one.item for one in done], dtype=np.int64),
        milliseconds=np.array([round(one.seconds * 1000) for one in done], dtype=np.int64),
        kind=flags(one.kind for one in done),
        rating=flags(one.rating for one in done),
        state=flags(one.state for one in done),
        waited=flags(one.waited for one in done),
        passed=flags(one.passed for one in done),
        shown=flags(one.shown for one in done),
    )


class Known(Struct, frozen=True, kw_only=True):
    """Where one item stands."""

    item: str = "p/l/a"
    due_in: float | None = None
    stability: float | None = None
    difficulty: float | None = None
    rated_days_ago: float | None = None


def items_of(*known: Known) -> Items:
    """Return these items as arrays, numbered from 1."""

    def moment(days: float | None) -> float | None:
        return None if days is None else micros(NOON + timedelta(days=days))

    def reals(values: Iterable[float | None]) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
        return np.array(list(values), dtype=np.float64)

    return Items(
        number=np.arange(1, len(known) + 1),
        id=tuple(one.item for one in known),
        due=reals(moment(one.due_in) for one in known),
        stability=reals(one.stability for one in known),
        difficulty=reals(one.difficulty for one in known),
        rated_at=reals(moment(None if one.rated_days_ago is None else -one.rated_days_ago) for one in known),
    )


def strength(title: str, value: float, *begun: str) -> ConceptStrength:
    """Return a concept with this strength."""
    return ConceptStrength(
        pack="p", title=Text("en", {"en": title}), strength=value, items=(*begun, "p/l/other"), begun=begun
    )
