"""What a class' table tells its teacher: how common each misconception is, which items were the hardest."""

from collections.abc import Iterable

from msgspec import Struct

from quizapp.classroom.grading.results.table import MISSING, Table, TableRow
from quizapp.classroom.grading.submissions.handed_in import Student
from quizapp.packs.model import Exercise, Mistake, Question


class Place(Struct, frozen=True):
    """An exercise, one of its mistakes, and who made it."""

    exercise: Exercise
    mistake: Mistake
    students: tuple[Student, ...]


class Misconception(Struct, frozen=True):
    """A concept that students got wrong, `concept` as the pack names it.

    Attributes:
        seen: where it showed.
        students: how many different ones.
        share: of all students of the class.
    """

    concept: str
    seen: tuple[Place, ...]
    students: int
    share: float


class Hardness(Struct, frozen=True):
    """How an item came out: of those who handed it in, how many passed, and the share of its points they earned."""

    item: Exercise | Question
    handed_in: int
    passed: int
    points_share: float

    @property
    def passed_share(self) -> float:
        """The share that passed, of those who handed it in; 0 if nobody did."""
        return self.passed / self.handed_in if self.handed_in else 0.0


def misconceptions(table: Table) -> tuple[Misconception, ...]:
    """Return the misconceptions, the most common first."""
    who: dict[tuple[str, str], list[Student]] = {}
    for row in table.rows:
        if row.item is not None and row.mistake is not None:
            who.setdefault((row.item.id, row.mistake), []).append(row.student)
    seen: dict[str, list[Place]] = {}
    for item in (item for item in table.items if isinstance(item, Exercise)):
        for mistake in item.mistakes:
            if students := who.get((item.id, mistake.name)):
                seen.setdefault(mistake.concept or "", []).append(Place(item, mistake, tuple(students)))
    found = (_misconception(concept, tuple(places), len(table.students)) for concept, places in seen.items())
    return tuple(sorted(found, key=lambda each: (-each.students, each.concept)))


def _misconception(concept: str, places: tuple[Place, ...], of: int) -> Misconception:
    who = {student for place in places for student in place.students}
    common_first = tuple(sorted(places, key=lambda place: -len(place.students)))
    return Misconception(concept, common_first, len(who), len(who) / of)


def unchanged(table: Table) -> dict[Student, tuple[Exercise, ...]]:
    """Return who handed in starters as they were given out, and nothing better, each with the exercises."""
    found: dict[Student, tuple[Exercise, ...]] = {}
    for row in table.rows:
        if row.judged is not None and row.judged.is_starter and isinstance(row.item, Exercise):
            found[row.student] = (*found.get(row.student, ()), row.item)
    return found


def hardest(table: Table) -> tuple[Hardness, ...]:
    """Return how each item came out, the hardest first; at the end those that nobody handed in."""
    by_item: dict[str, list[TableRow]] = {}
    for row in table.rows:
        if row.item is not None and row.outcome != MISSING:
            by_item.setdefault(row.item.id, []).append(row)
    found = (_hardness(item, by_item.get(item.id, ())) for item in table.items)
    return tuple(sorted(found, key=lambda each: (not each.handed_in, each.passed_share, each.points_share)))


def _hardness(item: Exercise | Question, rows: Iterable[TableRow]) -> Hardness:
    rows = tuple(rows)
    of = sum(row.of for row in rows)
    return Hardness(
        item, len(rows), sum(row.passed for row in rows), sum(row.points for row in rows) / of if of else 0.0
    )
