"""Keeps a fork server alive and standby children ready: one thread that hears all of what the server says."""

import contextlib
import math
import os
import threading
import time
from typing import Final

import msgspec

from quizapp.sandbox.forked.child import Child
from quizapp.sandbox.forked.children import Children
from quizapp.sandbox.forked.control import ChildGone, ChildMade, Fork, FromServer, ServerReady, ServerWarm
from quizapp.sandbox.forked.enclosure import Enclosure, find_enclosure
from quizapp.sandbox.forked.server import Server
from quizapp.sandbox.forked.thread_count import count_threads
from quizapp.sandbox.jobs import StandbyReady, receive_with_length
from quizapp.sandbox.layers import LayerName
from quizapp.sandbox.runner import BACKOFF_SECONDS, TRIES, RunnerBroken
from quizapp.sandbox.scratch import Scratch
from quizapp.sandbox.stopper import Stopper

_BOOT_SECONDS: Final = 60.0
_ANSWER_SECONDS: Final = 10.0
_LOOK_MILLISECONDS: Final = 5_000
_PAUSE_SECONDS: Final = 0.02
_SERVER_THREADS: Final = 4  # the server's, and what encloses it
_from_standby = msgspec.msgpack.Decoder(StandbyReady)


class Keeper:
    """Thread-safe. Begins with `start`, ends with `close`; between them it restarts whatever dies.

    Attributes:
        layers: what protects the host, as the last standby said: layer to what is missing of it, or "".
        torch: version that the server loaded, "" before.
        restarts: how many servers were lost that had been ready.
    """

    def __init__(self, standbys: int, left_out: frozenset[LayerName], *, in_bulk: bool = False) -> None:
        self._standbys = standbys
        self._in_bulk = in_bulk
        self._left_out = left_out
        self._unusable = dict.fromkeys(left_out, "left out")
        self._enclosure = Enclosure()
        self._slots = standbys + max(2, os.cpu_count() or 1)
        self._changed = threading.Condition()
        self._children = Children()
        self._waiting = 0
        self._due: float | None = None
        self._is_warm = False
        self._broken: str | None = None
        self._closing = False
        self._heard_at = 0.0
        self._thread: threading.Thread | None = None
        self._server: Server | None = None
        self.layers: dict[str, str] = {}
        self.torch = ""
        self.restarts = 0

    def start(self) -> None:
        """Begin to warm up, unless that is under way already."""
        with self._changed:
            if self._closing or (self._thread is not None and self._broken is None):
                return
            self._broken = None
            self._thread = threading.Thread(target=self._keep, name="sandbox keeper", daemon=True)
            self._thread.start()

    @property
    def is_ready(self) -> bool:
        """Whether a standby waits for work that is fast at everything."""
        return self._is_warm and self._children.has_idle

    @property
    def is_recovering(self) -> bool:
        """Whether a server was lost and the next one is not ready yet."""
        return self.restarts > 0 and not self.layers

    def wait_until_ready(self, timeout: float | None) -> bool:
        """Wait until a standby is ready; False after `timeout` seconds, or if there will be none."""
        with self._changed:
            if not self.is_ready:
                self._refill()
            self._changed.wait_for(lambda: self.is_ready or self._is_over, timeout)
            return self.is_ready

    def look_again(self) -> None:
        """Make those who wait for a standby look whether they still want one."""
        with self._changed:
            self._changed.notify_all()

    def take(self, stopper: Stopper) -> Child | None:
        """Return a standby of one's own, waiting for it; None if stopped meanwhile.

        Raises:
            RunnerBroken: if there will be none.
        """
        with self._changed:
            self._waiting += 1
            try:
                if not self._children.has_idle:
                    self._refill()
                self._changed.wait_for(lambda: self._children.has_idle or stopper.stopped or self._is_over)
            finally:
                self._waiting -= 1
            if stopper.stopped:
                return None
            if not self._children.has_idle:
                raise RunnerBroken(self._broken or "the sandbox was closed")
            return self._children.take()

    def refill(self) -> None:
        """Ask for as many children as are missing, also while a run is under way."""
        with self._changed:
            self._refill()

    def process_ids(self) -> tuple[int, ...]:
        """Return the server's process id, then its children's."""
        with self._changed:
            server = (self._server.number,) if self._server is not None else ()
            return (*server, *self._children.numbers)

    def close(self) -> None:
        """End everything and wait until it is gone."""
        with self._changed:
            self._closing = True
            if self._server is not None:
                self._server.hang_up()
            self._changed.notify_all()
            thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join()

    @property
    def _is_over(self) -> bool:
        """Whether there will be no standby any more."""
        return self._broken is not None or self._closing

    def _keep(self) -> None:
        """Run servers one after the other until closed or too many failed in a row. The keeper's thread."""
        failures = 0
        while not self._closing:
            was_ready, reason = self._keep_one()
            failures = 1 if was_ready else failures + 1
            with self._changed:
                if self._closing:
                    return
                if failures >= TRIES:
                    self._broken = reason
                    self._changed.notify_all()
                    return
                self._changed.wait_for(lambda: self._closing, BACKOFF_SECONDS[failures])

    def _keep_one(self) -> tuple[bool, str]:
        """Run one server until it dies; return whether it ever was warm, and why it died as far as known."""
        self.layers, self.torch, self._is_warm = {}, "", False
        try:
            with contextlib.ExitStack() as stack:
                scratch = Scratch(self._slots)
                stack.callback(scratch.remove)
                self._enclosure = find_enclosure(scratch.folder, self._unusable)
                server = Server(scratch, self._slots, self._enclosure, self._left_out)
                stack.callback(self._lose, server)
                self._adopt(server)
                self._listen(server)
        except Exception as error:
            # Whatever it was, a new server is the answer; those who wait are told if that doesn't help.
            reason = str(error) or type(error).__name__
            if self._enclosure.layer is not None and not self.torch:
                self._unusable[self._enclosure.layer] = reason
            return self._is_warm, reason
        return self._is_warm, "closed"

    def _adopt(self, server: Server) -> None:
        with self._changed:
            self._server = server
            self._children = Children()
            self._heard_at = time.monotonic()
            if self._closing:
                server.hang_up()

    def _lose(self, server: Server) -> None:
        """The server is gone, or has to go; with it go its children."""
        with self._changed:
            self._server = None
            self.restarts += bool(self.layers)
            children, self._children = self._children, Children()
        server.end(kill_now=not self._is_warm)
        children.end()

    def _listen(self, server: Server) -> None:
        """Hear the server and its children until the server hangs up.

        Raises:
            RunnerBroken: with what is known of the reason.
        """
        while True:
            ready = server.wait(self._patience())
            if not ready and self._is_silent():
                raise RunnerBroken("the fork server does not answer")
            for descriptor in ready:
                if descriptor != server.descriptor:
                    self._hear_standby(server, descriptor)
                else:
                    self._hear(server, *server.receive())

    def _patience(self) -> int:
        """Refill if that is due; return for how many milliseconds to listen."""
        with self._changed:
            if self._due is None:
                return _LOOK_MILLISECONDS
            left = self._due - time.monotonic()
            if left > 0:
                return math.ceil(left * 1000)
            self._refill()
            return _LOOK_MILLISECONDS

    def _is_silent(self) -> bool:
        with self._changed:
            waits = not self._is_warm or self._children.are_awaited
            most = _ANSWER_SECONDS if self._is_warm else _BOOT_SECONDS
            return waits and time.monotonic() - self._heard_at > most

    def _hear(self, server: Server, message: FromServer, descriptors: list[int]) -> None:
        with self._changed:
            self._heard_at = time.monotonic()
            if isinstance(message, ServerReady):
                self.torch = message.torch
                server.know(descriptors)
                self._children = Children(self._slots)
            elif isinstance(message, ServerWarm):
                self._is_warm = True
                self._children.end_early()
            elif isinstance(message, ChildMade):
                child = Child(message.pid, message.slot, descriptors, is_early=not self._is_warm)
                self._children.add(child)
                server.listen_to(child.stream.fileno())
            else:
                self._bury(server, message)
            if isinstance(message, ChildGone) and not self._waiting:
                # Making a child now would take the processor from the judging of the run that just ended.
                self._due = self._heard_at + _PAUSE_SECONDS
            else:
                self._refill()

    def _hear_standby(self, server: Server, descriptor: int) -> None:
        """A child that was made says that it is ready, or is gone before it was."""
        server.stop_listening_to(descriptor)
        with self._changed:
            child = self._children.stop_warming(descriptor)
            said = receive_with_length(child.stream.recv)
            if said is None:
                child.close()
                raise RunnerBroken("a standby left before it was ready")
            self.layers = self._enclosure.layers | _from_standby.decode(said).layers
            self._children.be_idle(child)
            if self._is_warm:
                self._children.end_early()
                self._refill()
            self._changed.notify_all()

    def _bury(self, server: Server, message: ChildGone) -> None:
        child = self._children.bury(message.pid)
        if child is None:
            return
        if self._children.is_warming(child):
            raise RunnerBroken(f"a standby ended before it was ready ({message.exit_code}): {server.last_words()}")
        server.scratch.wipe(child.slot)
        self._children.release(child.slot)
        child.mark_gone(message.exit_code)

    def _refill(self) -> None:
        """Ask for children until enough are there or coming. Needs the lock."""
        self._due = None
        if self._server is None:
            return
        for slot in self._children.ask(self._standbys + self._waiting):
            threads = self._slots + _SERVER_THREADS if self._enclosure.counts_alone else count_threads()
            self._server.ask(Fork(slot, threads, is_warmed=not self._in_bulk))
            self._heard_at = time.monotonic()
