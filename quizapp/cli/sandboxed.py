"""The sandbox of a command: the way that is set, and one line where it does not block everything."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from quizapp.cli.console import Console
from quizapp.message import SaysError
from quizapp.sandbox.isolation import probe_isolation
from quizapp.sandbox.sandbox import Sandbox, SandboxUnavailable
from quizapp.sandbox.way import Way, chosen_way
from quizapp.settings import load_settings


@contextmanager
def open_sandbox(console: Console, *, standbys: int = 1, in_bulk: bool = False) -> Iterator[Sandbox]:
    """Open a sandbox for one command; once that is done, warn if something is not blocked here.

    The isolation is looked at afterwards: what the command is for comes first.
    """
    with Sandbox(standbys=standbys, way=way_of(console), in_bulk=in_bulk) as sandbox:
        yield sandbox
        # What the command is for is done: a sandbox that is gone by now changes nothing of it.
        with suppress(SandboxUnavailable):
            _warn(sandbox, console)


def _warn(sandbox: Sandbox, console: Console) -> None:
    if probe_isolation(sandbox).level != "full":
        console.complain(
            console.wording.say(
                "Warning: not everything is blocked on this computer while code runs. `quizapp doctor` says what."
            )
        )


def way_of(console: Console) -> Way | None:
    """Return the way of running that is set; settings that can't be read mean the best one."""
    try:
        return chosen_way(load_settings(console.home.settings).way)
    except SaysError:
        return None
