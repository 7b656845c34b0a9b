"""Rows of what and how, one below another: what plain values and optimizers are shown as. Knows no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from quizapp.wording import Wording


class Mood(StrEnum):
    """How a row is meant: the name of a colour of the app."""

    PLAIN = "text"
    QUIET = "muted"
    WARNING = "warn"
    WRONG = "bad"


@dataclass(frozen=True)
class OutlineRow:
    """One row.

    Attributes:
        label: what it is about. value: how that is. note: what is to be said of it, in words.
        expected: the expected value where it is another one, else "".
        is_open: whether the rows below it are shown at first. is_title: whether it has no cells but heads others.
    """

    label: str
    value: str = ""
    expected: str = ""
    note: str = ""
    mood: Mood = Mood.PLAIN
    rows: tuple["OutlineRow", ...] = ()
    is_open: bool = True
    is_title: bool = False


def outline_text(rows: tuple[OutlineRow, ...], wording: Wording, indent: str = "") -> str:
    """Return the rows as indented lines."""
    return "\n".join(_lines(rows, wording, indent))


def row_text(row: OutlineRow, wording: Wording) -> str:
    """Return one row as a sentence."""
    expected = wording.say("expected {value}", value=row.expected) if row.expected else ""
    after = ", ".join(word for word in (row.value, expected, row.note) if word)
    return ": ".join(word for word in (row.label, after) if word)


def _lines(rows: tuple[OutlineRow, ...], wording: Wording, indent: str) -> Iterator[str]:
    for row in rows:
        yield indent + row_text(row, wording)
        yield from _lines(row.rows, wording, indent + "  ")
