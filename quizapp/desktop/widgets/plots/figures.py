"""What plots draw: numbers, and words that are already in the reader's language. Knows no Qt."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from math import ceil, floor, log10
from typing import TypeAlias

Tick: TypeAlias = tuple[float, str]
"""A place on the axis at the left, and what stands beside it."""

MOST_TICKS = 4
_STEPS = (1, 2, 5, 10)


@dataclass(frozen=True)
class Bar:
    """One bar.

    Attributes:
        parts: heights of what is stacked, from below; as many as the legend has names, or one.
        tick: what stands below it, where there is room.
        tip: what it says, with its number.
        warns: whether it is drawn as a warning.
    """

    parts: tuple[float, ...]
    tick: str
    tip: str
    warns: bool = False

    @property
    def height(self) -> float:
        """All parts together."""
        return sum(self.parts)


@dataclass(frozen=True)
class Bars:
    """Bars beside each other; the last tick is the top."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    legend: tuple[str, ...] = ()


@dataclass(frozen=True)
class Point:
    """One measured value and the bounds that its true value lies within."""

    value: float
    low: float
    high: float
    tick: str
    tip: str


@dataclass(frozen=True)
class Points:
    """Points in a row, and a level that they are aimed at. The first and last ticks are bottom and top."""

    points: tuple[Point, ...]
    ticks: tuple[Tick, ...]
    aim: float
    aim_words: str


@dataclass(frozen=True)
class Square:
    """A day: in which column (week) and row (weekday), how full from 0 to FULL, and what it says."""

    column: int
    row: int
    level: int
    tip: str


FULL = 4
"""The level of a square on a day with the most."""


@dataclass(frozen=True)
class Squares:
    """A year of days, by time.

    Attributes:
        columns: how many there are.
        heads: what stands above a column (a month), by column.
        rows: what stands beside each row, "" for nothing.
        less, more: the ends of the legend.
    """

    squares: tuple[Square, ...]
    columns: int
    heads: dict[int, str]
    rows: tuple[str, ...]
    less: str
    more: str


@dataclass(frozen=True)
class Row:
    """A named share: a bar that is so full, words on it, and the items behind it.

    Attributes:
        share: 0 to 1.
        number: the share in words. detail: of what it is a share.
        items: to open; empty if there is nothing to do.
        action: the words of the button, "" for none. action_name: the same, said with the name.
    """

    name: str
    share: float
    number: str
    detail: str
    items: tuple[str, ...] = ()
    action: str = ""
    action_name: str = ""


@dataclass(frozen=True)
class Rows:
    """Named shares under each other, of which at first `shown` are seen.

    Attributes:
        warns: whether a full bar is bad.
        show_all: the words of the button that shows the others.
        action: the words of a button for the items of all rows, "" for none.
    """

    rows: tuple[Row, ...]
    shown: int
    show_all: str
    warns: bool = False
    action: str = ""

    def without_actions(self) -> "Rows":
        """Return all of the rows, with nothing to press: for a picture."""
        rows = tuple(replace(row, items=(), action="", action_name="") for row in self.rows)
        return Rows(rows, len(rows), "", self.warns)


class ColumnKind(StrEnum):
    """What the cells of a column are, and so how they are written."""

    TEXT = "text"
    DATE = "date"
    COUNT = "count"
    DECIMAL = "decimal"
    SHARE = "share"  # 0 to 1


@dataclass(frozen=True)
class Heading:
    """What stands above a column, and what is in it."""

    words: str
    kind: ColumnKind


Cell: TypeAlias = str | int | float | date | None
"""None where there is nothing to say."""


@dataclass(frozen=True)
class Table:
    """The numbers behind a figure, each row as long as the headings."""

    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]


Figure: TypeAlias = Bars | Points | Squares | Rows


def round_ticks(most: float, *, least_step: float = 1.0) -> tuple[float, ...]:
    """Return ticks from 0 up to `most` or a little beyond, at round numbers, each a multiple of `least_step`."""
    rough = max(most, least_step) / MOST_TICKS / least_step
    scale = 10.0 ** floor(log10(rough)) if rough >= 1 else 1.0
    step = least_step * next((times * scale for times in _STEPS if times * scale >= rough), 10 * scale)
    return tuple(step * number for number in range(max(1, ceil(most / step)) + 1))


def tick_stride(count: int, width: float, widest: float) -> int:
    """Return at every how many places a label stands, so that labels of `widest` don't touch on `width`."""
    return max(1, ceil(widest * count / max(width, 1.0)))
