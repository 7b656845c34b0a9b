"""One run on the host's side: take a warm process, hand it the program, watch it, say how it ended."""

import time
from collections.abc import Mapping
from typing import Final

import msgspec

from quizapp.sandbox.endings import outcome_of
from quizapp.sandbox.jobs import TOO_LONG, encode_job
from quizapp.sandbox.layers import LayerName
from quizapp.sandbox.messages import Ending, Outcome, Program, RunLimits
from quizapp.sandbox.pool.keeping import Pool
from quizapp.sandbox.pool.process import OneShot
from quizapp.sandbox.pool.watching import watch_run
from quizapp.sandbox.reception import Seen
from quizapp.sandbox.runner import TRIES, RunnerBroken
from quizapp.sandbox.stopper import Stopper

_DEATH_SECONDS: Final = 1.0
_LAYERS: Final[Mapping[str, str]] = {
    **dict.fromkeys(LayerName, "not in a pool of processes"),
    LayerName.USER: "runs with your own permissions",
    LayerName.LIMITS: "holds time, output and crashes; memory by looking at it now and then; nothing else",
}


class PoolRunner:
    """Runs programs in processes that were started and warmed up ahead; a `Runner`."""

    def __init__(self, standbys: int) -> None:
        self._pool = Pool(standbys)

    @property
    def layers(self) -> Mapping[str, str]:
        """What protects the host: no layer does it whole. Empty before the first process is ready."""
        return _LAYERS if self.torch else {}

    @property
    def torch(self) -> str:
        """Version that the processes load, "" before."""
        return self._pool.torch

    @property
    def is_ready(self) -> bool:
        """Whether a process waits for work."""
        return self._pool.is_ready

    def start(self) -> None:
        """Begin to warm up, unless that is under way already."""
        self._pool.start()

    def wait_until_ready(self, timeout: float | None) -> bool:
        """Wait until a process is ready; False after `timeout` seconds, or if there will be none."""
        return self._pool.wait_until_ready(timeout)

    def run(self, program: Program, limits: RunLimits, stopper: Stopper) -> Outcome:
        """Run a program; if its process dies of something else, it is run again in another one.

        Raises:
            RunnerBroken: if no process can be had.
        """
        job = encode_job(program, limits)
        if job is None:
            return TOO_LONG
        for attempt in range(TRIES):
            with stopper.watched(self._pool.look_again):
                process, is_restarted = self._pool.take(stopper)
            if process is None:
                return Outcome(ending=Ending.STOPPED)
            try:
                outcome = self._run_on(process, job, program, limits, stopper)
            finally:
                process.released.set()
                self._pool.refill()
            if outcome is not None:
                return msgspec.structs.replace(outcome, restarted=is_restarted or attempt > 0)
        raise RunnerBroken("the processes were lost again and again")

    def process_ids(self) -> tuple[int, ...]:
        """Return the ids of the processes."""
        return self._pool.process_ids()

    def close(self) -> None:
        """End everything and wait until it is gone."""
        self._pool.close()

    def _run_on(
        self, process: OneShot, job: bytes, program: Program, limits: RunLimits, stopper: Stopper
    ) -> Outcome | None:
        """Run in this process; None if it was lost through no fault of the program."""
        with stopper.watched(process.end):
            began = time.monotonic()
            if not process.submit(job) and not stopper.stopped:
                return None
            sighting = watch_run(process, limits, began, self._pool.refill)
            exit_code = None
            if sighting.seen is Seen.NO_REPORT and not stopper.stopped:
                exit_code = process.exit_code(_DEATH_SECONDS)
            if sighting.seen not in (Seen.REPORT, Seen.NO_REPORT):
                process.end()
            is_lost = sighting.seen is Seen.NOTHING or (self._pool.is_closing and sighting.seen is not Seen.REPORT)
            if is_lost and not stopper.stopped:
                return None
            outcome = outcome_of(sighting, program.observe, exit_code, stopped=stopper.stopped, traced=program.trace)
            return _as_it_was(outcome)


def _as_it_was(outcome: Outcome) -> Outcome:
    """Return the outcome without the word "refused" for an exception: nothing here refuses anything."""
    if outcome.ending is Ending.REFUSED and outcome.error is not None:
        return msgspec.structs.replace(outcome, ending=Ending.RAISED)
    return outcome
