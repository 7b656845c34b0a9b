"""Runs a target's process again and again until its time is over, and reads from what it prints what came of it."""

import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

LONGEST_READING: Final = 1.0
"""Seconds that one input may take where nothing follows its lines."""

MOST_FINDINGS: Final = 12
"""Of one target; then it is given up."""

_COUNTED = re.compile(r"^#(\d+)\s", re.MULTILINE)
_COVERED = re.compile(r"\bcov: (\d+)")
_EXECUTED = re.compile(r"stat::number_of_executed_units:\s*(\d+)")
_RAISED = re.compile(
    r"=== Uncaught Python exception: ===\n(.*?)\n.*?((?:  File [^\n]*\n(?:    [^\n]*\n)*)+)", re.DOTALL
)
_FRAME = re.compile(r'File "([^"]*)", line (\d+)')
_ARTIFACTS: Final = ("crash-*", "timeout-*", "oom-*", "leak-*")
_PATIENCE: Final = 120


class Finding(Struct, frozen=True):
    """An input that is kept, and what it does."""

    path: Path
    says: str


class Figures(Struct, frozen=True, kw_only=True):
    """What came of fuzzing one target.

    Attributes:
        runs: how many inputs were read. seconds: how long that took, beginnings included.
        covered: how many places of the readers' code the inputs reached.
    """

    name: str
    runs: int = 0
    seconds: float = 0.0
    covered: int = 0
    findings: tuple[Finding, ...] = ()


def fuzz(name: str, folder: Path, seconds: float, seed: int) -> Figures:
    """Fuzz one target for so long; after an input that is found it goes on from what is known by then."""
    figures, began = Figures(name=name), time.monotonic()
    while (left := seconds - (time.monotonic() - began)) >= 1 and len(figures.findings) < MOST_FINDINGS:
        before = _kept(folder)
        printed = _one_process(name, folder, int(left), seed + len(figures.findings))
        (folder / "printed.txt").write_text(printed, encoding="utf-8")
        new = sorted(_kept(folder) - before)
        figures = replace(
            figures,
            runs=figures.runs + _number(_EXECUTED, printed, _number(_COUNTED, printed)),
            covered=max(figures.covered, _number(_COVERED, printed)),
            findings=(*figures.findings, *(Finding(path, _what(path, printed)) for path in new)),
        )
        if not new and "stat::number_of_executed_units" not in printed:
            return replace(figures, findings=(*figures.findings, Finding(folder / "printed.txt", "it did not start")))
    figures = replace(figures, seconds=time.monotonic() - began)
    return replace(figures, findings=(*figures.findings, *_slow(name, folder)))


def _one_process(name: str, folder: Path, seconds: int, seed: int) -> str:
    command = [sys.executable, "-m", "tests.fuzz.guided", name, str(folder), str(seconds), str(seed % 2**31)]
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "printing.txt").open("w+b") as out:
        try:
            subprocess.run(command, stdout=out, stderr=subprocess.STDOUT, timeout=seconds + _PATIENCE, check=False)
        except subprocess.TimeoutExpired:
            out.write(b"\nit did not end\n")
        out.seek(0)
        return out.read().decode("utf-8", "replace")


def _kept(folder: Path) -> set[Path]:
    return {path for pattern in _ARTIFACTS for path in folder.glob(pattern)}


def _number(pattern: re.Pattern[str], printed: str, otherwise: int = 0) -> int:
    """Return the last number of a kind that was printed."""
    found = pattern.findall(printed)
    return int(found[-1]) if found else otherwise


def _what(path: Path, printed: str) -> str:
    """Return what was raised, and where; or how the process ended."""
    found = _RAISED.search(printed)
    if found is None:
        return path.name.partition("-")[0]
    frames = _FRAME.findall(found[2])
    where = ":".join(frames[-1]) if frames else "?"
    return f"{found[1][:300]} ({where})"


def _slow(name: str, folder: Path) -> tuple[Finding, ...]:
    """Read those inputs again that took long; without atheris each has to be quick."""
    found = []
    for path in sorted(folder.glob("slow-unit-*")):
        command = [sys.executable, "-m", "tests.fuzz.once", name, str(path)]
        try:
            printed = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=True, text=True).stdout
        except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
            found.append(Finding(path, f"read again: {type(error).__name__}"))
            continue
        if float(printed.split()[-1]) > LONGEST_READING:
            found.append(Finding(path, f"takes {printed.split()[-1]} s"))
    return tuple(found)
