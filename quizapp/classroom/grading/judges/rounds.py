"""Judges code in rounds: what may have ended badly through no fault of its own is tried again, with less beside it."""

from collections.abc import Callable, Iterator, Set
from contextlib import closing
from typing import Final, TypeAlias

from quizapp.classroom.grading.judges.jobs import Job, JudgeAll, Judgements, Kits, Pace
from quizapp.classroom.grading.judges.judged import NOT_JUDGED
from quizapp.sandbox.messages import Ending

JobsOf: TypeAlias = Callable[[Set[str]], Iterator[Job]]
"""Returns the jobs with these keys."""

_CUT_SHORT: Final = frozenset(
    {
        Ending.TIMED_OUT,
        Ending.OUT_OF_MEMORY,
        Ending.CRASHED,
        Ending.UNREADABLE,
        Ending.ENDED_EARLY,
        NOT_JUDGED,
    }
)
"""Ends that right code meets, too, where the machine has too much to do (a run's time is that of the clock on the wall)
or too little memory, or where a process dies."""

_ROUNDS: Final[tuple[tuple[Pace, frozenset[str]], ...]] = (
    (Pace.FULL, _CUT_SHORT),
    (Pace.CALM, frozenset({NOT_JUDGED})),
    (Pace.ALONE, frozenset()),
)
"""The pace of each round, and what is tried again in the next one."""


def judge_in_rounds(jobs_of: JobsOf, keys: Set[str], kits: Kits, judge_all: JudgeAll) -> Judgements:
    """Judge the jobs with these keys; what a round leaves in doubt, the next one judges."""
    for pace, in_doubt in _ROUNDS:
        again = set()
        with closing(judge_all(jobs_of(keys), kits, pace)) as judgements:
            for key, judged in judgements:
                if judged.outcome in in_doubt:
                    again.add(key)
                else:
                    yield key, judged
        if not again:
            return
        keys = again
