"""Of very many submissions of one student for one exercise only the last are judged, and that is told."""

from pathlib import Path

from quizapp.classroom.grading.judges.here import judging_here
from quizapp.classroom.grading.results.telling import row_sentence
from quizapp.classroom.grading.submissions.handed_in import Student
from quizapp.classroom.grading.submissions.tickets import MOST_JUDGED, Ticket, within_bounds
from quizapp.packs.model import Pack
from quizapp.sandbox.sandbox import Sandbox
from tests.classroom.grading.sample import ENGLISH, RIGHT, SQUARE, class_of, grade_class, hand_in

COUNT = MOST_JUDGED + 3


def ticket(number: int, key: str, student: str = "ann") -> Ticket:
    return Ticket(Student(student), "pack/lesson/item", f"{student}/try {number}.py", key, None)


def test_the_last_by_name_are_judged(tmp_path: Path, pack: Pack, sandbox: Sandbox) -> None:
    files: dict[str, str | bytes] = {f"ann/double try {n}.py": f"# {n}\n{SQUARE}" for n in range(1, COUNT + 1)}
    files["ann/double try 1.py"] = RIGHT
    of_class = class_of(hand_in(tmp_path / "class", {**files, "bob/double.py": RIGHT}), pack)

    graded = grade_class(of_class, pack, tmp_path / "out", judging_here(sandbox, 2))

    assert MOST_JUDGED + 1 == graded.new
    assert [("ann", 1.0, COUNT), ("bob", 4.0, 1)] == [
        (row.student.name, row.points, row.handed_in) for row in graded.table.rows
    ]
    assert [
        "sample/first/double was handed in 23 times, and only the last 20 by name are judged. Remove some of those to "
        "have others judged."
    ] == [row_sentence(row, ENGLISH) for row in graded.table.loose]


def test_numbers_in_names_count_as_numbers() -> None:
    tickets = [ticket(number, str(number)) for number in (*range(10, COUNT + 1), *range(1, 10))]

    assert {f"ann/try {number}.py" for number in range(4, COUNT + 1)} == {
        each.source for each in within_bounds(tickets) if each.key
    }


def test_what_is_equal_counts_once_and_each_student_by_themselves() -> None:
    equal = [ticket(number, str(number % MOST_JUDGED)) for number in range(3 * MOST_JUDGED)]
    others = [ticket(number, f"b{number}", "bob") for number in range(MOST_JUDGED)]

    assert [*equal, *others] == within_bounds([*equal, *others])
