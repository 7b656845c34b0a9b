"""How much a run may use: memory, processor time, file size, descriptors, threads."""

import contextlib
import math
import mmap
import os
import resource
from typing import Final

_FILE_BYTES: Final = 4 << 20
_DESCRIPTORS: Final = 64
_THREADS: Final = 64
_STACK_BYTES: Final = 8 << 20
_MEBIBYTE: Final = 1 << 20
_MOST_ADDRESSES: Final = 1 << 47


def address_space() -> int:
    """Return how many bytes of address space this process uses, to the next MiB.

    Found by trying how low the limit can be: /proc, which could tell, is out of reach in a sandbox.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    low, high = 0, _MOST_ADDRESSES if hard == resource.RLIM_INFINITY else hard
    try:
        while high - low > _MEBIBYTE:
            middle = (low + high) // 2
            resource.setrlimit(resource.RLIMIT_AS, (middle, hard))
            low, high = (low, middle) if _can_map_a_page() else (middle, high)
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
    return high


def _can_map_a_page() -> bool:
    try:
        mmap.mmap(-1, mmap.PAGESIZE).close()
    except (OSError, MemoryError):
        return False
    return True


def limit_standby(threads: int) -> None:
    """Set what holds for every run.

    Args:
        threads: how many threads this user runs already; the kernel counts them all.
    """
    for what, most in (
        (resource.RLIMIT_FSIZE, _FILE_BYTES),
        (resource.RLIMIT_NOFILE, _DESCRIPTORS),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_MSGQUEUE, 0),
        (resource.RLIMIT_STACK, _STACK_BYTES),
        (resource.RLIMIT_NPROC, threads + _THREADS),
    ):
        _limit(what, most)


def limit_run(used: int, memory_bytes: int, seconds: float) -> None:
    """Set what holds for this run.

    Args:
        used: bytes of address space in use already.
        memory_bytes: how much more the run may use.
        seconds: of wall time; the processor's follows from it.
    """
    _limit(resource.RLIMIT_AS, used + memory_bytes)
    processors = len(os.sched_getaffinity(0))
    _limit(resource.RLIMIT_CPU, math.ceil(seconds * processors) + 1)


def _limit(what: int, most: int) -> None:
    """Lower a limit, for good; one that is lower already stays."""
    _, hard = resource.getrlimit(what)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with contextlib.suppress(ValueError):
        resource.setrlimit(what, (most, most))
