"""Walks through the folder of a class, and finds files and folders that are of use or have a problem."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from quizapp.classroom.grading.submissions.handed_in import Student
from quizapp.classroom.grading.submissions.naming import is_signed, signed
from quizapp.classroom.grading.submissions.reading import cannot_be_read
from quizapp.message import Message, SaysError, message

KINDS: Final = (".py", ".ipynb", ".jsonl")

_PACKED: Final = (".tar.gz", ".tar.bz2", ".tar.xz", ".tgz", ".tar", ".zip", ".7z", ".rar")
_DEEPEST: Final = 12
_NOBODYS: Final = frozenset({"__pycache__", "__MACOSX"})
_REPORT: Final = frozenset({"progress.jsonl", "report.html", "table.csv", "table.json"})
"""By these a folder is known in which an earlier command put what it wrote."""


class Found(Struct, frozen=True):
    """A file, or a folder that is empty or has a problem; `inside` is its path as seen from the folder of the class."""

    path: Path
    inside: PurePosixPath
    is_folder: bool = False
    problem: Message | None = None

    @property
    def student(self) -> Student:
        """Whose it is."""
        # Only what lies in a folder is the folder's; the name of an empty one would be read as a file's.
        return signed(self.inside / "-" if self.is_folder else self.inside).student

    @property
    def is_of_class(self) -> bool:
        """Whether it isn't a file that somebody put beside what was handed in: a list of names, say."""
        return len(self.inside.parts) > 1 or self.is_folder or self.is_useful or is_signed(self.inside.name)

    @property
    def is_useful(self) -> bool:
        """Whether it is of a kind that can be judged."""
        return not self.is_folder and self.inside.suffix.lower() in KINDS

    @property
    def is_packed(self) -> bool:
        """Whether files are packed into it."""
        return not self.is_folder and self.inside.name.lower().endswith(_PACKED)


def walk(top: Path, leave_out: Path | None = None) -> Iterator[Found]:
    """Yield every file below a folder, and each empty folder in it; no link is followed.

    Raises:
        SaysError: if the folder itself can't be read.
    """
    left_out = None if leave_out is None else leave_out.resolve()
    waiting = [Found(top, PurePosixPath(), is_folder=True)]
    while waiting:
        folder = waiting.pop()
        try:
            entries = [entry for entry in os.scandir(folder.path) if not _is_nobodys(entry.name)]
        except OSError as error:
            if folder.path == top:
                raise SaysError(_cannot_read(folder.path, error)) from error
            yield replace(folder, problem=cannot_be_read(error))
            continue
        if len(folder.inside.parts) == 1 and {entry.name for entry in entries} >= _REPORT:
            continue
        if not entries and folder.inside.parts:
            yield folder
        for entry in entries:
            file = Found(Path(entry.path), folder.inside / entry.name)
            if not entry.is_dir(follow_symlinks=False):
                yield file
            elif len(file.inside.parts) >= _DEEPEST:
                yield replace(file, is_folder=True, problem=message("It lies too deep: folders in folders in folders."))
            elif file.path.resolve() != left_out:
                waiting.append(replace(file, is_folder=True))


def packed_files(found: Sequence[Found]) -> list[Found]:
    """Return the packed files among those found, without those beside whose folder of the same name they lie."""
    folders = {folder for each in found for folder in (each.inside, *each.inside.parents)}
    return [each for each in found if each.is_packed and _unpacked(each.inside) not in folders]


def _unpacked(packed: PurePosixPath) -> PurePosixPath:
    """Return the folder that unpacking a file usually makes."""
    end = next(end for end in _PACKED if packed.name.lower().endswith(end))
    return packed.with_name(packed.name[: -len(end)] or packed.name)


def _cannot_read(folder: Path, error: OSError) -> Message:
    return message("{path} can't be read: {reason}.", path=str(folder), reason=error.strerror or str(error))


def _is_nobodys(name: str) -> bool:
    # Programs hide what is theirs behind one point; a name with two is somebody's idea.
    return name in _NOBODYS or (name.startswith(".") and not name.startswith(".."))
