"""A file that is to be brought in: its text, whatever encoding it is in, and what is wrong at which line of it."""

import codecs
from pathlib import Path
from typing import Final

from msgspec import Struct

from quizapp.message import Message, message
from quizapp.packs.problems import PackError
from quizapp.study.anki.escaping import clean

LARGEST: Final = 16 << 20
"""Bytes that a file may have."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; UTF-32's begins as UTF-16's does, so it is looked for first."""


class TextFile(Struct, frozen=True):
    """A file's name as it was given, and its text with `\\n` line ends and without what can't be shown."""

    path: Path
    text: str

    def problem(self, says: Message, line: int | None = None) -> PackError:
        """Return an error about a line (from 1) of the file, or about all of it."""
        return PackError(self.path, says, line=line)


def read_bytes(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        PackError: if it can't be read or is far too large.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise PackError(path, message("this can't be read: {reason}", reason=error.strerror or str(error))) from None
    if len(data) > LARGEST:
        raise PackError(path, message("the file is larger than 16 MiB; bring it in as several smaller ones"))
    return data


def read_text(path: Path) -> TextFile:
    """Return the text of a file in UTF-8, in UTF-16 or UTF-32 with a byte order mark, or in GBK.

    Raises:
        PackError: if it can't be read, is far too large, or is no text.
    """
    return TextFile(path, as_text(path, read_bytes(path)))


def as_text(path: Path, data: bytes) -> str:
    """Return a file's bytes as text.

    Raises:
        PackError: if they are no text in an encoding that is known here.
    """
    named = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    for encoding in (named,) if named else ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            says = message("expected text, found a zero byte; is it the right file?")
            raise PackError(path, says, line=text.count("\n", 0, text.index("\0")) + 1)
        return clean(text.replace("\r\n", "\n").replace("\r", "\n"))
    raise PackError(path, message("expected text in UTF-8, UTF-16 or GBK; save the file as UTF-8"))
