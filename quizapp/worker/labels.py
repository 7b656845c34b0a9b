"""Numbers for things of one run, in the order in which they are first seen: objects, and memory that they share."""

from bisect import bisect_right


class Identities:
    """The same object has the same number. Keeps what it numbered alive, so that no address is used again."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._kept: list[object] = []

    def number(self, thing: object) -> int:
        """Return the thing's number."""
        address = id(thing)
        if address not in self._numbers:
            self._numbers[address] = len(self._numbers)
            self._kept.append(thing)
        return self._numbers[address]


class Memory:
    """Areas of memory that overlap have the same number, whoever owns them: torch or NumPy."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._areas: list[tuple[int, int]] = []  # end and number, beside each start
        self._count = 0

    def number(self, start: int, length: int) -> int | None:
        """Return the number of the area, None for an empty one."""
        if length <= 0 or start == 0:
            return None
        end = start + length
        at = bisect_right(self._starts, start)
        if at and self._areas[at - 1][0] > start:
            return self._grow(at - 1, end)
        if at < len(self._starts) and self._starts[at] < end:
            self._starts[at] = start
            return self._grow(at, end)
        self._starts.insert(at, start)
        self._areas.insert(at, (end, self._count))
        self._count += 1
        return self._count - 1

    def _grow(self, at: int, end: int) -> int:
        known_end, number = self._areas[at]
        self._areas[at] = (max(known_end, end), number)
        return number
