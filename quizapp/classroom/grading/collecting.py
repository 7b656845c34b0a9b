"""Goes through the folder of a class and yields what was handed in, one thing at a time, in an order of its own."""

import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from quizapp.classroom.grading.handed_in import Code, HandedIn, Student, Unusable, Work
from quizapp.classroom.grading.journals import Choice, work_in_journal
from quizapp.classroom.grading.naming import SEPARATOR, Unnamed, header_word, named_by_word, named_in_path, signed
from quizapp.classroom.grading.notebooks import code_by_word
from quizapp.classroom.grading.reading import LARGEST_CODE, LARGEST_NOTEBOOK, UnusableFile, cannot_be_read, read_text
from quizapp.message import Message, SaysError, message
from quizapp.packs.model import Item
from quizapp.sandbox.text import readable

KINDS: Final = (".py", ".ipynb", ".jsonl")
FILES_OF_ONE: Final = 1000
"""Of one student; what lies beyond them is not read."""

_DEEPEST: Final = 12
_NOBODYS: Final = frozenset({"__pycache__", "__MACOSX"})


class Class(Struct, frozen=True):
    """The folder of a class, and how it is to be read.

    Attributes:
        items: what can be handed in; a file for an exercise of the pack that is not among them is passed over.
        of_pack: all items of the pack, by whose names files are told apart.
        leave_out: a folder that is none of the class': where the tables go.
        asks_for_all: whether each of the items is asked of everybody; else those count that somebody handed in.
    """

    folder: Path
    items: tuple[Item, ...]
    of_pack: tuple[Item, ...]
    choice: Choice
    leave_out: Path | None = None
    asks_for_all: bool = False


class _File(Struct, frozen=True):
    """A file, or a folder that is empty or has a problem."""

    path: Path
    inside: PurePosixPath
    is_folder: bool = False
    problem: Message | None = None

    @property
    def student(self) -> Student:
        # Only what lies in a folder is the folder's; the name of an empty one would be read as a file's.
        return signed(self.inside / "-" if self.is_folder else self.inside).student

    @property
    def is_of_class(self) -> bool:
        """Whether it isn't a file that somebody put beside what was handed in: a list of names, say."""
        return len(self.inside.parts) > 1 or self.is_folder or _is_useful(self) or SEPARATOR in self.inside.name


def collect(of_class: Class) -> Iterator[HandedIn]:
    """Yield everything that was handed in; each file is read when its turn comes, and then forgotten.

    Raises:
        SaysError: if the folder can't be read.
    """
    files = sorted(
        (file for file in _files(of_class) if file.is_of_class), key=lambda file: (file.student, file.inside)
    )
    for student, own in groupby(files, key=lambda file: file.student):
        yield from _of_student(student, list(own), of_class)


def _of_student(student: Student, files: Sequence[_File], of_class: Class) -> Iterator[HandedIn]:
    useful = [file for file in files if _is_useful(file)]
    closed = [(file, file.problem) for file in files if file.problem is not None]
    for file, problem in closed[:FILES_OF_ONE]:
        yield HandedIn(student=student, source=_shown(file.inside), work=Unusable(problem))
    if not useful and not closed:
        says = message("There is nothing to judge in it: no {kinds}.", kinds=", ".join(KINDS))
        yield HandedIn(student=student, source=readable(files[0].inside.parts[0]), work=Unusable(says))
    for file in useful[:FILES_OF_ONE]:
        for item, work in _work_in(file, of_class):
            if not item or any(item == asked.id for asked in of_class.items):
                yield HandedIn(student=student, source=_shown(file.inside), work=work, item=item)
    if len(useful) > FILES_OF_ONE:
        says = message("There are {count} files; only the first {most} are read.", count=len(useful), most=FILES_OF_ONE)
        yield HandedIn(student=student, source=_shown(useful[FILES_OF_ONE].inside), work=Unusable(says))


def _work_in(file: _File, of_class: Class) -> Iterator[tuple[str, Work]]:
    read = {".py": _in_python, ".ipynb": _in_notebook, ".jsonl": _in_journal}[file.inside.suffix.lower()]
    try:
        yield from read(file, of_class)
    except (UnusableFile, Unnamed) as error:
        yield "", Unusable(error.says)


