"""The process that is the host: it tries programs one by one and says of each whether it was contained.

`python -m tests.hostile.station` reads an `Order` from its standard input and writes a line of JSON for everything that
happens. A program that isn't held may kill or harm it: it is a process of its own, and whoever started it goes on with
another one.
"""

import ctypes
import os
import signal
import sys
from typing import Final

import msgspec

from quizapp.sandbox.layers import LayerName
from quizapp.sandbox.messages import Program
from quizapp.sandbox.sandbox import Sandbox, SandboxUnavailable
from tests.hostile.host import Host
from tests.hostile.levels import HOLDING, Level, left_out, missing
from tests.hostile.lines import Begun, Failed, Line, Order, Ready, Unavailable
from tests.hostile.trial import Trial

_DIE_WITH_PARENT: Final = 1
_SUBREAPER: Final = 36
_WARM_UP_SECONDS: Final = 90.0


def main() -> None:
    """Try what is ordered; stop early, for a new process to go on, once this one is no longer as it was."""
    libc = ctypes.CDLL(None)
    libc.prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
    order = msgspec.json.decode(sys.stdin.buffer.read(), type=Order)
    # Whoever loses its parent among our descendants becomes our child: nothing gets out of sight.
    libc.prctl(_SUBREAPER, 1, 0, 0, 0)
    with (
        Host(alone=order.alone, holds=order.level in HOLDING) as host,
        Sandbox(standbys=2, without=left_out(order.level)) as sandbox,
    ):
        if not _is_ready(sandbox, order.level):
            return
        trial = Trial(host, sandbox)
        for program in order.programs:
            _say(Begun(program.name))
            _say(trial.result_of(program))
            if not trial.may_go_on:
                return


def _is_ready(sandbox: Sandbox, level: Level) -> bool:
    """Wait for the sandbox; say what it is, or that it isn't what was ordered."""
    if not sandbox.wait_until_ready(_WARM_UP_SECONDS):
        _say(Failed(_why_broken(sandbox)))
        return False
    reason = missing(level, sandbox.layers)
    _say(Unavailable(reason) if reason else Ready(not sandbox.layers.get(LayerName.BUBBLEWRAP, "unknown")))
    return not reason


def _why_broken(sandbox: Sandbox) -> str:
    try:
        sandbox.run(Program(code=""))
    except SandboxUnavailable as error:
        return str(error)
    return "the sandbox was not ready in time"


def _say(line: Line) -> None:
    os.write(1, msgspec.json.encode(line) + b"\n")


if __name__ == "__main__":
    main()
