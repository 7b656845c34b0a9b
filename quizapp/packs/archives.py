"""A pack in one file: a `.quizpack` is a zip file of the pack's folder, with `pack.toml` at its top.

One that comes from elsewhere is trusted in nothing: all that its table of contents says is looked at before a byte is
written, and what does not keep to it while it is unpacked ends the unpacking.
"""

import stat
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from quizapp.message import Message, message
from quizapp.packs.archive_end import directory_bytes
from quizapp.packs.archive_names import folders_of, is_junk, name_fault, same_place
from quizapp.packs.problems import LONGEST_FOUND, PackError, printable
from quizapp.packs.sizes import size_in_words

ENDING: Final = ".quizpack"
"""What the name of a pack in one file ends in."""

LARGEST_ARCHIVE: Final = 256 << 20
"""Bytes that a pack in one file may have."""

LARGEST_PACK: Final = 512 << 20
"""Bytes that the files of a pack may have in all."""

LARGEST_MEMBER: Final = 64 << 20
"""Bytes that one file of a pack may have; those that are read as text may have far less."""

MOST_MEMBERS: Final = 100_000
"""Files that a pack may have."""

HIGHEST_RATIO: Final = 100
"""How many times its size a pack may grow to when it is unpacked, once it is larger than `FREE_OF_RATIO`."""

FREE_OF_RATIO: Final = 16 << 20

_LARGEST_DIRECTORY: Final = 32 << 20
_CHUNK: Final = 1 << 18
_ENCRYPTED: Final = 0x1 | 0x40 | 0x2000
_UTF8: Final = 0x800
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_NOT_UTF8: Final = message("its name is not in UTF-8; make the archive with `quizapp pack build`")
_PLAIN: Final = (0, stat.S_IFREG, stat.S_IFDIR)
# What zipfile raises where the bytes make no sense. RuntimeError: encrypted.
_DAMAGE: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, NotImplementedError, EOFError),
    *(ValueError, OverflowError, LookupError),
)


class ArchiveError(PackError):
    """A pack in one file, or a folder that should become one, is refused; its place names the file in the archive."""

    def __init__(self, archive: str, says: Message, *, member: str | None = None) -> None:
        super().__init__(Path(archive), says, key=None if member is None else _shown(member))


class PackArchive:
    """A `.quizpack` that was opened and whose table of contents holds; a context manager.

    Attributes:
        name: of the file.
        unpacked_bytes: what its files take once they are unpacked.
    """

    def __init__(self, path: Path) -> None:
        """Open it and look at its table of contents.

        Raises:
            ArchiveError: if it can't be read, is damaged, too large, or holds anything that a pack may not.
        """
        self.name = printable(path.name)
        self._zip = _opened(path, self.name)
        self._archive_bytes = path.stat().st_size
        try:
            self._members = self._checked_members()
        except BaseException:
            self._zip.close()
            raise
        self.unpacked_bytes = sum(member.file_size for member in self._members.values())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def unpack(self, folder: Path) -> None:
        """Write its files into an empty folder.

        Raises:
            ArchiveError: if a file in it is damaged or longer than it says; some are written then.
            OSError: if the folder can't be written.
        """
        for path, member in self._members.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                for piece in self._pieces(member):
                    file.write(piece)

    def _pieces(self, member: zipfile.ZipInfo) -> Iterator[bytes]:
        try:
            with self._zip.open(member) as packed:
                while piece := packed.read(_CHUNK):
                    yield piece
        except OSError as error:
            raise self._error(
                member, message("it can't be read ({reason})", reason=str(error.strerror or error))
            ) from error
        except _DAMAGE as error:
            raise self._error(member, message("it is damaged or cut short; get the pack again")) from error

    def _checked_members(self) -> dict[str, zipfile.ZipInfo]:
        """Return what is to be unpacked, by path."""
        entries = [entry for entry in self._zip.infolist() if self._is_wanted(entry)]
        self._refuse_twice(entries)
        members = {entry.orig_filename: entry for entry in entries if not _is_folder(entry)}
        self._refuse_growth(members.values())
        if "pack.toml" not in members:
            raise ArchiveError(
                self.name, message("there is no pack.toml at its top; make it with `quizapp pack build`")
            )
        return members

    def _is_wanted(self, entry: zipfile.ZipInfo) -> bool:
        """Tell whether an entry is part of the pack; one that may be in no pack ends the reading."""
        if says := _entry_name_fault(entry):
            raise self._error(entry, says)
        if is_junk(_path(entry)):
            return False
        if says := _content_fault(entry):
            raise self._error(entry, says)
        return True

    def _refuse_growth(self, members: Collection[zipfile.ZipInfo]) -> None:
        refuse_size(self.name, len(members), total := sum(member.file_size for member in members))
        if total > FREE_OF_RATIO and total > HIGHEST_RATIO * self._archive_bytes:
            says = message(
                "it has {packed} and would unpack to {size}, as no pack does",
                packed=size_in_words(self._archive_bytes),
                size=size_in_words(total),
            )
            raise ArchiveError(self.name, says)

    def _refuse_twice(self, entries: list[zipfile.ZipInfo]) -> None:
        """Refuse two entries that some system takes for one, and a file where others have a folder."""
        files: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            if not _is_folder(entry) and (other := files.setdefault(same_place(_path(entry)), entry)) is not entry:
                says = message('it is there twice, the other time as "{other}"', other=_shown(_path(other)))
                raise self._error(entry, says)
        for entry in entries:
            above = folders_of(f"{_path(entry)}/" if _is_folder(entry) else _path(entry))
            if any(same_place(folder) in files for folder in above):
                raise self._error(entry, message("it lies in a folder that has the name of a file"))

    def _error(self, entry: zipfile.ZipInfo, says: Message) -> ArchiveError:
        return ArchiveError(self.name, says, member=entry.orig_filename)


