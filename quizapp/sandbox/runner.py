"""What every way of running offers to `Sandbox`."""

from collections.abc import Mapping
from typing import Final, Protocol

from quizapp.sandbox.messages import Outcome, Program, RunLimits
from quizapp.sandbox.stopper import Stopper

TRIES: Final = 3
"""How often in a row something may fail that is not the program's fault, until that is said."""

BACKOFF_SECONDS: Final = (0.0, 0.1, 1.0)
"""How long to wait before the next try, by how many have failed."""

USUAL_SECONDS: Final = 0.03
"""Most runs are over by then: only now is it time to make a process for the next one beside this one."""


class RunnerBroken(Exception):
    """No process can be had to run programs in; its text says why, for a log."""


class Runner(Protocol):
    """One way of running programs: thread-safe; begins with `start`, ends with `close`, recovers between them."""

    @property
    def layers(self) -> Mapping[str, str]:
        """What protects the host: a layer's name and what is missing of it, "" if nothing. Empty before it is ready."""

    @property
    def torch(self) -> str:
        """Version that is loaded, "" before."""

    @property
    def is_ready(self) -> bool:
        """Whether a run could begin at once."""

    def start(self) -> None:
        """Begin to warm up, unless that is under way already; returns at once."""

    def wait_until_ready(self, timeout: float | None) -> bool:
        """Wait until a run could begin at once; False after `timeout` seconds, or if it never will."""

    def run(self, program: Program, limits: RunLimits, stopper: Stopper) -> Outcome:
        """Run a program to its end.

        Raises:
            RunnerBroken: if no process can be had.
        """

    def process_ids(self) -> tuple[int, ...]:
        """Return the ids of its processes, a server first."""

    def close(self) -> None:
        """End everything and wait until it is gone."""
