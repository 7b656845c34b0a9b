"""The host's handle of a fork server process: what it says, what it is asked, how it ends."""

import contextlib
import os
import select
import socket
import subprocess

import msgspec

from quizapp.sandbox.forked.control import MAX_MESSAGE_BYTES, Fork, FromServer
from quizapp.sandbox.forked.enclosure import Enclosure
from quizapp.sandbox.forked.launch import launch_server
from quizapp.sandbox.forked.pidfds import end_process, number_of
from quizapp.sandbox.layers import LayerName
from quizapp.sandbox.runner import RunnerBroken
from quizapp.sandbox.scratch import Scratch

_from_server = msgspec.msgpack.Decoder(FromServer)


class Server:
    """One fork server, and the descriptors that the keeper listens to."""

    def __init__(self, scratch: Scratch, slots: int, enclosure: Enclosure, left_out: frozenset[LayerName]) -> None:
        """Start the process.

        Args:
            scratch: has a folder for each slot.
            slots: how many children may live at once.
            enclosure: what to start it in.
            left_out: layers that it shall not put in force.

        Raises:
            OSError: if that fails.
        """
        self.scratch = scratch
        self._log = scratch.folder / "server.log"
        self._process, self._control = launch_server(scratch.folder, slots, self._log, enclosure, left_out)
        self.number = self._process.pid
        self._pidfd: int | None = None
        self.descriptor = self._control.fileno()
        self._poll = select.poll()
        self.listen_to(self.descriptor)

    def listen_to(self, descriptor: int) -> None:
        """Let `wait` return for this descriptor too."""
        self._poll.register(descriptor, select.POLLIN)

    def stop_listening_to(self, descriptor: int) -> None:
        """The opposite of `listen_to`."""
        self._poll.unregister(descriptor)

    def wait(self, milliseconds: int) -> tuple[int, ...]:
        """Return the descriptors that have something to say."""
        return tuple(descriptor for descriptor, _ in self._poll.poll(milliseconds))

    def receive(self) -> tuple[FromServer, list[int]]:
        """Return the next message and the descriptors that came with it.

        Raises:
            RunnerBroken: if the server is gone.
        """
        data, descriptors, _, _ = socket.recv_fds(self._control, MAX_MESSAGE_BYTES, 4)
        if not data:
            raise RunnerBroken(self.last_words())
        return _from_server.decode(data), descriptors

    def know(self, descriptors: list[int]) -> None:
        """Learn from its pidfd which process the server is: the one that was started may only enclose it."""
        (self._pidfd,) = descriptors
        self.number = number_of(self._pidfd, self.number)

    def ask(self, message: Fork) -> None:
        """Send a request; a server that is gone will be noticed by `receive`."""
        with contextlib.suppress(OSError):
            self._control.send(msgspec.msgpack.encode(message))

    def hang_up(self) -> None:
        """Tell the server to end; `receive` then says that it is gone."""
        with contextlib.suppress(OSError):
            self._control.shutdown(socket.SHUT_RDWR)

    def end(self, *, kill_now: bool) -> None:
        """Wait for the process to be gone; kill it if it doesn't go, or at once."""
        self.hang_up()
        self._control.close()
        try:
            self._process.wait(0 if kill_now else 5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._pidfd is not None:
            # What encloses it may be gone before it is.
            end_process(self._pidfd)
            os.close(self._pidfd)
            self._pidfd = None

    def last_words(self) -> str:
        """Return the last line that the server wrote to its log."""
        lines = self._log.read_bytes().decode("utf-8", "replace").strip().splitlines()
        return lines[-1][:500] if lines else "the fork server ended without a word"
