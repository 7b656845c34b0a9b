"""The table of a class: a row for each student and item, in an order that depends only on what was handed in."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from msgspec import Struct

from quizapp.classroom.grading.judges.judged import NOT_JUDGED, Judged
from quizapp.classroom.grading.judges.points import full_points
from quizapp.classroom.grading.submissions.handed_in import Student
from quizapp.message import Message, message
from quizapp.packs.model import Exercise, Item, ItemId, Pack, Question

MISSING: Final = "missing"
UNUSABLE: Final = "unusable"

_LOOSE: Final = message(
    "Nothing that was handed in could be judged for it; what does not count is listed with the reason."
)
_CHANGED: Final = message("It was not judged; run the command again.")  # it was written while the others were judged
_Place: TypeAlias = tuple[Student, ItemId]


class Entry(Struct, frozen=True):
    """One thing that was handed in, with what came of it; one of `judged` and `problem` is there."""

    student: Student
    item: ItemId
    source: str
    judged: Judged | None
    problem: Message | None


class TableRow(Struct, frozen=True, kw_only=True):
    """What one student has for one item.

    Attributes:
        item: None for a file of which nothing counts, because its item can't be told or it can't be read.
        outcome: of the judgement; MISSING if nothing was handed in, UNUSABLE if nothing of it could be judged.
        source: the file that counts, "" if there is none.
        handed_in: how many things were handed in for it; the one with the most points counts.
    """

    student: Student
    item: Exercise | Question | None
    points: float
    of: float
    passed: bool
    outcome: str
    source: str = ""
    handed_in: int = 0
    judged: Judged | None = None
    problem: Message | None = None

    @property
    def mistake(self) -> str | None:
        """The name of the mistake that was recognised."""
        return self.judged.mistake if self.judged is not None else None

    @property
    def concept(self) -> str | None:
        """What the mistake is about."""
        if not isinstance(self.item, Exercise) or self.mistake is None:
            return None
        return next((mistake.concept for mistake in self.item.mistakes if mistake.name == self.mistake), None)


class Table(Struct, frozen=True):
    """The rows of a class, by student and then in the pack's order; and what is of no use, in `loose`.

    Attributes:
        points_per_item: what each item is worth; None if it is what the weights of its checks come to.
        notices: what the teacher has to know of the class as a whole: that its folder may be laid out otherwise.
    """

    pack: Pack
    items: tuple[Exercise | Question, ...]
    students: tuple[Student, ...]
    rows: tuple[TableRow, ...]
    loose: tuple[TableRow, ...]
    points_per_item: float | None = None
    notices: tuple[Message, ...] = ()

    def worth(self, item: Exercise | Question) -> float:
        """Return how many points an item is worth."""
        return _worth(item, self.points_per_item)

    def rows_of(self, student: Student) -> tuple[TableRow, ...]:
        """Return a student's rows, one for each item."""
        first = self.students.index(student) * len(self.items)
        return self.rows[first : first + len(self.items)]


def make_table(
    pack: Pack,
    asked: Sequence[Item],
    entries: Iterable[Entry],
    *,
    points_per_item: float | None = None,
    notices: tuple[Message, ...] = (),
) -> Table:
    """Make the table of all entries, with a column for each item that is asked and can be judged."""
    by_place: dict[_Place, list[Entry]] = {}
    for entry in entries:
        by_place.setdefault((entry.student, entry.item), []).append(entry)
    students = tuple(sorted({student for student, _ in by_place}, key=lambda each: (each.name.casefold(), each)))
    items = tuple(item for item in asked if isinstance(item, Exercise | Question))
    return Table(
        pack=pack,
        items=items,
        students=students,
        rows=tuple(
            _row(student, item, by_place, _worth(item, points_per_item)) for student in students for item in items
        ),
        loose=tuple(_loose(entry) for student in students for entry in by_place.get((student, ""), [])),
        points_per_item=points_per_item,
        notices=notices,
    )


def _worth(item: Exercise | Question, points_per_item: float | None) -> float:
    if points_per_item is not None:
        return points_per_item
    return full_points(item) if isinstance(item, Exercise) else 1.0


def _row(student: Student, item: Exercise | Question, by_place: Mapping[_Place, list[Entry]], of: float) -> TableRow:
    entries = by_place.get((student, item.id))
    if not entries:
        return TableRow(
            student=student,
            item=item,
            points=0.0,
            of=of,
            passed=False,
            outcome=MISSING,
            problem=_LOOSE if (student, "") in by_place else None,
        )
    # The first of equals, in the order of their paths.
    best = max(entries, key=_rank)
    judged = best.judged
    return TableRow(
        student=student,
        item=item,
        points=_points(judged, of),
        of=of,
        passed=judged is not None and judged.passed,
        outcome=judged.outcome if judged is not None else UNUSABLE if best.problem is not None else NOT_JUDGED,
        source=best.source,
        handed_in=len(entries),
        judged=judged,
        problem=best.problem or (_CHANGED if judged is None else None),
    )


def _points(judged: Judged | None, of: float) -> float:
    if judged is None:
        return 0.0
    return judged.points if of == judged.of else judged.points / judged.of * of


def _rank(entry: Entry) -> tuple[bool, bool, float, bool]:
    judged = entry.judged
    if judged is None:
        return False, False, 0.0, False
    return True, judged.passed, judged.points, not judged.is_starter


def _loose(entry: Entry) -> TableRow:
    return TableRow(
        student=entry.student,
        item=None,
        points=0.0,
        of=0.0,
        passed=False,
        outcome=UNUSABLE,
        source=entry.source,
        handed_in=1,
        problem=entry.problem,
    )
