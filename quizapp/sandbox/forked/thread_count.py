"""How many threads this user runs: the base for a child's own limit, which the kernel counts per user."""

import os
import time

_FRESH_SECONDS = 10.0
_last: tuple[float, int] = (-_FRESH_SECONDS, 0)


def count_threads() -> int:
    """Return about how many threads run under this user; 0 where /proc can't tell. At most 10 s old."""
    global _last
    now = time.monotonic()
    if now - _last[0] >= _FRESH_SECONDS:
        _last = (now, _count(os.getuid()))
    return _last[1]


def _count(user: int) -> int:
    try:
        entries = list(os.scandir("/proc"))
    except OSError:
        return 0
    return sum(_threads_of(entry, user) for entry in entries if entry.name.isdigit())


def _threads_of(process: "os.DirEntry[str]", user: int) -> int:
    try:
        # A process has two links, and one more for each thread, in its task folder.
        return os.stat(f"{process.path}/task").st_nlink - 2 if process.stat().st_uid == user else 0  # noqa: PTH116
    except OSError:
        return 0
