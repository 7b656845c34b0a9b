"""Watches one run from outside: its output, its report, its time. Any way of ending is a value, not an exception."""

import os
import select
import time
from enum import Enum, auto
from typing import Final

from quizapp.sandbox.children import Child
from quizapp.sandbox.frames import BEGUN, PREFIX, read_prefix
from quizapp.sandbox.messages import RunLimits
from quizapp.sandbox.strictness import Unreadable

KEPT_OUTPUT_BYTES: Final = 256 << 10
_PIECE: Final = 1 << 18


class Seen(Enum):
    """What ended the watching."""

    REPORT = auto()
    NOTHING = auto()  # the child was gone before the program began
    NO_REPORT = auto()  # the child left without one
    BAD_REPORT = auto()
    TIME_UP = auto()
    FLOOD = auto()


class Output:
    """One of the two streams: what was kept of it, and how much there was."""

    def __init__(self, descriptor: int) -> None:
        os.set_blocking(descriptor, False)
        self.descriptor = descriptor
        self.kept = bytearray()
        self.total = 0
        self.is_open = True

    def read(self) -> int:
        """Take what is there; return how much it was."""
        try:
            data = os.read(self.descriptor, _PIECE)
        except BlockingIOError:
            return 0
        except OSError:
            data = b""
        self.is_open = bool(data)
        self.total += len(data)
        self.kept += data[: KEPT_OUTPUT_BYTES - len(self.kept)]
        return len(data)


class Watch:
    """One run being watched; `run` blocks until it ended one way or another.

    Attributes:
        header, body: of the report, if `run` returned Seen.REPORT.
        why: what was wrong with it, if it returned Seen.BAD_REPORT.
    """

    def __init__(self, child: Child, limits: RunLimits) -> None:
        self._child = child
        self._limits = limits
        self.stdout = Output(child.stdout)
        self.stderr = Output(child.stderr)
        self._report = bytearray()
        self._lengths: tuple[int, int] | None = None
        self._begun = False
        self.why = ""
        self.seconds = 0.0
        child.stream.setblocking(False)

    def run(self) -> Seen:
        """Watch until the child closed its side, broke a limit, or its time was up."""
        began = time.monotonic()
        seen = self._watch(began + self._limits.seconds)
        self.seconds = time.monotonic() - began
        return seen if self._drain() or seen is Seen.TIME_UP else Seen.FLOOD

    @property
    def header(self) -> memoryview:
        """The report's header."""
        return memoryview(self._report)[PREFIX.size : PREFIX.size + self._announced[0]]

    @property
    def body(self) -> memoryview:
        """The report's raw numbers."""
        return memoryview(self._report)[PREFIX.size + self._announced[0] :]

    @property
    def _announced(self) -> tuple[int, int]:
        if self._lengths is None:
            raise Unreadable("no report")
        return self._lengths

    def _watch(self, deadline: float) -> Seen:
        poll = select.poll()
        outputs = {output.descriptor: output for output in (self.stdout, self.stderr)}
        for descriptor in (self._child.stream.fileno(), *outputs):
            poll.register(descriptor, select.POLLIN)
        while (left := deadline - time.monotonic()) > 0:
            for descriptor, _ in poll.poll(left * 1000 + 1):
                output = outputs.get(descriptor)
                if output is None:
                    seen = self._read_report()
                    if seen is not None:
                        return seen
                else:
                    output.read()
                    if not output.is_open:
                        poll.unregister(descriptor)
            if self._is_flood():
                return Seen.FLOOD
        return Seen.TIME_UP

    def _is_flood(self) -> bool:
        return self.stdout.total + self.stderr.total > self._limits.output_bytes

    def _read_report(self) -> Seen | None:
        """Take what the child sent; None: more to come."""
        try:
            piece = self._child.stream.recv(_PIECE)
        except BlockingIOError:
            return None
        except OSError:
            piece = b""
        if not piece:
            return Seen.REPORT if self._is_whole() else self._incomplete()
        if not self._begun:
            self._begun = True
            piece = piece[len(BEGUN) :]
        self._report += piece
        try:
            self._look_at_lengths()
        except Unreadable as error:
            self.why = str(error)
            return Seen.BAD_REPORT
        return None

    def _look_at_lengths(self) -> None:
        if self._lengths is None and len(self._report) >= PREFIX.size:
            self._lengths = read_prefix(bytes(self._report[: PREFIX.size]))
        if self._lengths is not None and len(self._report) > PREFIX.size + sum(self._lengths):
            raise Unreadable("bytes after the report")

    def _is_whole(self) -> bool:
        return self._lengths is not None and len(self._report) == PREFIX.size + sum(self._lengths)

    def _incomplete(self) -> Seen:
        if not self._begun:
            return Seen.NOTHING
        if not self._report:
            return Seen.NO_REPORT
        self.why = "the report broke off"
        return Seen.BAD_REPORT

    def _drain(self) -> bool:
        """Take the output that is already there; False if it is too much."""
        for output in (self.stdout, self.stderr):
            while output.is_open and output.read() and not self._is_flood():
                pass
        return not self._is_flood()
