"""Doubts about who handed something in: where several students look like one, or an exercise like a student."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import PurePosixPath
from typing import Final, TypeAlias

from msgspec import Struct

from quizapp.classroom.grading.submissions.collecting import Class
from quizapp.classroom.grading.submissions.handed_in import Student
from quizapp.classroom.grading.submissions.student_names import UsualNames
from quizapp.classroom.grading.submissions.tickets import Ticket
from quizapp.classroom.grading.submissions.wrapping import named
from quizapp.message import Message, message
from quizapp.sandbox.text import readable

_MOST: Final = 5
"""Of one kind of doubt."""

_Trail: TypeAlias = tuple[str, ...]
"""The folders in which a file lies, from the student's down, without those that are called as folders usually are."""


def doubts(tickets: Sequence[Ticket], of_class: Class) -> Iterator[Message]:
    """Yield a sentence for each student who may be several, and one for those who are called as items are."""
    names = UsualNames(of_class.of_pack)
    students = sorted({ticket.student for ticket in tickets})
    called = [student.name for student in students if not student.number and names.is_item(student.name)]
    if called:
        yield message(
            "Taken for students, though lessons or exercises are called so: {names}. Name a folder that holds a folder"
            " for each student.",
            names=named(called),
        )
    several = _several(tickets, names, is_alone=len(students) == 1)
    for student, inside in list(several.items())[:_MOST]:
        yield _of_several(student, inside, of_class)
    if len(several) > _MOST:
        yield message("More that look like several students in one folder: {count}.", count=len(several) - _MOST)


class _Inside(Struct, frozen=True):
    """A student's folder, and the names of those in it, or of files, that may be students'."""

    folder: str
    names: tuple[str, ...]


def _of_several(student: Student, inside: _Inside, of_class: Class) -> Message:
    return message(
        "{student} counts as one student, with work for the same exercise in {names}. If those are students, move them"
        " up out of the folder {folder}, or grade that folder as a class of its own.",
        student=student.label,
        names=named(inside.names),
        folder=readable(str(of_class.folder / inside.folder)),
    )


def _several(tickets: Sequence[Ticket], names: UsualNames, *, is_alone: bool) -> Mapping[Student, _Inside]:
    """Return who has work for one exercise in folders that are called differently.

    Of a class of one the names of files are looked at, too: all may lie in one folder.
    """
    by_place: dict[tuple[Student, str], dict[_Trail, str]] = {}
    for ticket in tickets:
        if ticket.item and len(parts := PurePosixPath(ticket.source).parts) > 1:
            with_file = [*parts[1:-1], PurePosixPath(parts[-1]).stem] if is_alone else parts[1:-1]
            trail = tuple(name for name in with_file if names.unusual(name))
            by_place.setdefault((ticket.student, ticket.item), {})[trail] = parts[0]
    found: dict[Student, _Inside] = {}
    for (student, _), folders in by_place.items():
        apart = sorted(trail for trail in folders if trail)
        if student not in found and (inside := _first_difference(apart)):
            found[student] = _Inside(next(iter(folders.values())), inside)
    return found


def _first_difference(trails: Sequence[_Trail]) -> tuple[str, ...]:
    """Return the names with which trails part; none where each leads on from another one."""
    for names in zip_longest(*trails):
        several = {name for name in names if name is not None}
        if len(several) > 1:
            return tuple(sorted(several))
    return ()
