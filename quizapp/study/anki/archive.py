"""The zip archive around a deck, unpacked without trusting it."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from quizapp.message import message
from quizapp.packs.archive_end import directory_bytes
from quizapp.study.anki.problems import AnkiError

LARGEST_DIRECTORY = 16 << 20
"""Bytes of an archive's table of contents; that of 100,000 entries takes 10 MB."""

LARGEST_TOTAL = 8 << 30
"""Bytes that are unpacked of one archive."""

HIGHEST_RATIO = 250
"""How many times its size an entry may grow to, once it is larger than `FREE_OF_RATIO`."""

FREE_OF_RATIO = 32 << 20

_CHUNK = 1 << 18
_ZSTD_PIECE = 1 << 10
"""Bytes that are unpacked at once; the worst of them make 32 MB."""

_LARGEST_WINDOW = 1 << 27
_LONGEST_NAME = 60
# bz2 and lzma can't be unpacked piece by piece under a ceiling; no deck uses them.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# RuntimeError: encrypted. ValueError, NotImplementedError: what is said about the entry makes no sense.
_DAMAGE = (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, ValueError, OSError)


class TooLarge(AnkiError):
    """An entry unpacks to more than may be."""


class Archive:
    """A zip file whose entries are read under ceilings. Their names are only keys: no file is ever called by them."""

    def __init__(self, path: Path) -> None:
        """Open it and read its table of contents.

        Raises:
            AnkiError: if the file can't be read, is no zip, is cut short, or has far too many entries.
        """
        self.name = path.name
        self._unpacked = 0
        try:
            if directory_bytes(path) > LARGEST_DIRECTORY:
                raise AnkiError(message("{file} was not opened: it holds far too many files.", file=self.name))
            self._zip = zipfile.ZipFile(path)
        except OSError as error:
            reason = str(error.strerror)
            raise AnkiError(message("{file} can't be read: {reason}.", file=str(path), reason=reason)) from error
        except _DAMAGE as error:
            says = message(
                "{file} is no deck of Anki, or it was cut short: it is no complete zip file.", file=self.name
            )
            raise AnkiError(says) from error
        self._entries = {entry.filename: entry for entry in self._zip.infolist()}

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def read(self, name: str, largest: int, *, is_zstd: bool = False) -> bytes:
        """Return an entry's content.

        Raises:
            TooLarge: if it is larger than `largest` bytes, or the archive is a bomb.
            AnkiError: if it is missing or damaged.
        """
        return b"".join(self._chunks(name, largest, is_zstd=is_zstd))

    def unpack(self, name: str, to: Path, largest: int, *, is_zstd: bool = False) -> None:
        """Write an entry's content to a file.

        Raises:
            TooLarge: if it is larger than `largest` bytes, or the archive is a bomb.
            AnkiError: if it is missing or damaged, or there is no room for it.
        """
        try:
            with to.open("wb") as file:
                for chunk in self._chunks(name, largest, is_zstd=is_zstd):
                    file.write(chunk)
        except OSError as error:
            says = message("{file} can't be unpacked: {reason}.", file=self.name, reason=str(error.strerror))
            raise AnkiError(says) from error

    def _chunks(self, name: str, largest: int, *, is_zstd: bool) -> Iterator[bytes]:
        size = 0
        with self._telling(name), self._open(name) as packed:
            for chunk in _zstd_chunks(packed) if is_zstd else _plain_chunks(packed):
                size += len(chunk)
                self._unpacked += len(chunk)
                self._weigh(name, size, largest)
                yield chunk

    def _open(self, name: str) -> IO[bytes]:
        entry = self._entries.get(name)
        if entry is None or entry.compress_type not in _METHODS:
            raise zipfile.BadZipFile
        return self._zip.open(entry)

    def _weigh(self, name: str, size: int, largest: int) -> None:
        packed = max(self._entries[name].compress_size, 1)
        if (size > FREE_OF_RATIO and size > HIGHEST_RATIO * packed) or self._unpacked > LARGEST_TOTAL:
            says = message(
                "{file} was not unpacked: “{entry}” takes {packed} in it and grows to over {size}, as no deck does.",
                file=self.name,
                entry=_printable(name),
                packed=_in_words(packed),
                size=_in_words(size),
            )
            raise TooLarge(says)
        if size > largest:
            says = message(
                "{file} was not unpacked: “{entry}” in it is larger than {limit}.",
                file=self.name,
                entry=_printable(name),
                limit=_in_words(largest),
            )
            raise TooLarge(says)

    @contextmanager
    def _telling(self, name: str) -> Iterator[None]:
        """Turn what zipfile and zstandard raise into a sentence."""
        from zstandard import ZstdError

        try:
            yield
        except (*_DAMAGE, ZstdError) as error:
            says = message("{file} is damaged: “{entry}” in it can't be read.", file=self.name, entry=_printable(name))
            raise AnkiError(says) from error


def _plain_chunks(packed: IO[bytes]) -> Iterator[bytes]:
    while chunk := packed.read(_CHUNK):
        yield chunk


def _zstd_chunks(packed: IO[bytes]) -> Iterator[bytes]:
    """Yield what a zstd stream unpacks to; EOFError where it was cut short, which the library's own reader hides."""
    from zstandard import ZstdDecompressor

    library = ZstdDecompressor(max_window_size=_LARGEST_WINDOW)
    frame = library.decompressobj()
    while piece := packed.read(_ZSTD_PIECE):
        while piece:
            frame = library.decompressobj() if frame.eof else frame
            yield frame.decompress(piece)
            piece = frame.unused_data
    if not frame.eof:
        raise EOFError


def _printable(name: str) -> str:
    shown = "".join(character if character.isprintable() else "?" for character in name)
    return shown if len(shown) <= _LONGEST_NAME else shown[:_LONGEST_NAME] + "…"


def _in_words(size: int) -> str:
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= factor:
            return f"{size / factor:.3g} {unit}"
    return f"{size} B"
