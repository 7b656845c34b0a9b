"""One thing that is fuzzed: what it begins with, and how an input is read and looked at."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

Read: TypeAlias = Callable[[bytes, Path], None]
"""Reads an input in an empty folder; raises whatever must not come out of the reader."""


class Target(Struct, frozen=True, kw_only=True):
    """A reader of what others wrote.

    Attributes:
        name: as the command line knows it.
        seeds: inputs to begin with; several files of one input are `parts`.
        read: gives an input to the reader and fails if anything but what it promises comes of it.
        largest: bytes that an input grows to.
    """

    name: str
    seeds: Callable[[], tuple[bytes, ...]]
    read: Read
    largest: int = 1 << 16
