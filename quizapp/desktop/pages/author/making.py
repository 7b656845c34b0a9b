"""Begins packs, and makes one file of them, off the GUI thread."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from quizapp.desktop.background import Background
from quizapp.message import Message, SaysError, message
from quizapp.packs.problems import PackError
from quizapp.packs.reading import read_pack
from quizapp.packs.sizes import size_in_words
from quizapp.wording import Wording

if TYPE_CHECKING:
    # Only an annotation: it is imported where a pack is begun.
    from quizapp.classroom.starting import NewPack


class PackMaking(QObject):
    """Does what the page asks for.

    Signals:
        begun: there is a new pack; with its folder.
        built: there is a file of the pack; with a message that says where.
        failed: why not; with a message.
    """

    begun = Signal(object)
    built = Signal(object)
    failed = Signal(object)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background

    def begin(self, folder: Path, new: "NewPack") -> None:
        """Write the files of a new pack."""
        self._background.submit(partial(_begin, folder, new), self.begun.emit, self._fail)

    def build(self, folder: Path, out: Path, wording: Wording) -> None:
        """Make one file of the pack in a folder; what is wrong with it is told in the language of `wording`."""
        self._background.submit(partial(_build, folder, out, wording), self.built.emit, self._fail)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, SaysError):
            raise error
        self.failed.emit(error.says)


def _begin(folder: Path, new: "NewPack") -> Path:
    from quizapp.classroom.starting import start_pack

    try:
        start_pack(folder, new)
    except OSError as error:
        raise _unwritten(folder, error) from error
    return folder


def _build(folder: Path, out: Path, wording: Wording) -> Message:
    """Make the file, and return what to say of it."""
    from quizapp.classroom.building import build_pack, problems_of

    reading = read_pack(folder)
    if (problem := next(problems_of(reading), None)) is not None:
        place = f"{problem.place()}: " if isinstance(problem, PackError) else ""
        raise SaysError(
            message("Nothing was built. {problem}", problem=f"{place}{wording.sentence(problem.says)}"),
        )
    try:
        build_pack(reading, out)
        size = out.stat().st_size
    except OSError as error:
        raise _unwritten(out, error) from error
    return message("{file} is built; the file has {size}.", file=str(out), size=size_in_words(size))


def _unwritten(path: Path, error: OSError) -> SaysError:
    reason = error.strerror or str(error)
    return SaysError(message("{file} can't be written: {reason}.", file=str(error.filename or path), reason=reason))
