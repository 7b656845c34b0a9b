"""What is written of a class: its table, the platforms' tables, the report."""

import csv
import json
import re
from io import StringIO
from pathlib import Path

import pytest

from quizapp.classroom.grading.platforms import Platform, table_for
from quizapp.classroom.grading.report import report_page
from quizapp.classroom.grading.summary import hardest, misconceptions
from quizapp.classroom.grading.table import Table
from quizapp.classroom.grading.written import table_as_csv, table_as_json
from quizapp.packs.model import Pack
from quizapp.sandbox.sandbox import Sandbox
from quizapp.wording import Wording
from tests.classroom.grading.sample import ENGLISH, RIGHT, SQUARE, grade_files


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
    assert {"student": "Ann Lee", "number": "42", "points": 4.0, "of": 5.0} == told["students"][0]


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
