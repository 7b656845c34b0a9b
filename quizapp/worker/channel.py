"""What a one-shot process has of its host: the pipes, moved out of the way of all that prints and reads."""

import _thread
import os
from functools import partial
from typing import Final

import msgspec
from msgspec import Struct

from quizapp.sandbox.frames import iterate_pieces
from quizapp.sandbox.jobs import Job, receive_with_length, with_length

_job: Final = msgspec.msgpack.Decoder(Job)
# Bound before the learner's code could replace them.
_read = os.read
_write = os.write
_dup2 = os.dup2
_exit = os._exit


class Channel:
    """Made before anything is imported that might print: from then on, that goes where errors go."""

    def __init__(self) -> None:
        self._to_host = os.dup(1)
        self._from_host = os.dup(0)
        os.dup2(2, 1)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)

    def say(self, message: Struct) -> None:
        """Send one message, with its length."""
        self.send([with_length(message)])

    def send(self, pieces: list[bytes | memoryview]) -> None:
        """Send bytes as they are."""
        for piece in iterate_pieces(pieces):
            while piece:
                piece = piece[_write(self._to_host, piece) :]

    def hang_up(self) -> None:
        """Tell the host that there is no more."""
        # Not closed: a file that the program opens later must not get its number.
        _dup2(0, self._to_host, inheritable=False)

    def receive_job(self) -> Job | None:
        """Wait for the job; None if the host is gone."""
        data = receive_with_length(partial(os.read, self._from_host))
        return None if data is None else _job.decode(data)

    def leave_with_host(self) -> None:
        """From now on, leave as soon as the host is gone, whatever else goes on here."""
        # No object of `threading`, where the learner's code would find it among its own.
        _thread.start_new_thread(self.wait_for_end, ())

    def wait_for_end(self) -> None:
        """Wait until the host is gone, then leave the process; returns only if the program closed the pipe."""
        try:
            while _read(self._from_host, 1):
                pass
        except OSError:
            return
        _exit(0)
