"""Watches one run from outside: its report, and now and then its memory and its output. Any ending is a value."""

import time
from collections.abc import Callable
from typing import Final

from quizapp.sandbox.messages import RunLimits
from quizapp.sandbox.pool.process import OneShot
from quizapp.sandbox.reception import Seen, Sighting
from quizapp.sandbox.runner import USUAL_SECONDS

_LOOK_SECONDS: Final = 0.05
_MOMENT_SECONDS: Final = 0.2


def watch_run(process: OneShot, limits: RunLimits, began: float, when_long: Callable[[], None]) -> Sighting:
    """Watch until the process closed its side, broke a limit, or its time was up; blocks.

    Args:
        process: has its job.
        limits: what it may use.
        began: the time, by `time.monotonic`, before it got the job.
        when_long: called once if the run isn't over in the time that most take.
    """
    if process.hung_up.wait(min(USUAL_SECONDS, limits.seconds)):
        seen = process.reception.end()
    else:
        when_long()
        seen = _watch(process, limits, began + limits.seconds)
    seconds = time.monotonic() - began
    if seen is Seen.NO_REPORT and seconds >= limits.seconds:
        # Its own clock was heard first.
        seen = Seen.TIME_UP
    if seen is Seen.TIME_UP:
        # That clock makes it say where it stands, and end.
        process.hung_up.wait(_MOMENT_SECONDS)
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
