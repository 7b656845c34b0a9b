"""Which files a pack's folder has, and which of them are others than before. Knows no Qt."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

Stamp: TypeAlias = tuple[int, int, int]
"""When a file was written (ns), its size in bytes, and which file it is: editors put a new one in its place."""

Scan: TypeAlias = Mapping[str, Stamp]
"""Of every file, by its path relative to the folder, with `/`."""

MOST_FILES = 100_000


def scan(folder: Path) -> Scan:
    """Look at every file in the folder without opening any; a folder that is gone has none."""
    stamps: dict[str, Stamp] = {}
    for path, stamp in _walk(str(folder), ""):
        stamps[path] = stamp
        if len(stamps) >= MOST_FILES:
            break
    return stamps


def changed_paths(before: Scan, after: Scan) -> frozenset[str]:
    """Return the files that came, went or were written."""
    return frozenset(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def folders_of(seen: Scan) -> tuple[str, ...]:
    """Return every folder with a file in it, and those above, from the outside in; "" is the pack's own."""
    folders = {""}
    for path in seen:
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return tuple(sorted(folders, key=lambda folder: (folder.count("/"), folder)))


def _walk(folder: str, prefix: str) -> Iterator[tuple[str, Stamp]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        # What editors keep for themselves while one types, and what Python leaves behind.
        if entry.name.startswith(".") or entry.name.endswith("~") or entry.name == "__pycache__":
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{prefix}{entry.name}/")
                continue
            seen = entry.stat()
        except OSError:
            continue
        yield prefix + entry.name, (seen.st_mtime_ns, seen.st_size, seen.st_ino)
