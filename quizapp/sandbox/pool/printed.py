"""A file that a program prints to, as the host sees it."""

import os
from pathlib import Path

from quizapp.sandbox.reception import KEPT_OUTPUT_BYTES, Output


class Printed:
    """Made and read here, written by the process."""

    def __init__(self, path: Path) -> None:
        """Make the file.

        Raises:
            OSError: if that can't be done.
        """
        self.path = path
        # Opened once: the program may do with the name what it likes.
        self._file = path.open("x+b", buffering=0)

    def size(self) -> int:
        """Return how many bytes were printed."""
        return os.fstat(self._file.fileno()).st_size

    def output(self) -> Output:
        """Return the beginning of what was printed, and how much it was."""
        output = Output()
        output.total = self.size()
        self._file.seek(0)
        output.kept += self._file.read(min(KEPT_OUTPUT_BYTES, output.total))
        return output

    def remove(self) -> None:
        """Close and delete the file; who still has it open may keep it until the folder goes."""
        self._file.close()
        remove_file(self.path)


def remove_file(path: Path) -> None:
    """Delete a file if it is there and the system lets us."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        # Windows keeps a file that somebody has open.
        return
