"""One run on the host's side: take a standby, hand it the program, watch it, say how it ended."""

from collections.abc import Mapping
from typing import Final

import msgspec

from quizapp.sandbox.endings import outcome_of
from quizapp.sandbox.forked.child import Child
from quizapp.sandbox.forked.keeper import Keeper
from quizapp.sandbox.forked.watching import watch_run
from quizapp.sandbox.jobs import TOO_LONG, encode_job
from quizapp.sandbox.layers import LayerName
from quizapp.sandbox.messages import Ending, Outcome, Program, RunLimits
from quizapp.sandbox.reception import Seen
from quizapp.sandbox.runner import TRIES, RunnerBroken
from quizapp.sandbox.stopper import Stopper

_DEATH_SECONDS: Final = 5.0  # a server that is still loading tells late


class ForkRunner:
    """Runs programs in children of a fork server; a `Runner`."""

    def __init__(self, standbys: int, without: frozenset[LayerName], *, in_bulk: bool = False) -> None:
        self._keeper = Keeper(standbys, without, in_bulk=in_bulk)

    @property
    def layers(self) -> Mapping[str, str]:
        """What the last standby said of its layers."""
        return self._keeper.layers

    @property
    def torch(self) -> str:
        """Version that the server loaded, "" before."""
        return self._keeper.torch

    @property
    def is_ready(self) -> bool:
        """Whether a standby waits for work."""
        return self._keeper.is_ready

    def start(self) -> None:
        """Begin to warm up, unless that is under way already."""
        self._keeper.start()

    def wait_until_ready(self, timeout: float | None) -> bool:
        """Wait until a standby is ready; False after `timeout` seconds, or if there will be none."""
        return self._keeper.wait_until_ready(timeout)

    def run(self, program: Program, limits: RunLimits, stopper: Stopper) -> Outcome:
        """Run a program; a child or server that dies of something else is replaced and the run repeated.

        Raises:
            RunnerBroken: if no child can be had.
        """
        job = encode_job(program, limits)
        if job is None:
            return TOO_LONG
        # One that is lost already, and not replaced yet, counts too.
        restarts = self._keeper.restarts - self._keeper.is_recovering
        for _ in range(TRIES):
            with stopper.watched(self._keeper.look_again):
                child = self._keeper.take(stopper)
            if child is None:
                return Outcome(ending=Ending.STOPPED)
            try:
                outcome = _run_on(child, job, program, self._keeper, limits, stopper)
            finally:
                child.kill()
                child.close()
            if outcome is not None:
                return msgspec.structs.replace(outcome, restarted=self._keeper.restarts > restarts)
        raise RunnerBroken("the children were lost again and again")

    def process_ids(self) -> tuple[int, ...]:
        """Return the server's process id, then its children's."""
        return self._keeper.process_ids()

    def close(self) -> None:
        """End everything and wait until it is gone."""
        self._keeper.close()


def _run_on(
    child: Child, job: bytes, program: Program, keeper: Keeper, limits: RunLimits, stopper: Stopper
) -> Outcome | None:
    """Run on this child; None if the child was lost through no fault of the program."""
    with stopper.watched(child.kill):
        try:
            child.submit(job)
        except OSError:
            return None
        sighting = watch_run(child, limits, keeper.refill)
        if sighting.seen is Seen.NOTHING and not stopper.stopped:
            return None
        exit_code = None
        # What ends a process closes its descriptors first; one that only closed them didn't end.
        if sighting.seen is Seen.NO_REPORT and not stopper.stopped and child.gone.wait(_DEATH_SECONDS):
            if child.is_lost:
                return None
            exit_code = child.exit_code
        child.kill()
        return outcome_of(sighting, program.observe, exit_code, stopped=stopper.stopped, traced=program.trace)
