"""How likely items are known now: FSRS's forgetting curve, for many items at once."""

from datetime import datetime

import numpy as np

from quizapp.study.statistics.arrays import Reals
from quizapp.study.statistics.days import DAY, micros

KNOWN_AT_STABILITY = 0.9
"""By definition: after as many days as its stability an item is known with this probability."""


def retrievability(stability: Reals, rated_at: Reals, now: datetime, decay: float) -> Reals:
    """Return the probability with which each item is known at `now`.

    Args:
        stability: days; NaN gives NaN.
        rated_at: µs since 1970, UTC; likewise.
        now: when they would be asked.
        decay: FSRS's last parameter, positive.
    """
    # FSRS counts whole days; a rating from a clock that was ahead has just been given.
    days = np.maximum(0.0, np.floor((micros(now) - rated_at) / DAY))
    factor = KNOWN_AT_STABILITY ** (-1 / decay) - 1
    return np.asarray((1 + factor * days / stability) ** -decay)
