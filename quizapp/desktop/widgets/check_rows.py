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
    """One finding in words; `expected` and `got` are empty where the sentence says them."""

    sentence: str
    expected: str = ""
    got: str = ""


@dataclass(frozen=True)
class CheckRow:
    """One check in words, with what was found."""

    mark: CheckMark
    sentence: str
    details: tuple[Detail, ...] = ()
