"""How much time a quiz has used: it stands still while nothing is asked."""

from collections.abc import Callable

LONGEST_GAP_SECONDS = 30.0
"""The stopwatch is read every second; what lies further apart is a computer that slept, and counts as this much."""


class Stopwatch:
    """Counts seconds between `start` and `stop`, on top of what it began with. Used by one thread."""

    def __init__(self, clock: Callable[[], float], used: float = 0.0) -> None:
        """Stand still at `used` seconds; `clock` gives seconds that never go back."""
        self._clock = clock
        self._used = used
        self._seen: float | None = None

    @property
    def is_running(self) -> bool:
        """Whether time counts."""
        return self._seen is not None

    def start(self) -> None:
        """Let time count from now on; harmless if it does."""
        if self._seen is None:
            self._seen = self._clock()

    def stop(self) -> None:
        """Let time count no longer; harmless if it doesn't."""
        self.read()
        self._seen = None

    def read(self) -> float:
        """Return the seconds used by now; call it often while it runs, a long gap is cut down."""
        if self._seen is not None:
            now = self._clock()
            self._used += min(max(now - self._seen, 0.0), LONGEST_GAP_SECONDS)
            self._seen = now
        return self._used
