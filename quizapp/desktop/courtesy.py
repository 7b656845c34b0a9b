"""Lets long work in another thread stand back while the window's thread has something to do.

Python runs one thread at a time. Work that goes on for seconds holds the window up at each of its calls into Qt, of
which there are thousands in one turn of its event loop: it would seem to hang.
"""

from collections.abc import Callable
from time import perf_counter, sleep

from PySide6.QtCore import QObject, Qt, QTimer, Slot

BEAT_MILLISECONDS = 4
"""So often the window's thread tells that it has come round."""

LATE_SECONDS = 0.006
"""If it has not told for so long, it is in the middle of something."""

PIECE_SECONDS = 0.001
"""Work goes on for so long before it looks."""

SHORTEST_SECONDS = 1e-6
"""A pause in which a thread that waits gets its turn; the system makes it some 60 µs."""

REST_SECONDS = 0.002
MOST_RESTS = 100
"""As often at most: a window that does not come round for so long may itself be waiting for the work to end."""


class Courtesy(QObject):
    """Beats in the window's thread until `end`; work in another one calls `stand_back` between its steps."""

    def __init__(
        self,
        parent: QObject | None = None,
        clock: Callable[[], float] = perf_counter,
        pause: Callable[[float], None] = sleep,
    ) -> None:
        super().__init__(parent)
        self._clock, self._pause = clock, pause
        self._beaten_at = self._looked_at = clock()
        self._waited_in_vain_since: float | None = None
        self._is_over = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MILLISECONDS)

    def stand_back(self) -> None:
        """Return at once if the window rests, or else when it has come round."""
        if self._is_over or self._clock() - self._looked_at < PIECE_SECONDS:
            return
        self._pause(SHORTEST_SECONDS)
        rests = 0
        while self._is_late() and rests < MOST_RESTS:
            self._pause(REST_SECONDS)
            rests += 1
        if rests == MOST_RESTS:
            self._waited_in_vain_since = self._beaten_at
        self._looked_at = self._clock()

    def _is_late(self) -> bool:
        """Tell whether the window is in the middle of something that is worth waiting for."""
        if self._is_over or self._waited_in_vain_since == self._beaten_at:
            return False
        return self._clock() - self._beaten_at >= LATE_SECONDS

    @Slot()
    def end(self) -> None:
        """Hold nobody up any more."""
        self._is_over = True
        self._timer.stop()

    @Slot()
    def _beat(self) -> None:
        self._beaten_at = self._clock()
