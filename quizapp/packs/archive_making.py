"""Makes one file of a pack's folder; of the same files always the same bytes."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from quizapp.message import Message, message
from quizapp.packs.archive_names import is_junk, name_fault, same_place
from quizapp.packs.archives import ArchiveError, refuse_size, size_fault
from quizapp.packs.files import Kind, PackFiles
from quizapp.packs.problems import printable
from quizapp.whole_files import writing

_DATE: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_ATTRIBUTES: Final = 0o100644 << 16
_LEVEL: Final = 9


def members_of(folder: Path) -> tuple[str, ...]:
    """Return the paths of the files that make up the pack in a folder, sorted; what editors leave there is none.

    Raises:
        ArchiveError: if one of them can't be in a pack: a link out of it, a name that some system forbids, a huge one.
    """
    files = PackFiles(folder)
    name = printable(folder.name)
    paths = tuple(sorted(_walk(files, "", name)))
    seen: dict[str, str] = {}
    total = 0
    for path in paths:
        if (other := seen.setdefault(same_place(path), path)) is not path:
            says = message('on some systems this is the same file as "{other}"; rename one', other=printable(other))
            raise ArchiveError(name, says, member=path)
        size = (folder / path).stat().st_size
        if says_so := size_fault(size):
            raise ArchiveError(name, says_so, member=path)
        total += size
    refuse_size(name, len(paths), total)
    return paths


def pack_up(folder: Path, out: Path) -> None:
    """Write the pack in a folder to one file; at `out` there is the whole of it or what was there before.

    Raises:
        ArchiveError: if a file can't be in a pack.
        OSError: if a file can't be read, or `out` can't be written.
    """
    paths = members_of(folder)
    with writing(out) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for path in paths:
            archive.writestr(_entry(path), (folder / path).read_bytes(), zipfile.ZIP_DEFLATED, _LEVEL)


def copy_members(folder: Path, to: Path) -> int:
    """Copy the files that make up the pack in a folder into an empty one, and return how many bytes they have.

    Raises:
        ArchiveError: if a file can't be in a pack.
        OSError: if one can't be read or written.
    """
    size = 0
    for path in members_of(folder):
        target = to / path
        target.parent.mkdir(parents=True, exist_ok=True)
        size += target.write_bytes((folder / path).read_bytes())
    return size


def _entry(path: str) -> zipfile.ZipInfo:
    """Return what the archive says of a file: nothing that depends on when and where it is made."""
    entry = zipfile.ZipInfo(path, _DATE)
    entry.create_system = _UNIX
    entry.external_attr = _ATTRIBUTES
    return entry


def _walk(files: PackFiles, folder: str, name: str) -> Iterator[str]:
    for entry, kind in files.listing(folder).kinds.items():
        path = f"{folder}/{entry}" if folder else entry
        if is_junk(path):
            continue
        if says := _fault(path, kind):
            raise ArchiveError(name, says, member=path)
        if kind is Kind.FOLDER:
            yield from _walk(files, path, name)
        else:
            yield path
    if files.problems:
        raise files.problems[0]


def _fault(path: str, kind: Kind) -> Message | None:
    """Return why what lies in the folder can't be in a pack, or None."""
    if kind is Kind.LINK:
        return message("it is a link; put the file itself there")
    if kind is Kind.OTHER:
        return message("it is no plain file")
    return name_fault(path)
