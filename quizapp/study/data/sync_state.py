"""What is remembered of the shared folder between two syncs; without it everything is only read once more."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final
from zlib import crc32

import msgspec
from msgspec import Struct

from quizapp.not_json import NOT_JSON
from quizapp.whole_files import writing

_TAIL: Final = 1 << 14
"""Bytes at a file's end that are compared too: some systems' clocks are coarse."""


class Stamp(Struct, frozen=True):
    """What differs whenever a file does."""

    size: int
    mtime_ns: int
    tail: int


class Read(Struct, frozen=True):
    """A file that was read to its end; `rows` of it are of the device that it is named by."""

    stamp: Stamp
    rows: int


class Written(Struct, frozen=True):
    """The own file as this device wrote it: the rows up to place `upto`, but for those of some devices.

    `last` is the id of the row at that place: where another stands there, the journal was replaced.
    """

    stamp: Stamp
    upto: int
    last: str
    left_out: tuple[str, ...]


class SyncState(Struct, frozen=True):
    """Everything that is remembered.

    Attributes:
        folder: of which it is; another folder begins anew.
        at: when the last sync ended; None for never.
        read: by a file's name.
    """

    folder: str = ""
    at: datetime | None = None
    read: dict[str, Read] = {}
    written: Written | None = None


def load_state(path: Path) -> SyncState:
    """Return what is remembered; nothing if that can't be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=SyncState)
    except (OSError, *NOT_JSON):
        return SyncState()


def save_state(state: SyncState, path: Path) -> None:
    """Remember; where that can't be written, the next sync takes longer and nothing is lost."""
    with suppress(OSError), writing(path) as file:
        file.write(msgspec.json.format(msgspec.json.encode(state)))


def stamp_of(path: Path) -> Stamp | None:
    """Return a file's stamp, None if it can't be read."""
    try:
        with path.open("rb") as file:
            stat = path.stat()
            file.seek(max(stat.st_size - _TAIL, 0))
            return Stamp(stat.st_size, stat.st_mtime_ns, crc32(file.read(_TAIL)))
    except OSError:
        return None
