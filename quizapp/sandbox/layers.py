"""The layers that protect a computer from a run, by name: what a sandbox puts in force, and what it can go without."""

from enum import StrEnum
from typing import Final


class LayerName(StrEnum):
    """One thing that protects the computer from a run."""

    BUBBLEWRAP = "bubblewrap"  # a file system of one's own: what isn't needed doesn't exist there
    NAMESPACES = "namespaces"  # processes, network and shared memory of one's own
    LANDLOCK = "landlock"  # which files, TCP ports and signals
    SECCOMP = "seccomp"  # which system calls
    USER = "user"  # not the administrator
    LIMITS = "limits"  # memory, processor time, file sizes, descriptors, threads


REMOVABLE: Final = (LayerName.BUBBLEWRAP, LayerName.NAMESPACES, LayerName.LANDLOCK, LayerName.SECCOMP)
"""Layers that a machine may lack. Leaving them out on purpose shows how the others hold without them."""