def refuse_size(name: str, files: int, total: int) -> None:
    """Raise ArchiveError if a pack has more files, or more bytes in all, than a pack may."""
    if files > MOST_MEMBERS:
        raise ArchiveError(
            name, message("it holds {count} files; a pack may have {most}", count=files, most=MOST_MEMBERS)
        )
    if total > LARGEST_PACK:
        says = message(
            "its files have {size} in all; a pack may have {most}",
            size=size_in_words(total),
            most=size_in_words(LARGEST_PACK),
        )
        raise ArchiveError(name, says)


def size_fault(size: int) -> Message | None:
    """Return why one file of a pack may not be so large, or None."""
    if size <= LARGEST_MEMBER:
        return None
    return message(
        "it has {size}; a file of a pack may have {most}", size=size_in_words(size), most=size_in_words(LARGEST_MEMBER)
    )


def _opened(path: Path, name: str) -> zipfile.ZipFile:
    """Open a zip file whose size, and whose table of contents, are within bounds."""
    try:
        if path.exists() and not path.is_file():
            raise ArchiveError(name, message("it is no plain file"))
        size = path.stat().st_size
        if size > LARGEST_ARCHIVE:
            says = message(
                "it has {size}; a pack in one file may have {most}",
                size=size_in_words(size),
                most=size_in_words(LARGEST_ARCHIVE),
            )
            raise ArchiveError(name, says)
        if directory_bytes(path) > _LARGEST_DIRECTORY:
            raise ArchiveError(name, message("it holds far too many files"))
        return zipfile.ZipFile(path)
    except UnicodeDecodeError as error:
        member = bytes(error.object).decode("utf-8", "backslashreplace")
        raise ArchiveError(name, _NOT_UTF8, member=member) from error
    except OSError as error:
        raise ArchiveError(name, message("it can't be read ({reason})", reason=str(error.strerror or error))) from error
    except _DAMAGE as error:
        says = message("it is no pack in one file, or it was cut short; get it again")
        raise ArchiveError(name, says) from error


def _path(entry: zipfile.ZipInfo) -> str:
    return entry.orig_filename.removesuffix("/")


def _is_folder(entry: zipfile.ZipInfo) -> bool:
    return entry.orig_filename.endswith("/")


def _entry_name_fault(entry: zipfile.ZipInfo) -> Message | None:
    if not entry.flag_bits & _UTF8 and not entry.orig_filename.isascii():
        return _NOT_UTF8
    return name_fault(_path(entry))


def _content_fault(entry: zipfile.ZipInfo) -> Message | None:
    """Return why what an entry holds is not taken, or None."""
    if entry.flag_bits & _ENCRYPTED:
        return message("it is encrypted; a pack is readable by everybody")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return message("it is a link; put the file itself there")
    if kind not in _PLAIN:
        return message("it is no plain file")
    if entry.compress_type not in _METHODS:
        return message("it is packed in a way that packs are not; make it with `quizapp pack build`")
    return size_fault(entry.file_size)


def _shown(name: str) -> str:
    seen = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in name)
    return printable(seen if len(seen) <= LONGEST_FOUND else f"{seen[:LONGEST_FOUND]}…")
