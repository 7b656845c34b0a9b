"""The files of one pack: what lies where, and their text. Nothing outside the pack's folder is ever opened."""

import os
import re
import stat
import sys
from collections.abc import Iterable
from enum import Enum, auto
from pathlib import Path

from msgspec import Struct

from quizapp.message import Message, message
from quizapp.packs.problems import PackError

LARGEST_FILE = 1 << 20
"""Bytes that a file of a pack may have."""

_USUAL_FILE = 1 << 14
_SIBLING = re.compile(r"([^.]+)\.([a-z]{2,3}(?:-[a-z0-9]+)*)\.md")


class Source(Struct, frozen=True):
    """A piece of a file's text, and where in the file it begins, so that a problem names the file's own line.

    Attributes:
        path: relative to the pack's folder.
        first_line: the file's line, from 1, on which `text` begins.
    """

    path: Path
    text: str
    first_line: int = 1

    def problem(self, says: Message, line: int | None = None, key: str | None = None) -> PackError:
        """Return an error about a line (from 1) of this text, or about all of it."""
        return PackError(self.path, says, line=None if line is None else self.first_line + line - 1, key=key)

    def lines(self) -> list[str]:
        """Return the text's lines."""
        return self.text.split("\n")

    def part(self, start: int, stop: int | None = None) -> "Source":
        """Return the lines from index `start` up to `stop`."""
        return self.parts([(start, stop)])[0]

    def parts(self, bounds: Iterable[tuple[int, int | None]]) -> list["Source"]:
        """Return several parts, for each of which `part` would cut the whole text into lines again."""
        lines = self.lines()
        return [Source(self.path, "\n".join(lines[start:stop]), self.first_line + start) for start, stop in bounds]


class Kind(Enum):
    """What a name in a folder is."""

    FILE = auto()
    FOLDER = auto()
    LINK = auto()  # leads out of the pack, or to a folder
    OTHER = auto()  # a pipe, a device


class Listing(Struct, frozen=True):
    """The names in one folder.

    Attributes:
        siblings: the name without language and ending, then language code to file name:
            {"typo": {"zh": "typo.zh.md"}}.
    """

    kinds: dict[str, Kind]
    siblings: dict[str, dict[str, str]]

    def files(self) -> list[str]:
        """Return the names of the plain files."""
        return [name for name, kind in self.kinds.items() if kind is Kind.FILE]

    def folders(self) -> list[str]:
        """Return the names of the folders."""
        return [name for name, kind in self.kinds.items() if kind is Kind.FOLDER]


class PackFiles:
    """Looks into a pack's folder; each folder is listed once. Paths are relative to it, with `/`.

    Attributes:
        problems: folders that could not be listed; they count as empty.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[PackError] = []
        self._real_root = os.path.realpath(root)
        self._listings: dict[str, Listing] = {}

    def listing(self, folder: str) -> Listing:
        """Return the names in a folder, sorted; none if there is no such folder."""
        if folder not in self._listings:
            self._listings[folder] = self._list(folder)
        return self._listings[folder]

    def kind(self, path: str) -> Kind | None:
        """Return what lies at a path, or None; names match by upper and lower case on every system."""
        folder = ""
        *folders, name = path.split("/")
        for inner in folders:
            if self.listing(folder).kinds.get(inner) is not Kind.FOLDER:
                return None
            folder = f"{folder}/{inner}" if folder else inner
        return self.listing(folder).kinds.get(name)

    def read(self, path: str) -> Source:
        """Return a file's text with `\\n` line ends and without a byte order mark.

        Raises:
            PackError: if it is missing, no plain file of the pack, too large, or not UTF-8 text.
        """
        self._expect_file(path)
        relative = Path(path)
        try:
            with (self.root / relative).open("rb") as file:
                # Asking for a mebibyte at once would allocate one for each of a thousand small files.
                data = file.read(_USUAL_FILE)
                data += file.read(LARGEST_FILE + 1 - _USUAL_FILE) if len(data) == _USUAL_FILE else b""
        except OSError as error:
            raise PackError(relative, _unreadable(error)) from None
        if len(data) > LARGEST_FILE:
            raise PackError(relative, message("the file is larger than 1 MiB; make it smaller"))
        return Source(relative, _decoded(relative, data))

    def _expect_file(self, path: str) -> None:
        match self.kind(path):
            case Kind.FILE:
                return
            case None:
                says = message("the file is missing")
            case Kind.FOLDER:
                says = message("expected a file, found a folder")
            case Kind.LINK:
                says = message("this is a link that leads out of the pack; put the file itself here")
            case _:
                says = message("expected a plain file")
        raise PackError(Path(path), says)

    def _list(self, folder: str) -> Listing:
        try:
            with os.scandir(self.root / folder) as entries:
                kinds = {entry.name: self._kind_of(entry) for entry in sorted(entries, key=lambda entry: entry.name)}
        except (FileNotFoundError, NotADirectoryError):
            return Listing({}, {})
        except OSError as error:
            self.problems.append(PackError(Path(folder), _unreadable(error)))
            return Listing({}, {})
        siblings: dict[str, dict[str, str]] = {}
        for name in kinds:
            if match := _SIBLING.fullmatch(name):
                siblings.setdefault(match[1], {})[match[2]] = name
        return Listing(kinds, siblings)

    def _kind_of(self, entry: "os.DirEntry[str]") -> Kind:
        if _is_link(entry) and (entry.is_dir() or not self._is_inside(entry.path)):
            return Kind.LINK
        if entry.is_dir(follow_symlinks=False):
            return Kind.FOLDER
        return Kind.FILE if entry.is_file() else Kind.OTHER

    def _is_inside(self, path: str) -> bool:
        real = os.path.realpath(path)
        try:
            return os.path.commonpath([real, self._real_root]) == self._real_root
        except ValueError:  # on Windows: on another drive
            return False


def _is_link(entry: "os.DirEntry[str]") -> bool:
    if sys.platform == "win32":
        # A junction is a link to Windows, not to Python 3.11.
        return entry.is_symlink() or entry.stat(follow_symlinks=False).st_reparse_tag == stat.IO_REPARSE_TAG_MOUNT_POINT
    return entry.is_symlink()


def _unreadable(error: OSError) -> Message:
    return message("this can't be read: {reason}", reason=error.strerror or type(error).__name__)


def _decoded(path: Path, data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise PackError(path, message("expected UTF-8 text; save the file as UTF-8"), line=line) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise PackError(path, message("expected UTF-8 text, found a zero byte; save the file as UTF-8"), line=line)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
