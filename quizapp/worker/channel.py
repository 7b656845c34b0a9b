"""What a one-shot process has of its host: the pipes, moved out of the way of all that prints and reads."""

import faulthandler
import os
from functools import partial
from typing import Final

import msgspec
from msgspec import Struct

from quizapp.sandbox.frames import write_pieces
from quizapp.sandbox.jobs import Job, receive_with_length, with_length

_job: Final = msgspec.msgpack.Decoder(Job)
# Bound before the learner's code could replace them.
_read = os.read
_write = os.write
_dup2 = os.dup2


class Channel:
    """Made before anything is imported that might print: from then on, that goes where errors go."""

    def __init__(self) -> None:
        self._to_host = os.dup(1)
        self._from_host = os.dup(0)
        os.dup2(2, 1)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)

    def send(self, pieces: list[bytes | memoryview]) -> None:
        """Send bytes as they are."""
        write_pieces(pieces, partial(_write, self._to_host))

    def tell_where(self, seconds: float) -> None:
        """Say where the program stands if it crashes, and after so many seconds, when this process also ends itself.

        It needs no lock of Python's and no signal: an endless loop in C doesn't stop it, on no system. So it is also
        what ends a run whose host is gone.
        """
        faulthandler.enable(self._to_host, all_threads=False)
        faulthandler.dump_traceback_later(seconds, exit=True, file=self._to_host)

    def hang_up(self) -> None:
        """Tell the host that there is no more."""
        # Not closed: a file that the program opens later must not get its number.
        _dup2(0, self._to_host, inheritable=False)

    def ask_for_job(self, ready: Struct) -> Job | None:
        """Say that we are ready, with this message, and wait for the job; None if the host is gone."""
        try:
            self.send([with_length(ready)])
            data = receive_with_length(partial(os.read, self._from_host))
        except OSError:
            return None
        return None if data is None else _job.decode(data)

    def wait_until_host_is_gone(self) -> bool:
        """Wait for that; False if it can't be known, because the program closed what isn't its own."""
        try:
            while _read(self._from_host, 1):
                pass
        except OSError:
            return False
        return True
