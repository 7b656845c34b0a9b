"""A station that was started: its process, and what it says."""

import contextlib
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from tests.hostile.lines import Line, Order
from tests.hostile.ordinary_user import OrdinaryUser, environment

_SILENCE_SECONDS: Final = 110.0
_LEAVING_SECONDS: Final = 20.0
_APP: Final = Path(__file__).resolve().parents[2]
_line = msgspec.json.Decoder(Line)


class Station:
    """Runs `tests.hostile.station` as a user, with an order."""

    def __init__(self, order: Order, user: OrdinaryUser) -> None:
        self._order = order
        self._process = subprocess.Popen(
            [*user.command, sys.executable, "-B", "-m", "tests.hostile.station"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # What lies in a buffer would not be seen by `select`.
            bufsize=0,
            cwd=_APP,
            env=environment(user),
            start_new_session=True,
        )

    def lines(self) -> Iterator[Line]:
        """Hand over the order, then yield what the station says until it leaves, falls silent or dies."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None and stdout is not None
        try:
            with contextlib.suppress(BrokenPipeError), stdin:
                _write_all(stdin.fileno(), msgspec.json.encode(self._order))
            while select.select([stdout], [], [], _SILENCE_SECONDS)[0] and (line := stdout.readline()):
                yield _line.decode(line)
        finally:
            stdout.close()
            self._wait()

    def end(self) -> None:
        """Kill it; its sandbox goes with it."""
        self._process.kill()

    def _wait(self) -> None:
        try:
            self._process.wait(_LEAVING_SECONDS)
        except subprocess.TimeoutExpired:
            self.end()
            self._process.wait()


def _write_all(descriptor: int, data: bytes) -> None:
    with open(descriptor, "wb", closefd=False) as stream:
        stream.write(data)
