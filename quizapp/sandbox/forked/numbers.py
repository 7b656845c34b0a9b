"""What number a process has here, whichever it has in a namespace of its own."""

from pathlib import Path


def number_of(pidfd: int, otherwise: int) -> int:
    """Return the process id behind a pidfd as this process sees it; `otherwise` where /proc can't tell."""
    try:
        lines = Path(f"/proc/self/fdinfo/{pidfd}").read_text(encoding="ascii").splitlines()
    except OSError:
        return otherwise
    found = [int(line.removeprefix("Pid:")) for line in lines if line.startswith("Pid:")]
    return found[0] if found and found[0] > 0 else otherwise
