"""Runs programs away from the app: confined, limited, each in a fresh process that has torch loaded already."""

import weakref
from types import TracebackType
from typing import Self

from quizapp.message import SaysError, message
from quizapp.sandbox.layers import LayerName
from quizapp.sandbox.messages import Outcome, Program, RunLimits
from quizapp.sandbox.runner import Runner, RunnerBroken
from quizapp.sandbox.stopper import Stopper
from quizapp.sandbox.way import Way, usual_way

__all__ = ["Sandbox", "SandboxUnavailable", "Stopper"]

_USUAL_LIMITS = RunLimits()


class SandboxUnavailable(SaysError):
    """The sandbox can't be started, or was closed."""


class Sandbox:
    """Runs programs; thread-safe, a context manager. Whatever dies in it is replaced.

    Several threads may run programs at a time; beyond the number of cores they wait for one another.

    Attributes:
        way: how processes for runs are had.
    """

    def __init__(
        self,
        *,
        standbys: int = 1,
        without: frozenset[LayerName] = frozenset(),
        way: Way | None = None,
        in_bulk: bool = False,
    ) -> None:
        """Do nothing slow.

        Args:
            standbys: how many processes wait ready-made; as many runs can begin at once without waiting.
            without: layers to leave out, to see how the others hold; of REMOVABLE.
            way: how processes for runs are had; the best that this system has if None.
            in_bulk: nobody waits for a single run: each takes longer, and more of them are done in the same time.
        """
        self.way = Way(way) if way else usual_way()
        self._runner = _runner(self.way, standbys, without, in_bulk=in_bulk)
        # Also runs at the interpreter's exit: nothing may be left over.
        self._finalizer = weakref.finalize(self, self._runner.close)

    def start(self) -> None:
        """Begin to warm up; returns at once.

        Raises:
            SandboxUnavailable: if it was closed.
        """
        if not self._finalizer.alive:
            raise SandboxUnavailable(message("The sandbox is closed. Start the program again to run code."))
        self._runner.start()

    def wait_until_ready(self, timeout: float | None = None) -> bool:
        """Start if need be, wait until a run could begin at once; False after `timeout` seconds or if it can't be."""
        try:
            self.start()
        except SandboxUnavailable:
            return False
        return self._runner.wait_until_ready(timeout)

    @property
    def is_ready(self) -> bool:
        """Whether a run could begin at once."""
        return self._runner.is_ready

    @property
    def layers(self) -> dict[str, str]:
        """What protects the host: a layer's name and what is missing of it, "" if nothing. Empty before it is ready."""
        return dict(self._runner.layers)

    @property
    def torch_version(self) -> str:
        """The version of torch that runs use, "" before it is loaded."""
        return self._runner.torch

    def run(self, program: Program, limits: RunLimits = _USUAL_LIMITS, stopper: Stopper | None = None) -> Outcome:
        """Run a program to its end, in a fresh process; blocks. Starts the sandbox if it isn't.

        Returns:
            How it ended: any ending is a value, whatever the program does.

        Raises:
            SandboxUnavailable: if the sandbox can't be started, after three tries.
        """
        self.start()
        try:
            return self._runner.run(program, limits, stopper or Stopper())
        except RunnerBroken as error:
            raise SandboxUnavailable(
                message(
                    "The sandbox that runs code can't be started ({reason}). "
                    "Try again; if it stays so, `quizapp doctor` says what is missing.",
                    reason=str(error),
                )
            ) from error

    def process_ids(self) -> tuple[int, ...]:
        """Return the ids of the server process and then of its children, to measure their memory."""
        return self._runner.process_ids()

    def close(self) -> None:
        """End all runs and processes, delete what they wrote, wait until that is done. A second time does nothing."""
        self._finalizer()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


def _runner(way: Way, standbys: int, without: frozenset[LayerName], *, in_bulk: bool) -> Runner:
    # Each way imports what the other's systems don't have.
    if way is Way.POOL:
        from quizapp.sandbox.pool.running import PoolRunner

        return PoolRunner(standbys)
    from quizapp.sandbox.forked.running import ForkRunner

    return ForkRunner(standbys, without, in_bulk=in_bulk)
