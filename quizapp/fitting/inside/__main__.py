"""The process of one fit: reads the ratings from stdin, says on stdout how far it is and what it found.

It ends by itself when stdin is closed, so that nothing of it is left when the program that started it is gone.
"""

import os
import sys
from threading import Thread
from typing import BinaryIO

import msgspec

from quizapp.fitting.inside.optimising import optimise
from quizapp.fitting.loss import losses
from quizapp.fitting.messages import Fitted, Progress, Said, Studied, Task

_LEAST_STEP = 0.004
"""Smaller steps of progress are not said: nobody sees them."""


class Channel:
    """The way back, by lines; what libraries print goes to stderr instead."""

    def __init__(self) -> None:
        self._lines = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        self._said = -1.0

    def say(self, said: Said) -> None:
        """Send a line at once."""
        self._lines.write(msgspec.json.encode(said) + b"\n")
        self._lines.flush()

    def say_share(self, share: float) -> None:
        """Send how much is done, if that is worth saying."""
        if share - self._said >= _LEAST_STEP:
            self._said = share
            self.say(Progress(share))


def read_task(lines: BinaryIO) -> tuple[Task, tuple[Studied, ...]]:
    """Read what is to be done.

    Raises:
        msgspec.MsgspecError: if it is not all there.
    """
    task = msgspec.json.decode(lines.readline(), type=Task)
    studied = msgspec.json.Decoder(Studied)
    return task, tuple(studied.decode(lines.readline()) for _ in range(task.items))


def _end_with(lines: BinaryIO) -> None:
    """End the process when nobody is at the other end any more, whatever it is doing."""
    lines.read()
    os._exit(0)


def main() -> None:
    """Do the one fit."""
    channel = Channel()
    task, items = read_task(sys.stdin.buffer)
    Thread(target=_end_with, args=(sys.stdin.buffer,), daemon=True).start()
    parameters = optimise(items, channel.say_share)
    earlier, later = losses(items, task.parameters, parameters)
    channel.say(Fitted(parameters=parameters, earlier=earlier, later=later))


if __name__ == "__main__":
    main()
