"""A claim on a folder that ends with the process that made it, however that process ends."""

import contextlib
import importlib
import os
from pathlib import Path
from typing import Final

_OWNER: Final = "owner"
"""File that names the owner where the system has no locks on folders."""


class Claim:
    """Held until `release`, or until this process is gone; meanwhile `is_claimed` says so to everybody."""

    def __init__(self, folder: Path) -> None:
        """Claim a folder of one's own.

        Raises:
            OSError: if the folder can't be used.
        """
        self._lock = _try_lock(folder)
        if self._lock is None:
            (folder / _OWNER).write_text(_name_of(os.getpid()), encoding="utf-8")

    def release(self) -> None:
        """Give it up; the folder may be gone already."""
        if self._lock is not None:
            os.close(self._lock)


def is_claimed(folder: Path) -> bool:
    """Tell whether the process that claimed the folder still lives; False if nobody ever did.

    Raises:
        OSError: if it can't be looked at.
    """
    if (folder / _OWNER).exists():
        return _lives((folder / _OWNER).read_text(encoding="utf-8", errors="replace"))
    try:
        lock = _try_lock(folder)
    except BlockingIOError:
        return True
    if lock is not None:
        os.close(lock)
    return False


def _try_lock(folder: Path) -> int | None:
    """Return a descriptor that locks the folder as long as it is open; None where there is no such thing.

    Raises:
        BlockingIOError: if somebody holds it.
    """
    try:
        fcntl = importlib.import_module("fcntl")
    except ImportError:
        return None
    lock = os.open(folder, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        raise
    return lock


def _name_of(process: int) -> str:
    """Return what no other process will be called: a number is used again, but not with the same beginning.

    Raises:
        ValueError: if there is no such process.
    """
    # Not needed where there are locks, and some 20 ms of an app's start.
    import psutil

    try:
        return f"{process} {psutil.Process(process).create_time()}"
    except (psutil.Error, OverflowError) as error:
        raise ValueError(str(error)) from error


def _lives(name: str) -> bool:
    with contextlib.suppress(ValueError):
        return _name_of(int(name.partition(" ")[0])) == name
    return False
