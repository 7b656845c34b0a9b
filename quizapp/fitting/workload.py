"""What a higher or lower retention costs, from FSRS's own formula for intervals."""

from msgspec.structs import replace

from quizapp.study.model import Tuning
from quizapp.study.scheduling import pace_of

USUAL_RETENTION = Tuning().retention


def parameters_of(tuning: Tuning) -> tuple[float, ...]:
    """Return FSRS's parameters as they are used: the library's own where there are none, or none that it takes."""
    return tuple(pace_of(tuning).by_days.parameters)


def with_parameters(tuning: Tuning, parameters: tuple[float, ...]) -> Tuning:
    """Return the tuning with other parameters; none for the library's own."""
    return replace(tuning, parameters=parameters)


def workload(retention: float, tuning: Tuning) -> float:
    """Return how many times as many reviews this retention takes as the usual one.

    Intervals are so much shorter or longer, whatever the item. That what is forgotten has to be learnt again is not
    in it: below some 80 % that costs more than the longer intervals save.
    """
    decay = -parameters_of(tuning)[20]
    return float((USUAL_RETENTION ** (1 / decay) - 1) / (retention ** (1 / decay) - 1))
