"""The streams that a run prints to."""

import io
import sys
from typing import Final

_EAGER_CHARACTERS: Final = 64 << 10


class Printing(io.TextIOWrapper):
    """Hands on at once what is printed, so that it is there when the run is stopped; a flood is buffered."""

    def __init__(self, descriptor: int) -> None:
        raw = io.FileIO(descriptor, "wb", closefd=False)
        super().__init__(io.BufferedWriter(raw), encoding="utf-8", errors="backslashreplace", write_through=True)
        self._written = 0

    def write(self, text: str) -> int:
        """Write text; as any text stream does."""
        count = super().write(text)
        if self._written < _EAGER_CHARACTERS:
            self._written += count
            self.flush()
        return count


def replace_streams() -> None:
    """Make the standard streams anew, for the descriptors that are 0, 1 and 2 now."""
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    for name, descriptor in (("stdout", 1), ("stderr", 2)):
        stream = Printing(descriptor)
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
