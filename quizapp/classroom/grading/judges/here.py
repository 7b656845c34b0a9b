"""Judges on this computer, several pieces of code at a time."""

from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from functools import partial
from typing import Final

from quizapp.classroom.grading.judges.jobs import Job, JudgeAll, Judgements, Kits, Pace
from quizapp.classroom.grading.judges.judged import Judged, judge_code
from quizapp.sandbox.messages import Ending
from quizapp.sandbox.sandbox import Sandbox, Stopper

_AHEAD: Final = 2
"""How many jobs are taken for each that can be done at a time, so that nobody waits for the next file to be read."""


def judging_here(sandbox: Sandbox, at_once: int) -> JudgeAll:
    """Return what judges so many jobs at a time in this sandbox, at full pace.

    When its iterator is closed, or an exception passes through it, runs under way are stopped.
    """
    return partial(_judge, sandbox=sandbox, at_once=at_once)


def _judge(jobs: Iterator[Job], kits: Kits, pace: Pace, *, sandbox: Sandbox, at_once: int) -> Judgements:
    stopper, at_once = Stopper(), pace.at_once(at_once)
    pool = ThreadPoolExecutor(at_once)
    waiting: set[Future[tuple[str, Judged]]] = set()
    try:
        for job in jobs:
            waiting.add(pool.submit(_judge_one, job, kits, sandbox, stopper))
            if len(waiting) >= at_once * _AHEAD:
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from _results(done)
        while waiting:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            yield from _results(done)
    finally:
        stopper.stop()
        pool.shutdown(cancel_futures=True)


def _judge_one(job: Job, kits: Kits, sandbox: Sandbox, stopper: Stopper) -> tuple[str, Judged]:
    kit = kits[job.item]
    return job.key, judge_code(job.code, kit.exercise, kit.expectations, sandbox, stopper)


def _results(done: set[Future[tuple[str, Judged]]]) -> Judgements:
    """Yield what is done; what was stopped was not judged."""
    for future in done:
        key, judged = future.result()
        if judged.outcome != Ending.STOPPED:
            yield key, judged
