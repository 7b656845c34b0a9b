"""What the section on scheduling shows and how its fields are read; knows no Qt."""

import re
from typing import Final

from msgspec import Struct

from quizapp.fitting.proposal import Proposal
from quizapp.message import Message, SaysError, message
from quizapp.study.model import Tuning

LONGEST_STEP_SECONDS: Final = 86_400
"""Learning steps are for the first day; days are FSRS's business."""

MOST_STEPS: Final = 12

_SECONDS: Final = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_STEP: Final = re.compile(r"(\d{1,5})([smhd]?)")
_BETWEEN: Final = re.compile(r"[\s,;，、；]+")


class SchedulingState(Struct, frozen=True, kw_only=True):
    """How things stand.

    Attributes:
        tuning: as the learner wants it; None until the journal is read.
        rebuilt: which share of the schedule is made anew, 0 to 1; None if nothing has to be.
        fitted: which share of a fit is done, 0 to 1; None if none runs.
        proposal: what a fit has found, until it is taken or left.
        says: why something could not be done.
    """

    tuning: Tuning | None = None
    rebuilt: float | None = None
    fitted: float | None = None
    proposal: Proposal | None = None
    says: Message | None = None


class StepsError(SaysError):
    """What was typed is no list of learning steps."""


def steps_from(text: str) -> tuple[int, ...]:
    """Read learning steps, in seconds: numbers with s, m, h or d behind them, minutes where nothing is; "" for none.

    Raises:
        StepsError: if it is something else, a step is zero or longer than a day, or there are too many.
    """
    words = [word for word in _BETWEEN.split(text.strip().lower()) if word]
    steps = tuple(_step_from(word) for word in words)
    if len(steps) > MOST_STEPS:
        raise StepsError(message("At most {count} steps, please.", count=MOST_STEPS))
    return steps


def _step_from(word: str) -> int:
    found = _STEP.fullmatch(word)
    seconds = int(found[1]) * _SECONDS[found[2] or "m"] if found else 0
    if not 1 <= seconds <= LONGEST_STEP_SECONDS:
        raise StepsError(
            message("“{word}” is no step. Write times up to a day one after another, such as 1m 10m 2h.", word=word)
        )
    return seconds


def steps_text(steps: tuple[int, ...]) -> str:
    """Return steps as they are typed: "1m 10m"."""
    return " ".join(_step_text(seconds) for seconds in steps)


def _step_text(seconds: int) -> str:
    unit = next(unit for unit in ("d", "h", "m", "s") if seconds % _SECONDS[unit] == 0)
    return f"{seconds // _SECONDS[unit]}{unit}"
