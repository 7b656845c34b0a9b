"""Finds the folder that holds the class below the one that was named: unzipping often puts one more around it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from quizapp.classroom.grading.submissions.collecting import Class
from quizapp.classroom.grading.submissions.handed_in import Student
from quizapp.classroom.grading.submissions.naming import signed
from quizapp.classroom.grading.submissions.student_names import UsualNames
from quizapp.classroom.grading.submissions.walking import Found, packed_files, walk
from quizapp.message import Message, message
from quizapp.packs.model import Exercise
from quizapp.sandbox.text import readable

_NAMED: Final = 5
"""How many names a sentence holds at most."""


class Unwrapped(Struct, frozen=True):
    """The class with the folder in which the students' work lies, and what is to be said of the way to it."""

    of_class: Class
    notices: tuple[Message, ...] = ()


def unwrapped(of_class: Class) -> Unwrapped:
    """Go down to the folder that holds the students' work, if it is the only one on each level.

    Raises:
        SaysError: if the folder can't be read.
    """
    found = list(walk(of_class.folder, of_class.leave_out))
    around = _around(found, of_class)
    packed = _packed(_seen_from(around, found))
    if not around.parts:
        return Unwrapped(of_class, tuple(packed))
    says = message(
        "{folder} holds nothing but the folder {inside}, and that holds the class: {inside} is graded.",
        folder=readable(str(of_class.folder)),
        inside=readable(str(around)),
    )
    return Unwrapped(replace(of_class, folder=of_class.folder / around), (says, *packed))


def named(names: Iterable[str]) -> str:
    """Return the first few of some names, and that there are more."""
    several = list(names)
    return ", ".join([*map(readable, several[:_NAMED]), *(["…"] if len(several) > _NAMED else [])])


def _packed(found: Sequence[Found]) -> Iterator[Message]:
    """Yield what is said of packed files that lie beside the students' folders and by their names are nobody's."""
    if files := sorted(each.inside.name for each in packed_files(found) if not each.is_of_class):
        yield message(
            "These are packed, and so not looked into: {files}. Unpack each into a folder of its student.",
            files=named(files),
        )


def _around(found: Sequence[Found], of_class: Class) -> PurePosixPath:
    """Return the folder that holds the class below its only folder; "." if students' work lies there at once."""
    names, around, deepest = UsualNames(of_class.of_pack), PurePosixPath(), PurePosixPath()
    while (top := _only_folder(found)) is not None:
        around /= top
        found = _seen_from(PurePosixPath(top), found)
        if _looks_like_class(found, names, of_class, 2 if names.unusual(top) else 1):
            deepest = around
    return deepest


def _seen_from(folder: PurePosixPath, found: Sequence[Found]) -> list[Found]:
    return [
        replace(each, inside=each.inside.relative_to(folder))
        for each in found
        if each.inside.is_relative_to(folder) and each.inside != folder
    ]


def _only_folder(found: Sequence[Found]) -> str | None:
    """Return the only folder, with nothing of use beside it; None if a platform has named it after a student."""
    counting = [each for each in found if each.is_folder or each.is_useful or len(each.inside.parts) > 1]
    tops = {each.inside.parts[0] for each in counting}
    if len(tops) != 1 or any(len(each.inside.parts) == 1 for each in counting):
        return None
    (top,) = tops
    return None if _student_of_folder(top).number else top


def _looks_like_class(found: Sequence[Found], names: UsualNames, of_class: Class, enough: int) -> bool:
    """Tell whether what is in a folder with work is called as students are, so many at least, and nothing otherwise."""
    students: set[str | None] = {
        _student_of_file(each.inside, names, of_class)
        if len(each.inside.parts) == 1
        else _unusual(_student_of_folder(each.inside.parts[0]), names)
        for each in found
        if each.is_useful
    }
    return None not in students and len(students) >= enough


def _student_of_folder(name: str) -> Student:
    return signed(PurePosixPath(name, "-")).student


def _student_of_file(path: PurePosixPath, names: UsualNames, of_class: Class) -> str | None:
    """Return the student after whom a file is called, beside what it is, or where that need not be said."""
    is_alone = sum(isinstance(item, Exercise) for item in of_class.items) == 1 and not names.names_exercise(path.stem)
    if signed(path).rest or path.suffix.lower() == ".jsonl" or is_alone:
        return _unusual(signed(path).student, names)
    return None


def _unusual(student: Student, names: UsualNames) -> str | None:
    return student.label if student.number or names.unusual(student.name) else None
