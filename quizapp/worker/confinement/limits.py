"""How much a run may use: memory, processor time, file size, descriptors, threads."""

import contextlib
import math
import os
import resource
from typing import Final

_FILE_BYTES: Final = 4 << 20
_DESCRIPTORS: Final = 64
_THREADS: Final = 64
_STACK_BYTES: Final = 8 << 20


class AddressSpace:
    """Reads how large this process's address space is; opened before Landlock puts /proc out of reach."""

    def __init__(self) -> None:
        try:
            self._file = os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)
        except OSError:
            self._file = -1

    def size(self) -> int | None:
        """Return the bytes of the process that opened this, None where /proc can't tell."""
        try:
            pages = int(os.pread(self._file, 64, 0).split()[0])
        except (OSError, ValueError, IndexError):
            return None
        return pages * resource.getpagesize()


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


def limit_run(address_space: int | None, memory_bytes: int, seconds: float) -> None:
    """Set what holds for this run.

    Args:
        address_space: bytes of it in use now; None leaves memory unlimited.
        memory_bytes: how much more the run may use.
        seconds: of wall time; the processor's follows from it.
    """
    if address_space is not None:
        _limit(resource.RLIMIT_AS, address_space + memory_bytes)
    processors = len(os.sched_getaffinity(0))
    _limit(resource.RLIMIT_CPU, math.ceil(seconds * processors) + 1)


def _limit(what: int, most: int) -> None:
    """Lower a limit, for good; one that is lower already stays."""
    _, hard = resource.getrlimit(what)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with contextlib.suppress(ValueError):
        resource.setrlimit(what, (most, most))
