"""How a learner ends a run that is under way."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Stopper:
    """Handed to `Sandbox.run`; `stop` from any thread ends that run at once. Also before it began."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._calls: list[Callable[[], None]] = []
        self._stopped = False

    @property
    def stopped(self) -> bool:
        """Whether `stop` was called."""
        return self._stopped

    def stop(self) -> None:
        """End the run."""
        with self._lock:
            self._stopped = True
            calls = tuple(self._calls)
        for call in calls:
            call()

    @contextmanager
    def watched(self, call: Callable[[], None]) -> Iterator[None]:
        """Call `call` when stopped, or at once if that was already."""
        with self._lock:
            self._calls.append(call)
            already = self._stopped
        if already:
            call()
        try:
            yield
        finally:
            with self._lock:
                self._calls.remove(call)
