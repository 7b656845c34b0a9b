"""Several named files in one input, so that what is changed lies in a folder or an archive that is whole otherwise."""

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

MARK = b"\x1c"
"""Begins each file; its name follows, then the end of the line, then what it holds."""

_LONGEST_NAME = 200


def joined(files: Mapping[str, bytes] | Iterable[tuple[str, bytes]]) -> bytes:
    """Return files as one input."""
    named = files.items() if isinstance(files, Mapping) else files
    return b"".join(MARK + name.encode() + b"\n" + content for name, content in named)


def parted(data: bytes) -> list[tuple[str, bytes]]:
    """Return the files of an input in their order; whatever was done to it, they are some."""
    parts = (part.partition(b"\n") for part in data.split(MARK)[1:])
    return [(name.decode("utf-8", "surrogateescape"), content) for name, _, content in parts]


def write_inside(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files below a folder; one whose name leads elsewhere, or can't be a name, is none."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or not path.parts or "\0" in name or len(name) > _LONGEST_NAME:
            continue
        target = folder / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        except OSError:  # a file where another has a folder
            continue


def files_below(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder by their names seen from there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
