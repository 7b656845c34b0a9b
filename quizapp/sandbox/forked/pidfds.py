"""What a pidfd, which stands for one process whatever becomes of its number, can tell and do."""

import contextlib
import select
import signal
from pathlib import Path
from typing import Final

_END_MILLISECONDS: Final = 5_000


def number_of(pidfd: int, otherwise: int) -> int:
    """Return its process id as this process sees it; `otherwise` where /proc can't tell."""
    try:
        lines = Path(f"/proc/self/fdinfo/{pidfd}").read_text(encoding="ascii").splitlines()
    except OSError:
        return otherwise
    found = [int(line.removeprefix("Pid:")) for line in lines if line.startswith("Pid:")]
    return found[0] if found and found[0] > 0 else otherwise


def kill(pidfd: int) -> None:
    """Kill it, if it lives."""
    with contextlib.suppress(ProcessLookupError):
        signal.pidfd_send_signal(pidfd, signal.SIGKILL)


def end_process(pidfd: int) -> None:
    """Kill it and wait until it is gone."""
    kill(pidfd)
    poll = select.poll()
    poll.register(pidfd, select.POLLIN)
    poll.poll(_END_MILLISECONDS)
