"""`python -m tests.fuzz [TARGET…] --seconds 600`: fuzzes the readers and prints what came of it.

Exit code 0: nothing was found. 1: inputs were found, and are kept. 2: it could not be tried.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from random import SystemRandom

from tests.fuzz.every import TARGETS
from tests.fuzz.running import Figures, fuzz

_IN_MEMORY = Path("/dev/shm")
_NO_ATHERIS = (
    "atheris, which follows the lines that an input reaches, is not installed. `pip install -e .[dev,fuzz]` brings it"
    " where there is a build of it for this system and this Python ({version}): on Linux, Python 3.11 or newer."
    " Without it `make check` still gives every target its seeds, and some that were changed."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz and print; returns the exit code."""
    options = _options(arguments)
    if find_spec("atheris") is None:
        print(_NO_ATHERIS.format(version=sys.version.partition(" ")[0]), file=sys.stderr)
        return 2
    if _IN_MEMORY.is_dir():
        # Thousands of small folders a second are no work for a disk.
        os.environ["TMPDIR"] = str(_IN_MEMORY)
    folder = options.keep or Path(tempfile.mkdtemp(prefix="quizapp-fuzzing-", dir=tempfile.gettempdir()))
    names, seed = options.targets or list(TARGETS), options.seed or SystemRandom().randrange(1, 2**31)
    seconds = max(options.seconds * min(options.at_once, len(names)) / len(names), 1)
    print(
        f"{len(names)} targets, {seconds:.0f} s each, {options.at_once} at once; seed {seed}; in {folder}", flush=True
    )
    print(f"{'target':<14}{'runs':>10}{'runs/s':>8}{'covered':>9}{'found':>7}", flush=True)
    with ThreadPoolExecutor(options.at_once) as several:
        found = [
            _told(figures) for figures in several.map(lambda name: fuzz(name, folder / name, seconds, seed), names)
        ]
    print(f"{'all':<14}{sum(each.runs for each in found):>10}", flush=True)
    return 1 if any(each.findings for each in found) else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.fuzz", description="Fuzz the readers of what others wrote.")
    parser.add_argument("targets", nargs="*", metavar="TARGET", choices=[[], *TARGETS], help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=float, default=600, help="in all, shared by the targets (600)")
    parser.add_argument("--at-once", type=int, default=2, help="how many processes (2)")
    parser.add_argument("--seed", type=int, default=0, help="of chance; a new one each time")
    parser.add_argument("--keep", type=Path, help="the folder for inputs; a new one among the temporary ones")
    return parser.parse_args(arguments)


def _told(figures: Figures) -> Figures:
    speed = figures.runs / figures.seconds if figures.seconds else 0
    numbers = f"{figures.runs:>10}{speed:>8.0f}{figures.covered:>9}{len(figures.findings):>7}"
    print(f"{figures.name:<14}{numbers}", flush=True)
    for finding in figures.findings:
        print(f"    {finding.path}\n        {finding.says}", flush=True)
    return figures


if __name__ == "__main__":
    sys.exit(main())
