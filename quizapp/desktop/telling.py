"""Passes on how far slow work is, no oftener than anybody can see."""

from collections.abc import Callable
from time import monotonic

PAUSE_SECONDS = 0.1
"""Between two tellings, and before the first: what is done sooner is not worth a word."""


def seldom(tell: Callable[[float], None], clock: Callable[[], float] = monotonic) -> Callable[[int, int], None]:
    """Return what is told how many of how many are done, and passes the share on, 0 to 1, ten times a second at most.

    Args:
        tell: hears the share, on the thread that works.
        clock: gives seconds that never go back.
    """
    told_at = clock()

    def count(done: int, of: int) -> None:
        nonlocal told_at
        now = clock()
        if now - told_at >= PAUSE_SECONDS:
            told_at = now
            tell(done / max(of, 1))

    return count