def _in_python(file: _File, of_class: Class) -> Iterator[tuple[str, Work]]:
    """Yield the file's code; a file of which only the name is of use is a row of the exercise that it names."""
    try:
        code = read_text(file.path, LARGEST_CODE)
    except UnusableFile as error:
        yield _item_or_none(file, of_class), Unusable(error.says)
        return
    word = header_word(code)
    yield _named(file, of_class) if word is None else named_by_word(word, of_class.of_pack), Code(code)


def _named(file: _File, of_class: Class) -> str:
    """Return which item a path names; one that was asked for, if it may be."""
    rest = signed(file.inside).rest
    try:
        return named_in_path(rest, of_class.of_pack)
    except Unnamed:
        return named_in_path(rest, of_class.items)


def _item_or_none(file: _File, of_class: Class) -> str:
    try:
        return _named(file, of_class)
    except Unnamed:
        return ""


def _in_notebook(file: _File, of_class: Class) -> Iterator[tuple[str, Work]]:
    unknown: dict[str, Message] = {}
    for word, code in code_by_word(read_text(file.path, LARGEST_NOTEBOOK)).items():
        try:
            item = named_by_word(word, of_class.of_pack)
        except Unnamed as error:
            unknown[word] = error.says
            continue
        yield item, _of_bearable_size(code)
    if unknown:
        yield "", Unusable(_one_sentence(unknown))


def _one_sentence(unknown: Mapping[str, Message]) -> Message:
    """Return what is said of words that name no item: a notebook may hold any number of them."""
    word, says = next(iter(unknown.items()))
    if len(unknown) == 1:
        return says
    return message(
        "It names {count} items that this pack does not have; the first is {item}.",
        count=len(unknown),
        item=readable(word),
    )


def _of_bearable_size(code: str) -> Work:
    if len(code) > LARGEST_CODE:
        return Unusable(message("It is larger than {most}; is it the right file?", most="1 MiB"))
    return Code(code) if code.strip() else Unusable(message("It is empty."))


def _in_journal(file: _File, of_class: Class) -> Iterator[tuple[str, Work]]:
    found = work_in_journal(file.path, {item.id: item for item in of_class.items}, of_class.choice)
    yield from sorted(found.work.items())
    if found.unread is not None:
        yield "", found.unread


def _files(of_class: Class) -> Iterator[_File]:
    """Yield every file below the folder, and each empty folder in it."""
    leave_out = None if of_class.leave_out is None else of_class.leave_out.resolve()
    waiting = [_File(of_class.folder, PurePosixPath(), is_folder=True)]
    while waiting:
        folder = waiting.pop()
        try:
            entries = [entry for entry in os.scandir(folder.path) if not _is_nobodys(entry.name)]
        except OSError as error:
            if folder.path == of_class.folder:
                raise SaysError(_cannot_read(folder.path, error)) from error
            yield replace(folder, problem=cannot_be_read(error))
            continue
        if not entries and folder.inside.parts:
            yield folder
        for entry in entries:
            file = _File(Path(entry.path), folder.inside / entry.name)
            if not entry.is_dir(follow_symlinks=False):
                yield file
            elif len(file.inside.parts) >= _DEEPEST:
                yield replace(file, is_folder=True, problem=message("It lies too deep: folders in folders in folders."))
            elif file.path.resolve() != leave_out:
                waiting.append(replace(file, is_folder=True))


def _cannot_read(folder: Path, error: OSError) -> Message:
    return message("{path} can't be read: {reason}.", path=str(folder), reason=error.strerror or str(error))


def _is_nobodys(name: str) -> bool:
    # Programs hide what is theirs behind one point; a name with two is somebody's idea.
    return name in _NOBODYS or (name.startswith(".") and not name.startswith(".."))


def _is_useful(file: _File) -> bool:
    return not file.is_folder and file.inside.suffix.lower() in KINDS


def _shown(inside: PurePosixPath) -> str:
    return readable(str(inside))
