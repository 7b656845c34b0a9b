"""Reads a file that somebody handed in: whatever it holds, it becomes text or a sentence."""

import codecs
import os
import stat
from pathlib import Path
from typing import Final

from quizapp.message import Message, message

LARGEST_CODE: Final = 1 << 20
LARGEST_NOTEBOOK: Final = 32 << 20
LARGEST_JOURNAL: Final = 256 << 20

_OTHER_UNICODE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SIZES: Final = {LARGEST_CODE: "1 MiB", LARGEST_NOTEBOOK: "32 MiB", LARGEST_JOURNAL: "256 MiB"}


class UnusableFile(Exception):
    """A file can't be used; `says` why, of "it"."""

    def __init__(self, says: Message) -> None:
        super().__init__(str(says))
        self.says = says


def insist_on_file(path: Path, most: int) -> None:
    """Look at a file before it is opened: a link, a pipe or what is too large is not.

    Raises:
        UnusableFile: if it is none of at most so many bytes.
    """
    try:
        found = path.lstat()
    except OSError as error:
        raise UnusableFile(cannot_be_read(error)) from error
    if stat.S_ISLNK(found.st_mode):
        raise UnusableFile(message("It is a link to another file; hand in the file itself."))
    if not stat.S_ISREG(found.st_mode):
        raise UnusableFile(message("It is no ordinary file."))
    if found.st_size > most:
        raise UnusableFile(message("It is larger than {most}; is it the right file?", most=_SIZES[most]))


def read_text(path: Path, most: int) -> str:
    """Return a file's text, its line ends as `\\n`.

    Raises:
        UnusableFile: if it is empty, too large, no text or not UTF-8.
    """
    insist_on_file(path, most)
    try:
        with os.fdopen(_open_at_once(path), "rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise UnusableFile(cannot_be_read(error)) from error
    if len(data) > most:
        raise UnusableFile(message("It is larger than {most}; is it the right file?", most=_SIZES[most]))
    return _text_of(data)


def _text_of(data: bytes) -> str:
    if not data.strip():
        raise UnusableFile(message("It is empty."))
    if b"\0" in data and not data.startswith(_OTHER_UNICODE):
        raise UnusableFile(message("It holds binary data and no text; hand in the file with the code."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnusableFile(message("It is not UTF-8 text (see line {line}); save it as UTF-8.", line=line)) from error
    if not text.strip():
        raise UnusableFile(message("It is empty."))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _open_at_once(path: Path) -> int:
    """Open a file, but not through a link that was put in its place meanwhile, and without waiting for a pipe."""
    flags = (getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
    return os.open(path, os.O_RDONLY | sum(flags))


def cannot_be_read(error: OSError) -> Message:
    """Return why a file or folder, "it", can't be read."""
    return message("It can't be read: {reason}.", reason=error.strerror or str(error))
