"""The grades as the tables that learning platforms take in."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Final

from quizapp.classroom.grading.results.gradebook import gradebook
from quizapp.classroom.grading.results.table import Table, TableRow
from quizapp.classroom.grading.results.telling import row_sentence
from quizapp.classroom.grading.results.written import csv_text
from quizapp.classroom.grading.submissions.handed_in import Student
from quizapp.wording import Wording
from quizapp.wording.grading import number

_Rows = Iterator[tuple[object, ...]]


class Platform(StrEnum):
    """A learning platform whose table of grades is known."""

    MOODLE = "moodle"
    CANVAS = "canvas"


def table_for(platform: Platform, table: Table, wording: Wording) -> bytes:
    """Return the grades as a platform takes them in, in UTF-8."""
    return csv_text(_TABLES[platform](table, wording)).encode()


def _moodle(table: Table, wording: Wording) -> _Rows:
    """Yield the offline grading worksheet, and behind its columns one for each item, for an import into the gradebook.

    Students are known by the participant's number where their folder has it, as Moodle's own downloads do.
    """
    ids = (item.id.partition("/")[2] for item in table.items)
    yield ("Identifier", "Full name", "Grade", "Maximum Grade", "Feedback comments", *ids)
    for line in gradebook(table):
        student = line.student
        yield (
            f"Participant {student.number}" if student.number else student.name,
            student.name,
            number(line.points),
            number(line.of),
            wording.paragraph(*_comments(line.rows, wording)),
            *(number(row.points) for row in line.rows),
        )


def _comments(rows: tuple[TableRow, ...], wording: Wording) -> Iterator[str]:
    for row in rows:
        if row.item is not None and not row.passed:
            title = row.item.title.read(wording.language)
            yield wording.say("{item}: {says}", item=title, says=row_sentence(row, wording))


def _canvas(table: Table, wording: Wording) -> _Rows:
    """Yield a gradebook: a column for each item, and what it is worth in the second line.

    Students are known by their number where the name of their file has it, as in Canvas' own downloads.
    """
    titles = (item.title.read(wording.language) for item in table.items)
    yield ("Student", "ID", "SIS User ID", "SIS Login ID", "Section", *titles)
    yield ("    Points Possible", "", "", "", "", *(number(table.worth(item)) for item in table.items))
    for line in gradebook(table):
        student = line.student
        yield (student.name, student.number, "", _login(student), "", *(number(row.points) for row in line.rows))


def _login(student: Student) -> str:
    return "" if student.number else student.name


_TABLES: Final[dict[Platform, Callable[[Table, Wording], _Rows]]] = {
    Platform.MOODLE: _moodle,
    Platform.CANVAS: _canvas,
}
