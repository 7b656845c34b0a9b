"""What is written of a class: its table, the platforms' tables, the report."""

import csv
import json
import re
from io import StringIO
from pathlib import Path

import pytest

from quizapp.classroom.grading.judges.here import judging_here
from quizapp.classroom.grading.results.platforms import Platform, table_for
from quizapp.classroom.grading.results.report import report_page
from quizapp.classroom.grading.results.summary import hardest, misconceptions, unchanged
from quizapp.classroom.grading.results.table import Table
from quizapp.classroom.grading.results.telling import outcome_words, row_sentence
from quizapp.classroom.grading.results.written import students_as_csv, table_as_csv, table_as_json
from quizapp.classroom.grading.submissions.handed_in import Student
from quizapp.packs.model import Pack
from quizapp.sandbox.sandbox import Sandbox
from quizapp.wording import Wording
from tests.classroom.grading.sample import (
    ENGLISH,
    HALF,
    RIGHT,
    SQUARE,
    STARTER,
    class_of,
    grade_class,
    grade_files,
    hand_in,
)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory, pack: Pack, sandbox: Sandbox) -> Table:
    files: dict[str, str | bytes] = {
        "Ann Lee_42_assignsubmission_file_/double.py": RIGHT,
        "bob/double.py": SQUARE,
        "bob/halve.py": "y = 3\n",
        "cem/double.py": SQUARE + "\n",
        "dan/notes.doc": b"",
    }
    return grade_files(tmp_path_factory.mktemp("tables"), pack, sandbox, files)


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"))))


def test_csv_and_json_hold_the_same_rows(table: Table) -> None:
    head, *rows = rows_of(table_as_csv(table, ENGLISH))
    told = json.loads(table_as_json(table, ENGLISH))

    assert ["bob", "", "sample/first/double", "1", "4", "no", "finished", "square", "powers"] == rows[2][:9]
    assert len(rows) == len(told["rows"]) + len(told["not_counted"]) == 9
    assert head == list(told["rows"][0])
    assert {
        "student": "Ann Lee",
        "number": "42",
        "points": 4.0,
        "of": 5.0,
        "percent": 80.0,
        "items": {"sample/first/double": 4.0, "sample/first/halve": None},
    } == told["students"][0]


def test_the_gradebook_has_a_row_for_each_student(table: Table) -> None:
    assert [
        ["student", "number", "points", "of", "percent", "first/double", "first/halve"],
        ["Ann Lee", "42", "4", "5", "80", "4", ""],
        ["bob", "", "1", "5", "20", "1", "0"],
        ["cem", "", "1", "5", "20", "1", ""],
        ["dan", "", "0", "5", "0", "", ""],
    ] == rows_of(students_as_csv(table))


def test_each_item_is_worth_the_same_where_that_is_asked(tmp_path: Path, pack: Pack, sandbox: Sandbox) -> None:
    files: dict[str, str | bytes] = {"ann/double.py": HALF, "ann/halve.py": "y = 0.5\n", "bob/double.py": RIGHT}
    of_class = class_of(hand_in(tmp_path / "class", files), pack)

    table = grade_class(of_class, pack, tmp_path / "out", judging_here(sandbox, 2), points_per_item=10).table

    assert [(8.75, 10), (10, 10), (10, 10), (0, 10)] == [(row.points, row.of) for row in table.rows]
    assert [["ann", "", "18.75", "20", "93.75", "8.75", "10"]] == rows_of(students_as_csv(table))[1:2]
    assert ["10", "10"] == rows_of(table_for(Platform.CANVAS, table, ENGLISH))[1][5:]
    assert [10, 10] == [item["of"] for item in json.loads(table_as_json(table, ENGLISH))["items"]]


@pytest.mark.parametrize(("language", "feedback"), [("en", "** is a power, not a product."), ("zh", "** 是乘方。")])
def test_the_table_has_the_mistakes_feedback_as_plain_text(language: str, feedback: str, table: Table) -> None:
    head, *rows = rows_of(table_as_csv(table, Wording(language)))

    assert [("bob", feedback), ("cem", feedback)] == [
        (row[0], row[head.index("feedback")]) for row in rows if row[head.index("feedback")]
    ]


def test_code_that_is_no_python_is_called_so_and_code_that_runs_some_is_not(
    tmp_path: Path, pack: Pack, sandbox: Sandbox
) -> None:
    files: dict[str, str | bytes] = {
        "ann/double.py": "y = 1\n\nz = = 2\n",
        "bob/double.py": "import ast\nast.parse('y = = 2')\n",
    }

    ann, bob = grade_files(tmp_path, pack, sandbox, files).rows

    assert [
        "It can't be read as Python: line 3: SyntaxError: invalid syntax",
        "Line 2: SyntaxError: invalid syntax",
    ] == [row_sentence(row, ENGLISH).partition(" (")[0] for row in (ann, bob)]
    assert ["can't be read as Python: line 3", "raised an exception"] == [
        outcome_words(row, ENGLISH) for row in (ann, bob)
    ]
    assert ["raised", "raised"] == [row.outcome for row in (ann, bob)]


