"""Keeps warm processes ready: each has a thread that sees it from its start to its end."""

import contextlib
import os
import threading
from collections import deque
from typing import Final

from quizapp.sandbox.pool.process import OneShot
from quizapp.sandbox.runner import BACKOFF_SECONDS, TRIES, RunnerBroken
from quizapp.sandbox.scratch import Scratch
from quizapp.sandbox.stopper import Stopper

_END_SECONDS: Final = 15.0


class Pool:
    """Thread-safe. Begins with `start`, ends with `close`; between them whatever dies is replaced.

    As many processes as `standbys` wait ready; runs that wait have further ones started, up to the number of cores.

    Attributes:
        torch: version that the processes load, "" before the first is ready.
        is_closing: whether `close` was called.
    """

    def __init__(self, standbys: int) -> None:
        self._standbys = standbys
        self._most = standbys + max(2, os.cpu_count() or 1)
        self._changed = threading.Condition()
        self._idle: deque[OneShot] = deque()
        self._threads: dict[int, threading.Thread] = {}
        self._members: dict[int, OneShot] = {}
        self._warming = 0
        self._waiting = 0
        self._failures = 0
        self._count = 0
        self._is_started = False
        self._broken: str | None = None
        self._scratch: Scratch | None = None
        self.torch = ""
        self.is_closing = False

    def start(self) -> None:
        """Begin to warm up, unless that is under way already."""
        with self._changed:
            if self._is_started and self._broken is None:
                return
            self._is_started, self._broken, self._failures = True, None, 0
            self._refill()

    @property
    def is_ready(self) -> bool:
        """Whether a process waits for work."""
        return bool(self._idle)

    def wait_until_ready(self, timeout: float | None) -> bool:
        """Wait until a process is ready; False after `timeout` seconds, or if there will be none."""
        with self._changed:
            self._changed.wait_for(lambda: self._idle or self._broken is not None or self.is_closing, timeout)
            return bool(self._idle)

    def look_again(self) -> None:
        """Make those who wait for a process look whether they still want one."""
        with self._changed:
            self._changed.notify_all()

    def take(self, stopper: Stopper) -> tuple[OneShot | None, bool]:
        """Return a process of one's own, waiting for it, and whether that took a new one because others broke.

        The process is None if it was stopped meanwhile; else it has to be released.

        Raises:
            RunnerBroken: if there will be none.
        """
        with self._changed:
            had_to_wait = not self._idle
            self._waiting += 1
            try:
                self._refill()
                self._changed.wait_for(
                    lambda: self._idle or stopper.stopped or self._broken is not None or self.is_closing
                )
            finally:
                self._waiting -= 1
            if stopper.stopped:
                return None, False
            if not self._idle or self.is_closing:
                raise RunnerBroken(self._broken or "the sandbox was closed")
            process = self._idle.popleft()
            return process, had_to_wait and process.is_replacement

    def refill(self) -> None:
        """Start as many processes as are missing; call it once a run is over, or takes long."""
        with self._changed:
            self._refill()

    def process_ids(self) -> tuple[int, ...]:
        """Return the ids of the processes."""
        with self._changed:
            return tuple(member.pid for member in self._members.values())

    def close(self) -> None:
        """End everything and wait until it is gone."""
        with self._changed:
            self.is_closing = True
            self._changed.notify_all()
            members, threads = tuple(self._members.values()), tuple(self._threads.values())
        for member in members:
            member.end()
        for thread in threads:
            if thread is not threading.current_thread():
                thread.join(_END_SECONDS)
        with self._changed:
            scratch, self._scratch = self._scratch, None
        if scratch is not None:
            scratch.remove()

    def _refill(self, *, is_replacement: bool = False) -> None:
        """Start processes until enough are there or coming. Needs the lock."""
        if not self._is_started or self._broken is not None or self.is_closing:
            return
        missing = self._standbys + self._waiting - self._warming - len(self._idle)
        for _ in range(min(missing, self._most - len(self._threads))):
            self._count += 1
            self._warming += 1
            thread = threading.Thread(
                target=self._keep, args=(self._count, is_replacement), name="sandbox process", daemon=True
            )
            self._threads[self._count] = thread
            thread.start()

    def _keep(self, number: int, is_replacement: bool) -> None:
        """See one process from its start to its end; its thread."""
        broke = ""
        try:
            with contextlib.ExitStack() as stack:
                process = self._begin(number, stack, is_replacement)
                self._await_end(process)
        except Exception as error:
            # Whatever it was, a new process is the answer; those who wait are told if that doesn't help.
            broke = str(error) or type(error).__name__
        with self._changed:
            self._members.pop(number, None)
            del self._threads[number]
            if broke:
                self._note_failure(broke)
            self._refill(is_replacement=bool(broke))

    def _begin(self, number: int, stack: contextlib.ExitStack, is_replacement: bool) -> OneShot:
        """Start a process and wait until it is ready; it is buried when the stack is left."""
        with contextlib.ExitStack() as warming:
            warming.callback(self._end_warming)
            process = OneShot(self._wait_for_scratch(), number, is_replacement=is_replacement)
            stack.callback(process.bury)
            with self._changed:
                self._members[number] = process
                if self.is_closing:
                    raise RunnerBroken("closed")
            ready = process.await_ready()
            with self._changed:
                warming.close()
                self.torch, self._failures = ready.torch, 0
                self._idle.append(process)
                self._changed.notify_all()
        return process

    def _wait_for_scratch(self) -> Scratch:
        """Return the folder for all processes, after the pause that follows a failure."""
        with self._changed:
            self._changed.wait_for(lambda: self.is_closing, BACKOFF_SECONDS[min(self._failures, TRIES - 1)])
            if self.is_closing:
                raise RunnerBroken("closed")
            if self._scratch is not None and not self._scratch.folder.exists():
                # Nothing kept a program from deleting it.
                self._scratch.remove()
                self._scratch = None
            self._scratch = self._scratch or Scratch(0)
            return self._scratch

    def _end_warming(self) -> None:
        with self._changed:
            self._warming -= 1

    def _await_end(self, process: OneShot) -> None:
        """Wait until nobody needs the process any more.

        Raises:
            RunnerBroken: if it died before anybody took it.
        """
        process.hung_up.wait()
        with self._changed:
            if process in self._idle:
                self._idle.remove(process)
                if not self.is_closing:
                    raise RunnerBroken("a process died while it waited for work")
                return
        process.released.wait()

    def _note_failure(self, reason: str) -> None:
        self._failures += 1
        if self._failures >= TRIES and not self.is_closing:
            self._broken = reason
            self._changed.notify_all()
