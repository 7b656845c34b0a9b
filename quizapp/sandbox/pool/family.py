"""A process and what it started: how much memory they use, and how they are ended; as far as they can be found."""

import contextlib
import os
from typing import Final

import psutil

_LOOKS_PER_SEARCH: Final = 10
_KILL: Final = 9


class Family:
    """Found by asking each process of the machine for its parent: who left the family isn't found on every system."""

    def __init__(self, pid: int) -> None:
        """Take a process that was started and not waited for yet.

        Raises:
            OSError: if it is gone.
        """
        self._pid = pid
        self._children: list[psutil.Process] = []
        self._looks = 0
        try:
            self._head = psutil.Process(pid)
        except psutil.Error as error:
            raise OSError(str(error)) from error

    def memory(self) -> int:
        """Return how many bytes of memory they occupy. New ones are searched for now and then: that takes 1 ms."""
        if self._looks % _LOOKS_PER_SEARCH == 0:
            self._search()
        self._looks += 1
        return sum(_memory_of(member) for member in (self._head, *self._children))

    def is_without_head(self) -> bool:
        """Tell whether the process itself ended, whether it was waited for or not."""
        try:
            return not self._head.is_running() or self._head.status() == psutil.STATUS_ZOMBIE
        except psutil.Error:
            return True

    def end(self) -> None:
        """Kill them all."""
        # Children of a process that is gone belong to somebody else.
        self._search()
        for member in (self._head, *self._children):
            with contextlib.suppress(psutil.Error):
                member.kill()
        if hasattr(os, "killpg"):
            # Those too whose parent was gone before. Nobody else gets the group's number as long as it has a member.
            with contextlib.suppress(OSError):
                os.killpg(self._pid, _KILL)

    def _search(self) -> None:
        with contextlib.suppress(psutil.Error):
            known = set(self._children)
            self._children += [child for child in self._head.children(recursive=True) if child not in known]


def _memory_of(process: psutil.Process) -> int:
    try:
        return process.memory_info().rss
    except psutil.Error:
        return 0
