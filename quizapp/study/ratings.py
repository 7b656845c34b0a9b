"""How an answer or an attempt becomes a rating, which the learner may change afterwards."""

from collections.abc import Sequence
from datetime import datetime
from itertools import takewhile
from math import inf
from statistics import median

from quizapp.study.model import AttemptMade, Rating
from quizapp.study.standing import Standing
from quizapp.study.steps import Step

ENOUGH_TO_KNOW = 5
"""So many ratings of a kind tell how long the learner usually takes."""

LOOKED_AT = 50
"""So many of the last ratings of a kind are looked at for it."""

FAST, SLOW = 0.5, 2.5
"""Right at once is EASY in less than this part of the usual time, HARD in more than this multiple of it."""


def usual_seconds(taken: Sequence[float]) -> float | None:
    """Return how long the learner usually takes, or None as long as that is not known.

    Args:
        taken: seconds that each of the last ratings of one kind took.
    """
    return median(taken) if len(taken) >= ENOUGH_TO_KNOW else None


def rate_answer(right: bool, seconds: float = 0.0, usual: float | None = None) -> Rating:
    """Return the rating of a question's answer: AGAIN if it is wrong, else by the time that it took.

    Args:
        right: whether it is.
        seconds: what it took.
        usual: what a question usually takes this learner, None if that is not known.
    """
    return _by_time(seconds, usual) if right else Rating.AGAIN


def rate_attempt(
    made: AttemptMade,
    standing: Standing,
    steps_today: Sequence[Step],
    now: datetime,
    usual: float | None = None,
) -> Rating | None:
    """Return the rating that follows from an attempt, or None if the schedule stays as it is.

    Passed at the first check without hints is GOOD, or EASY or HARD by the time that it took; with hints or after
    failed checks HARD; after the solution was shown AGAIN, once. An item that is not due gets no second rating for
    passing again.

    Args:
        made: the attempt.
        standing: of the exercise, before it.
        steps_today: what was done with the exercise since the learner's day began, by time.
        now: UTC.
        usual: seconds that an exercise usually takes this learner, None if that is not known.
    """
    if made.solution_shown:
        return _rate_with_solution(made, standing, steps_today, now)
    if not made.passed or _is_ahead(standing, now):
        return None
    if made.hints or standing.failures:
        return Rating.HARD
    return _by_time(standing.spent + made.seconds, usual)


def _by_time(seconds: float, usual: float | None) -> Rating:
    # A time that is not known, as of an imported answer, or that can't be says nothing.
    if not usual or not 0 < seconds < inf:
        return Rating.GOOD
    if seconds < FAST * usual:
        return Rating.EASY
    return Rating.HARD if seconds > SLOW * usual else Rating.GOOD


def _rate_with_solution(
    made: AttemptMade, standing: Standing, steps_today: Sequence[Step], now: datetime
) -> Rating | None:
    since_pass = list(takewhile(lambda step: not step.passed, reversed(steps_today)))
    if any(step.solution_shown and step.rating is not None for step in since_pass):
        return None
    passed_today = len(since_pass) < len(steps_today)
    if _is_ahead(standing, now) and (made.passed or passed_today):
        return None
    return Rating.AGAIN


def _is_ahead(standing: Standing, now: datetime) -> bool:
    return standing.is_rated and not standing.is_due(now)
