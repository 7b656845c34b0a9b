"""How many attempts exercises took until they passed."""

import numpy as np
from msgspec import Struct

from quizapp.study.standing import StepKind
from quizapp.study.statistics.arrays import Truths, Whole
from quizapp.study.statistics.steps import Steps


class ExerciseTries(Struct, frozen=True):
    """One exercise: how many attempts it took up to the first that passed, or has taken if none did."""

    item: int
    attempts: int
    passed: bool


class Attempts(Struct, frozen=True, kw_only=True):
    """The exercises that were tried, those that took most first."""

    exercises: tuple[ExerciseTries, ...]

    @property
    def passed(self) -> tuple[ExerciseTries, ...]:
        """Those that passed in the end."""
        return tuple(one for one in self.exercises if one.passed)

    def counted(self) -> dict[int, int]:
        """Return how many exercises passed at which attempt, by attempt."""
        tried = [one.attempts for one in self.passed]
        return {attempt: tried.count(attempt) for attempt in sorted(set(tried))}


def count_attempts(steps: Steps, since: int | None = None) -> Attempts:
    """Count the attempts at each exercise that passed first, or was tried last without passing, at `since` or later.

    Args:
        steps: all of them: an exercise that passed now may have been begun long ago.
        since: µs since 1970, UTC; None for ever.
    """
    tried = steps.where(np.asarray(steps.kind == StepKind.EXERCISE)).by_item()
    tried = tried.where(~_is_mere_look(tried))
    items, begin, count = np.unique(tried.item, return_index=True, return_counts=True)
    number = np.arange(tried.item.size) - np.repeat(begin, count)
    passes = np.where(tried.passed == 1, number, np.iinfo(np.int64).max)
    first_pass = np.minimum.reduceat(passes, begin) if items.size else passes
    has_passed = first_pass < count
    taken = np.where(has_passed, first_pass + 1, count)
    at = tried.at[begin + taken - 1]
    chosen = np.ones(items.size, dtype=bool) if since is None else at >= since
    return Attempts(exercises=_by_most(items[chosen], taken[chosen], has_passed[chosen]))


def _is_mere_look(tried: Steps) -> Truths:
    """Tell which rows only say that the solution was opened: the first that know of it. Ordered by item and time."""
    known = (tried.shown == 1) & (tried.passed == 0)
    before = np.zeros_like(known)
    before[1:] = (tried.item[1:] == tried.item[:-1]) & (tried.shown[:-1] == 1)
    return np.asarray(known & ~before)


def _by_most(items: Whole, taken: Whole, passed: Truths) -> tuple[ExerciseTries, ...]:
    order = np.lexsort((items, -taken))
    return tuple(ExerciseTries(int(items[row]), int(taken[row]), bool(passed[row])) for row in order)
