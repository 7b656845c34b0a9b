"""How an answer or an attempt becomes a rating."""

from datetime import datetime
from itertools import takewhile

from quizapp.study.history import History, Step
from quizapp.study.model import AttemptMade, Rating


def rate_answer(right: bool) -> Rating:
    """Return the rating of a question's answer."""
    return Rating.GOOD if right else Rating.AGAIN


def rate_attempt(made: AttemptMade, history: History, now: datetime, day_began: datetime) -> Rating | None:
    """Return the rating that follows from an attempt, or None if the schedule stays as it is.

    Passed at the first check without hints is GOOD; with hints or after failed ones HARD; after the solution was shown
    AGAIN, once. An item that is not due gets no second rating for passing again.
    """
    if made.solution_shown:
        return _rate_with_solution(made, history, now, day_began)
    if not made.passed or _is_ahead(history, now):
        return None
    return Rating.HARD if made.hints or _struggled(history) else Rating.GOOD


def _rate_with_solution(made: AttemptMade, history: History, now: datetime, day_began: datetime) -> Rating | None:
    today = [step for step in history.steps if step.at >= day_began]
    since_pass = list(takewhile(lambda step: not step.passed, reversed(today)))
    if any(step.solution_shown and step.rating is not None for step in since_pass):
        return None
    passed_today = len(since_pass) < len(today)
    if _is_ahead(history, now) and (made.passed or passed_today):
        return None
    return Rating.AGAIN


def _is_ahead(history: History, now: datetime) -> bool:
    return history.card is not None and not history.is_due(now)


def _struggled(history: History) -> bool:
    return any(True for _ in takewhile(_is_open, reversed(history.steps)))


def _is_open(step: Step) -> bool:
    return not step.passed and step.rating is None
