"""Goes through the folder of a class and yields what was handed in, one thing at a time, in an order of its own."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Final

from msgspec import Struct

from quizapp.classroom.grading.submissions.handed_in import Code, HandedIn, Student, Unusable, Work
from quizapp.classroom.grading.submissions.journals import Choice, work_in_journal
from quizapp.classroom.grading.submissions.naming import Unnamed, header_word, named_by_word, named_in_path, signed
from quizapp.classroom.grading.submissions.notebooks import code_by_word
from quizapp.classroom.grading.submissions.reading import LARGEST_CODE, LARGEST_NOTEBOOK, UnusableFile, read_text
from quizapp.classroom.grading.submissions.walking import KINDS, Found, packed_files, walk
from quizapp.message import Message, message
from quizapp.packs.model import Item
from quizapp.sandbox.text import readable

FILES_OF_ONE: Final = 1000
"""Of one student; what lies beyond them is not read."""

_PACKED: Final = message("It is packed, and so not looked into; unpack it, and run the command again.")


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


def collect(of_class: Class) -> Iterator[HandedIn]:
    """Yield everything that was handed in; each file is read when its turn comes, and then forgotten.

    Raises:
        SaysError: if the folder can't be read.
    """
    files = sorted(
        (file for file in walk(of_class.folder, of_class.leave_out) if file.is_of_class),
        key=lambda file: (file.student, file.inside),
    )
    for student, own in groupby(files, key=lambda file: file.student):
        yield from _of_student(student, list(own), of_class)


def _of_student(student: Student, files: Sequence[Found], of_class: Class) -> Iterator[HandedIn]:
    useful = [file for file in files if file.is_useful]
    closed = [(file, file.problem) for file in files if file.problem is not None]
    closed += [(file, _PACKED) for file in packed_files(files)]
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


def _work_in(file: Found, of_class: Class) -> Iterator[tuple[str, Work]]:
    read = {".py": _in_python, ".ipynb": _in_notebook, ".jsonl": _in_journal}[file.inside.suffix.lower()]
    try:
        yield from read(file, of_class)
    except (UnusableFile, Unnamed) as error:
        yield "", Unusable(error.says)


def _in_python(file: Found, of_class: Class) -> Iterator[tuple[str, Work]]:
    """Yield the file's code; a file of which only the name is of use is a row of the exercise that it names."""
    try:
        code = read_text(file.path, LARGEST_CODE)
    except UnusableFile as error:
        yield _item_or_none(file, of_class), Unusable(error.says)
        return
    word = header_word(code)
    yield _named(file, of_class) if word is None else named_by_word(word, of_class.of_pack), Code(code)


def _named(file: Found, of_class: Class) -> str:
    """Return which item a path names; one that was asked for, if it may be."""
    rest = signed(file.inside).rest
    try:
        return named_in_path(rest, of_class.of_pack)
    except Unnamed:
        return named_in_path(rest, of_class.items)


def _item_or_none(file: Found, of_class: Class) -> str:
    try:
        return _named(file, of_class)
    except Unnamed:
        return ""


def _in_notebook(file: Found, of_class: Class) -> Iterator[tuple[str, Work]]:
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


def _in_journal(file: Found, of_class: Class) -> Iterator[tuple[str, Work]]:
    found = work_in_journal(file.path, {item.id: item for item in of_class.items}, of_class.choice)
    yield from sorted(found.work.items())
    if found.unread is not None:
        yield "", found.unread


def _shown(inside: PurePosixPath) -> str:
    return readable(str(inside))
