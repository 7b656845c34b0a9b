"""The host's handle of a fork server process: what it says, what it is asked, how it ends."""

import contextlib
import select
import socket
import subprocess

import msgspec

from quizapp.sandbox.control import MAX_MESSAGE_BYTES, Fork, FromServer
from quizapp.sandbox.launch import launch_server
from quizapp.sandbox.scratch import Scratch

_from_server = msgspec.msgpack.Decoder(FromServer)


class ServerBroken(Exception):
    """The fork server can't be kept alive; its text says why, for a log."""


class Server:
    """One fork server, and the descriptors that the keeper listens to."""

    def __init__(self, scratch: Scratch, slots: int) -> None:
        """Start the process.

        Raises:
            OSError: if that fails.
        """
        self.scratch = scratch
        self._log = scratch.folder / "server.log"
        self._process, self._control = launch_server(scratch.folder, slots, self._log)
        self.pid = self._process.pid
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
            ServerBroken: if the server is gone.
        """
        data, descriptors, _, _ = socket.recv_fds(self._control, MAX_MESSAGE_BYTES, 4)
        if not data:
            raise ServerBroken(self.last_words())
        return _from_server.decode(data), descriptors

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

    def last_words(self) -> str:
        """Return the last line that the server wrote to its log."""
        lines = self._log.read_bytes().decode("utf-8", "replace").strip().splitlines()
        return lines[-1][:500] if lines else "the fork server ended without a word"