def test_who_handed_in_the_starter_unchanged_is_told(tmp_path: Path, pack: Pack, sandbox: Sandbox) -> None:
    files: dict[str, str | bytes] = {
        "ann/double.py": f"# quizapp: first/double\n{STARTER}",
        "bob/double.py": STARTER,
        "bob/double_2.py": "y = 1\n",
        "cem/double.py": RIGHT,
    }

    table = grade_files(tmp_path, pack, sandbox, files)

    assert {Student("ann"): ["Double"]} == {
        student: [item.title.read("en") for item in items] for student, items in unchanged(table).items()
    }
    assert b'<h2>Starters handed in unchanged</h2>\n<div class="panel">\n<p><b>ann</b>' in report_page(table, ENGLISH)


def test_notices_stand_in_the_report_and_in_the_json(tmp_path: Path, pack: Pack, sandbox: Sandbox) -> None:
    files: dict[str, str | bytes] = {"x/ann/double.py": RIGHT, "x/bob/double.py": SQUARE, "x/cem/work.zip": b"PK"}

    table = grade_files(tmp_path, pack, sandbox, files)

    (notice,) = json.loads(table_as_json(table, ENGLISH))["notices"]
    assert notice.endswith("holds nothing but the folder x, and that holds the class: x is graded.")
    assert notice in report_page(table, ENGLISH).decode()
    assert ["ann", "bob", "cem"] == [student.name for student in table.students]
    assert ["It is packed, and so not looked into; unpack it, and run the command again."] == [
        row_sentence(row, ENGLISH) for row in table.loose
    ]


def test_moodle_gets_the_participants_number(table: Table) -> None:
    head, ann, bob, *_ = rows_of(table_for(Platform.MOODLE, table, ENGLISH))

    assert ["Identifier", "Full name", "Grade", "Maximum Grade", "Feedback comments"] == head[:5]
    assert ["first/double", "first/halve"] == head[5:]
    assert ["Participant 42", "Ann Lee", "4", "5", "Halve: Nothing was handed in.", "4", "0"] == ann
    assert ["bob", "bob", "1", "5"] == bob[:4]


def test_canvas_gets_what_each_exercise_is_worth(table: Table) -> None:
    head, worth, ann, bob, *_ = rows_of(table_for(Platform.CANVAS, table, ENGLISH))

    assert ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Double", "Halve"] == head
    assert (["4", "1"], ["4", "0"], ["1", "0"]) == (worth[5:], ann[5:], bob[5:])
    assert ("42", "", "", "bob") == (ann[1], ann[3], bob[1], bob[3])


def test_misconceptions_are_counted_by_student_and_the_hardest_come_first(table: Table) -> None:
    (powers,) = misconceptions(table)

    assert ("powers", 2, 0.5) == (powers.concept, powers.students, powers.share)
    assert [("Halve", 1, 0), ("Double", 3, 1)] == [
        (each.item.title.read("en"), each.handed_in, each.passed) for each in hardest(table)
    ]


def test_the_report_needs_nothing_beside_it(table: Table) -> None:
    page = report_page(table, ENGLISH).decode()

    assert [] == re.findall(r"(?:src|href)=\"(?!#)|url\(|<script|@import", page)
    assert "default-src 'none'" in page and "prefers-color-scheme: dark" in page


def test_what_an_author_says_of_a_mistake_is_markdown_in_the_report(table: Table) -> None:
    page = report_page(table, ENGLISH).decode()

    assert 3 == page.count("<p><code>**</code> is a power, <em>not</em> a product.</p>")


def test_the_report_speaks_the_readers_language(table: Table) -> None:
    english, chinese = report_page(table, ENGLISH).decode(), report_page(table, Wording("zh")).decode()

    assert (
        '<html lang="en">' in english and "Powers &amp; factors" in english and "<code>**</code> is a power" in english
    )
    assert '<html lang="zh-Hans">' in chinese and "幂与倍数" in chinese and "<code>**</code> 是乘方" in chinese


def test_a_class_of_nobody_has_a_table_too(tmp_path: Path, pack: Pack, sandbox: Sandbox) -> None:
    (tmp_path / "class").mkdir()
    nobody = grade_files(tmp_path, pack, sandbox, {})

    assert ((), ()) == (nobody.rows, nobody.students)
    assert b"</html>" in report_page(nobody, ENGLISH)
