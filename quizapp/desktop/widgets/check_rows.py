"""The values that `CheckList` shows. Knows no Qt."""

from dataclasses import dataclass
from enum import StrEnum


class CheckMark(StrEnum):
    """What is known of one check."""

    UNTRIED = "untried"
    PASSED = "passed"
    FAILED = "failed"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True)
class Detail:
    """One finding in words.

    Attributes:
        expected, got: empty where the sentence says them.
        inputs: with which inputs it was found, to stand before it; "" if with those that the learner sees.
        look: the name of the value that can be looked at, "" if there is none. variant: whose value that is.
    """

    sentence: str
    expected: str = ""
    got: str = ""
    inputs: str = ""
    look: str = ""
    variant: str = ""


@dataclass(frozen=True)
class CheckRow:
    """One check in words, with what was found; `sentence` is Markdown, in a line."""

    mark: CheckMark
    sentence: str
    details: tuple[Detail, ...] = ()
