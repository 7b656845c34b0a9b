"""What comes in from a child while it runs, piece by piece: its output, bounded, and the report it sends."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from quizapp.sandbox.frames import BEGUN, PREFIX, read_prefix, read_report
from quizapp.sandbox.messages import LEARNER_FILE, Report
from quizapp.sandbox.strictness import Unreadable

KEPT_OUTPUT_BYTES: Final = 256 << 10
_MOST_TRACEBACK: Final = 1 << 16
# What faulthandler begins with when a process crashes, and when it is asked where it stands.
_TRACEBACKS: Final = (b"Fatal Python error", b"Current thread", b"Stack (most recent", b"Timeout (")
_PLACE: Final = re.compile(rb'File "%s", line (\d{1,7}) in' % re.escape(LEARNER_FILE).encode())


class Seen(Enum):
    """What ended the watching of a run."""

    REPORT = auto()
    NOTHING = auto()  # the child was gone before the program began
    NO_REPORT = auto()  # the child left without one
    BAD_REPORT = auto()
    TIME_UP = auto()
    FLOOD = auto()
    MEMORY = auto()  # it grew beyond what it may use, where only looking at it tells


class Output:
    """One of the two streams: what was kept of it, and how much there was."""

    def __init__(self) -> None:
        self.kept = bytearray()
        self.total = 0

    def add(self, piece: bytes) -> None:
        """Take a piece; beyond the first 256 KiB it is only counted."""
        self.total += len(piece)
        self.kept += piece[: KEPT_OUTPUT_BYTES - len(self.kept)]

    @property
    def is_cut(self) -> bool:
        """Whether there was more than was kept."""
        return self.total > len(self.kept)


class Reception:
    """Puts a report together. Whatever bytes come, nothing is raised, and no more is kept than a report may have.

    Attributes:
        has_begun: whether the child said that the program begins.
        why: what is wrong with what came, "" if nothing so far.
    """

    def __init__(self) -> None:
        self.has_begun = False
        self.why = ""
        self._data = bytearray()
        self._traceback = bytearray()
        self._header = self._body = -1

    def add(self, piece: bytes) -> None:
        """Take a piece, of any length but none."""
        if not self.has_begun:
            self.has_begun = True
            piece = piece[len(BEGUN) :]
        if self.why:
            return
        if self._traceback or (not self._data and piece.startswith(_TRACEBACKS)):
            self._traceback += piece[: _MOST_TRACEBACK - len(self._traceback)]
            return
        self._data += piece
        try:
            self._look_at_lengths()
        except Unreadable as error:
            self.why = str(error)
            self._data.clear()

    def end(self) -> Seen:
        """Say what has come, once nothing more will."""
        if not self.has_begun:
            return Seen.NOTHING
        if self.why:
            return Seen.BAD_REPORT
        if not self._data:
            return Seen.NO_REPORT
        if self._header < 0 or len(self._data) < self._length:
            self.why = "the report broke off"
            return Seen.BAD_REPORT
        return Seen.REPORT

    def report(self, expressions: tuple[str, ...], *, traced: bool = False) -> Report:
        """Decode what has come.

        Args:
            expressions: what was to be observed.
            traced: whether the learner's lines were, too.

        Raises:
            Unreadable: if it is not a report of these.
        """
        if self.end() is not Seen.REPORT:
            raise Unreadable(self.why or "no report")
        whole = memoryview(self._data)[PREFIX.size :]
        return read_report(whole[: self._header], whole[self._header :], expressions, traced=traced)

    @property
    def line(self) -> int | None:
        """The line of the learner's code at which the child stood when it was asked, or died."""
        found = _PLACE.search(self._traceback)
        return int(found[1]) if found else None

    @property
    def may_say_line(self) -> bool:
        """Whether the line may still come: nothing else has."""
        return self.line is None and not self._data and not self.why

    @property
    def _length(self) -> int:
        return PREFIX.size + self._header + self._body

    def _look_at_lengths(self) -> None:
        if self._header < 0 and len(self._data) >= PREFIX.size:
            self._header, self._body = read_prefix(bytes(self._data[: PREFIX.size]))
        if self._header >= 0 and len(self._data) > self._length:
            raise Unreadable("bytes after the report")


@dataclass(frozen=True)
class Sighting:
    """A run as it was seen from outside, from first to last.

    Attributes:
        seconds: from its beginning to what ended the watching.
    """

    seen: Seen
    reception: Reception
    stdout: Output
    stderr: Output
    seconds: float
