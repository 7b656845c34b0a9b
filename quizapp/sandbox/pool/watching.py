"""Watches one run from outside: its report, and now and then its memory and its output. Any ending is a value."""

import time
from typing import Final

from quizapp.sandbox.messages import RunLimits
from quizapp.sandbox.pool.process import OneShot
from quizapp.sandbox.reception import Seen, Sighting

_LOOK_SECONDS: Final = 0.05


def watch_run(process: OneShot, limits: RunLimits) -> Sighting:
    """Watch until the process closed its side, broke a limit, or its time was up; blocks."""
    began = time.monotonic()
    seen = _watch(process, limits, began + limits.seconds)
    seconds = time.monotonic() - began
    process.stop_listening()
    stdout, stderr = (printed.output() for printed in process.outputs())
    if seen is not Seen.TIME_UP and stdout.total + stderr.total > limits.output_bytes:
        seen = Seen.FLOOD
    return Sighting(seen, process.reception, stdout, stderr, seconds)


def _watch(process: OneShot, limits: RunLimits, deadline: float) -> Seen:
    while (left := deadline - time.monotonic()) > 0:
        if process.hung_up.wait(min(left, _LOOK_SECONDS)):
            return process.reception.end()
        if process.printed() > limits.output_bytes:
            return Seen.FLOOD
        if process.family.memory() > process.memory + limits.memory_bytes:
            return Seen.MEMORY
        if process.family.is_without_head():
            # What it left running may hold the pipe open; what it sent itself is there by now, or after this.
            process.hung_up.wait(_LOOK_SECONDS)
            return process.reception.end()
    return Seen.TIME_UP
