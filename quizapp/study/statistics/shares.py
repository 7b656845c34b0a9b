"""A share that was counted in a sample, and how far the true one may be from it."""

from math import sqrt

from msgspec import Struct

_Z = 1.959963984540054
"""Standard deviations that 95 % of a normal distribution lie within, to both sides."""


class Share(Struct, frozen=True):
    """How many of how many."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        """The share, 0 to 1; 0 of nothing."""
        return self.hits / self.of if self.of else 0.0

    def interval(self) -> tuple[float, float]:
        """Return the bounds that hold the true share with 95 % (Wilson's, which small samples don't lead astray)."""
        if not self.of:
            return 0.0, 1.0
        spread = _Z * _Z / self.of
        middle = (self.value + spread / 2) / (1 + spread)
        half = _Z / (1 + spread) * sqrt(self.value * (1 - self.value) / self.of + spread / (4 * self.of))
        return max(0.0, middle - half), min(1.0, middle + half)
