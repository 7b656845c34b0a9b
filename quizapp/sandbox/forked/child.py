"""The host's handle of one child process: its descriptors, and how it went."""

import contextlib
import os
import signal
import socket
import threading

from quizapp.sandbox.forked.control import WHERE_SIGNAL
from quizapp.sandbox.forked.pidfds import end_process, kill, number_of


class Child:
    """A standby, then one run, then gone. Closed by whoever took it.

    Attributes:
        is_early: made before its server was warm.
        pidfd: descriptor that becomes readable when the process ends.
        pid: what the server calls the process. number: what it is called here.
        exit_code: once `gone` is set; negative: the signal that ended it; None if nobody could tell.
    """

    def __init__(self, pid: int, slot: int, descriptors: list[int], *, is_early: bool = False) -> None:
        stream, self.stdout, self.stderr, self.pidfd = descriptors
        self.pid = pid
        self.number = number_of(self.pidfd, pid)
        self.slot = slot
        self.is_early = is_early
        self.stream = socket.socket(fileno=stream)
        self.exit_code: int | None = None
        self.gone = threading.Event()
        self._lock = threading.Lock()
        self._is_open = True

    def submit(self, job: bytes) -> None:
        """Hand over an encoded job.

        Raises:
            OSError: if the child is gone.
        """
        self.stream.sendall(job)

    def kill(self) -> None:
        """End the process at once; from any thread, as often as you like."""
        with self._lock:
            if self._is_open:
                kill(self.pidfd)

    def end(self) -> None:
        """End the process and wait until it is gone."""
        with self._lock:
            if self._is_open:
                end_process(self.pidfd)

    def ask_where(self) -> None:
        """Let it say on its stream at which line it stands; it may not."""
        with self._lock, contextlib.suppress(ProcessLookupError):
            if self._is_open:
                signal.pidfd_send_signal(self.pidfd, WHERE_SIGNAL)

    def mark_gone(self, exit_code: int | None) -> None:
        """Note how the process ended."""
        self.exit_code = exit_code
        self.gone.set()

    @property
    def is_lost(self) -> bool:
        """Whether it is gone together with its server, so that nobody knows how it ended."""
        return self.gone.is_set() and self.exit_code is None

    def close(self) -> None:
        """Give the descriptors back."""
        with self._lock:
            if not self._is_open:
                return
            self._is_open = False
            self.stream.close()
            for descriptor in (self.stdout, self.stderr, self.pidfd):
                os.close(descriptor)
