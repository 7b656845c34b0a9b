"""Files and folders put in place whole or not at all: beside their place first, on the disk, then renamed into it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final
from uuid import uuid4

PART: Final = ".part"
"""What the name of a file that is still being written ends in."""


_AT_ONCE: Final = 8
"""How many files wait for the disk at a time."""


def part_of(path: Path) -> Path:
    """Return where a file is written before it is renamed to `path`; on the same disk."""
    return path.with_name(path.name + PART)


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write; it is at `path`, on the disk, when the block ends, and nothing is if the block fails.

    Raises:
        OSError: if it can't be written.
    """
    # Of its own name, since another process may be writing to the same place.
    part = part_of(path.with_name(f"{path.name}.{uuid4().hex[:8]}"))
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        put_in_place(part, path)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def put_in_place(part: Path, path: Path) -> None:
    """Rename a whole file into its place, in place of what is there.

    Raises:
        OSError: if it can't be renamed; what is there then stays.
    """
    os.replace(part, path)  # noqa: PTH105 - atomic on every platform
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Have a new name outlive a loss of power, where the system offers that."""
    # Windows opens no folders, some network drives don't flush them: the rename has been done all the same.
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def flush_tree(folder: Path) -> None:
    """Have a folder and all that is in it on the disk.

    Raises:
        OSError: if a file can't be opened, or that fails.
    """
    # Imported here, since settings are read before the window is painted.
    from concurrent.futures import ThreadPoolExecutor

    folders = [(Path(inside), names) for inside, _, names in os.walk(folder)]
    # A disk writes what several wait for in one go: with thousands of files that is a seventh of the time.
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for _ in pool.map(flush_file, [inside / name for inside, names in folders for name in names]):
            pass
        for _ in pool.map(flush_folder, [inside for inside, _ in folders]):
            pass


def flush_file(path: Path) -> None:
    """Have a file's content on the disk.

    Raises:
        OSError: if that fails.
    """
    with path.open("rb+") as file:
        os.fsync(file.fileno())
