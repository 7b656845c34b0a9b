"""Reads one kept input again, without atheris: `python -m tests.fuzz.once TARGET FILE` prints how long that takes."""

import sys
import time
from pathlib import Path

from tests.fuzz.every import TARGETS, read_once


def main(name: str, path: Path) -> None:
    """Read the input; what it ends in is raised."""
    target = TARGETS[name]
    # What is loaded only once is not the input's.
    read_once(target, target.seeds()[0])
    began = time.perf_counter()
    read_once(target, path.read_bytes())
    print(f"{time.perf_counter() - began:.3f}")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
