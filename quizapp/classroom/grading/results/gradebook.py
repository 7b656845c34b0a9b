"""The class as a gradebook has it: a line for each student, with their points for each item and in all."""

from collections.abc import Iterator

from msgspec import Struct

from quizapp.classroom.grading.results.table import MISSING, Table, TableRow
from quizapp.classroom.grading.submissions.handed_in import Student


class Line(Struct, frozen=True):
    """One student with what they have for each item."""

    student: Student
    rows: tuple[TableRow, ...]

    @property
    def points(self) -> float:
        """What they earned in all."""
        return sum(row.points for row in self.rows)

    @property
    def of(self) -> float:
        """What they could have earned."""
        return sum(row.of for row in self.rows)

    @property
    def percent(self) -> float | None:
        """What they earned, of a hundred; None where there was nothing to earn."""
        return 100 * self.points / self.of if self.of else None

    @property
    def by_item(self) -> tuple[float | None, ...]:
        """The points for each item, None where nothing was handed in."""
        return tuple(None if row.outcome == MISSING else row.points for row in self.rows)


def gradebook(table: Table) -> Iterator[Line]:
    """Yield the lines, in the table's order."""
    for student in table.students:
        yield Line(student, table.rows_of(student))
