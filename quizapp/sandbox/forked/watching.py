"""Watches one run from outside: its output, its report, its time. Any way of ending is a value, not an exception."""

import os
import select
import time
from collections.abc import Callable
from typing import Final

from quizapp.sandbox.forked.child import Child
from quizapp.sandbox.messages import RunLimits
from quizapp.sandbox.reception import Output, Reception, Seen, Sighting
from quizapp.sandbox.runner import USUAL_SECONDS

_PIECE: Final = 1 << 18
_MOMENT_SECONDS: Final = 0.05
_MOST_PIECES: Final = 16


def watch_run(child: Child, limits: RunLimits, when_long: Callable[[], None]) -> Sighting:
    """Watch until the child closed its side, broke a limit, or its time was up; blocks.

    Args:
        child: has its job.
        limits: what it may use.
        when_long: called once if the run isn't over in the time that most take.
    """
    return _Watch(child, limits).run(when_long)


class _Stream:
    """One of the child's two output pipes."""

    def __init__(self, descriptor: int) -> None:
        os.set_blocking(descriptor, False)
        self.descriptor = descriptor
        self.output = Output()
        self.is_open = True

    def read(self) -> int:
        """Take what is there; return how much it was."""
        try:
            piece = os.read(self.descriptor, _PIECE)
        except BlockingIOError:
            return 0
        except OSError:
            piece = b""
        self.is_open = bool(piece)
        self.output.add(piece)
        return len(piece)


class _Watch:
    """One run being watched."""

    def __init__(self, child: Child, limits: RunLimits) -> None:
        self._child = child
        self._limits = limits
        self._stdout = _Stream(child.stdout)
        self._stderr = _Stream(child.stderr)
        self._reception = Reception()
        child.stream.setblocking(False)

    def run(self, when_long: Callable[[], None]) -> Sighting:
        began = time.monotonic()
        deadline = began + self._limits.seconds
        seen = self._watch(min(deadline, began + USUAL_SECONDS))
        if seen is Seen.TIME_UP:
            when_long()
            seen = self._watch(deadline)
        if seen in (Seen.TIME_UP, Seen.FLOOD):
            self._learn_where()
        seconds = time.monotonic() - began
        if not self._drain() and seen is not Seen.TIME_UP:
            seen = Seen.FLOOD
        return Sighting(seen, self._reception, self._stdout.output, self._stderr.output, seconds)

    def _watch(self, deadline: float) -> Seen:
        poll = select.poll()
        streams = {stream.descriptor: stream for stream in (self._stdout, self._stderr) if stream.is_open}
        for descriptor in (self._child.stream.fileno(), self._child.pidfd, *streams):
            poll.register(descriptor, select.POLLIN)
        while (left := deadline - time.monotonic()) > 0:
            for descriptor, _ in poll.poll(left * 1000 + 1):
                stream = streams.get(descriptor)
                if stream is not None:
                    stream.read()
                    if not stream.is_open:
                        poll.unregister(descriptor)
                elif self._receive() is None or (descriptor == self._child.pidfd and self._receive_rest()):
                    return self._reception.end()
            if self._is_flood():
                return Seen.FLOOD
        return Seen.TIME_UP

    def _receive(self) -> int | None:
        """Take what the child sent; return how much it was, None once it has closed its side."""
        try:
            piece = self._child.stream.recv(_PIECE)
        except BlockingIOError:
            return 0
        except OSError:
            return None
        if not piece:
            return None
        self._reception.add(piece)
        return len(piece)

    def _receive_rest(self) -> bool:
        """Take what a child left that is gone, also where something that it started keeps the stream open."""
        for _ in range(_MOST_PIECES):
            if not self._receive():
                break
        return True

    def _learn_where(self) -> None:
        """Give the child a moment to say at which line it stands."""
        self._child.ask_where()
        poll = select.poll()
        poll.register(self._child.stream, select.POLLIN)
        deadline = time.monotonic() + _MOMENT_SECONDS
        while self._reception.may_say_line and (left := deadline - time.monotonic()) > 0:
            if not poll.poll(left * 1000) or self._receive() is None:
                return

    def _is_flood(self) -> bool:
        return self._stdout.output.total + self._stderr.output.total > self._limits.output_bytes

    def _drain(self) -> bool:
        """Take the output that is already there; False if it is too much."""
        for stream in (self._stdout, self._stderr):
            while stream.is_open and stream.read() and not self._is_flood():
                pass
        return not self._is_flood()
