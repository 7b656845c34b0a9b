"""What recording runs of an exercise, and when its expectations were written. Knows no Qt."""

from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from quizapp.packs.model import Exercise

JSON_NAME: Final = "expected.json"
NUMBERS_NAME: Final = "expected.safetensors"
"""What recording writes; what reads them brings NumPy with it, so they are named here again."""


@dataclass(frozen=True)
class Recorded:
    """An exercise as it was when its expectations were last known to be its own.

    Attributes:
        written: when they were written, in ns since the epoch; None if that is not known.
    """

    exercise: Exercise
    written: int | None = None


def as_recorded(exercise: Exercise) -> Recorded:
    """Look when the expectations of an exercise were written, which are known to be its own."""
    try:
        return Recorded(exercise, (exercise.folder / JSON_NAME).stat().st_mtime_ns)
    except OSError:
        return Recorded(exercise)


def is_same_program(one: Exercise, other: Exercise) -> bool:
    """Tell whether recording both would run the same code and observe the same."""
    return one == other or _recorded_of(one) == _recorded_of(other)


def _recorded_of(exercise: Exercise) -> tuple[object, ...]:
    return (
        exercise.solution,
        exercise.given,
        exercise.probe,
        exercise.modules,
        exercise.variants,
        # What is said of a check, and what it is worth, is recorded nowhere.
        tuple(replace(check, says=None, weight=1.0) for check in exercise.checks),
        tuple((rule.kind, rule.name) for rule in exercise.rules),
        tuple((mistake.name, mistake.code) for mistake in exercise.mistakes),
    )
