"""Intervals varied a little, so that what was learnt together does not stay together.

FSRS draws at random. A replay of the journal must give the same due dates on every device, so here the fraction is
hashed from the item and the time of its previous rating: known beforehand, so that a button says what it will do.
"""

from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from fsrs.scheduler import FUZZ_RANGES

_SHORTEST_DAYS = 2.5
_ALL = float(1 << 64)


def fraction_of(item: str, rated_at: datetime | None) -> float:
    """Return a number in [0, 1) that is always the same for an item and the time at which it was rated before."""
    seed = f"{item} {rated_at.astimezone(UTC).isoformat() if rated_at else ''}"
    digest = blake2b(seed.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    # 64 bits may round up to 1.0 as a float.
    return min(int.from_bytes(digest) / _ALL, 1 - 2**-53)


def fuzz(interval: timedelta, fraction: float, longest_days: int) -> timedelta:
    """Return the interval that FSRS gives if chance gives `fraction`.

    Args:
        interval: whole days, or less than two and a half, which stay as they are.
        fraction: in [0, 1).
        longest_days: no interval becomes longer.
    """
    days = interval.days
    if days < _SHORTEST_DAYS:
        return interval
    low, high = bounds(days, longest_days)
    return timedelta(days=min(round(fraction * (high - low + 1) + low), longest_days))


def bounds(days: int, longest_days: int) -> tuple[int, int]:
    """Return the shortest and the longest of the intervals that so many days may become."""
    spread = 1.0 + sum(each["factor"] * max(min(float(days), each["end"]) - each["start"], 0.0) for each in FUZZ_RANGES)
    high = min(round(days + spread), longest_days)
    return min(max(2, round(days - spread)), high), high
