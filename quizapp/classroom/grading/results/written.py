"""The table as files: CSV that spreadsheets open and JSON for programs; nothing of when or how long is in them."""

import csv
import json
from collections.abc import Iterable
from io import StringIO
from typing import Any, Final

from quizapp.classroom.grading.results.gradebook import Line, gradebook
from quizapp.classroom.grading.results.table import Table, TableRow
from quizapp.classroom.grading.results.telling import row_feedback, row_sentence
from quizapp.markdown import plain_text
from quizapp.study.data.exporting import FORMULA_BEGINS
from quizapp.wording import Wording

COLUMNS: Final = (
    "student", "number", "item", "points", "of", "passed", "outcome", "mistake", "concept", "file", "handed_in", "says",
    "feedback",
)  # fmt: skip
STUDENT_COLUMNS: Final = ("student", "number", "points", "of", "percent")


def table_as_csv(table: Table, wording: Wording) -> bytes:
    """Return the rows, and then those of no use, as a CSV table."""
    rows = ([_cell(value) for value in _record(row, wording).values()] for row in (*table.rows, *table.loose))
    return _for_spreadsheets([COLUMNS, *rows])


def students_as_csv(table: Table) -> bytes:
    """Return a row for each student with their points in all and for each item; empty where nothing was handed in."""
    head = (*STUDENT_COLUMNS, *(item.id.partition("/")[2] for item in table.items))
    rows = ([_cell(value) for value in (*_sums(line).values(), *line.by_item)] for line in gradebook(table))
    return _for_spreadsheets([head, *rows])


def table_as_json(table: Table, wording: Wording) -> bytes:
    """Return the table as one JSON object; its keys are a promise to other programs."""
    value = {
        "format": 1,
        "pack": table.pack.id,
        "version": table.pack.version,
        "items": [
            {"id": item.id, "title": item.title.read(wording.language), "of": table.worth(item)} for item in table.items
        ],
        "notices": [wording.sentence(says) for says in table.notices],
        "students": [_student(line, table) for line in gradebook(table)],
        "rows": [_record(row, wording) for row in table.rows],
        "not_counted": [_record(row, wording) for row in table.loose],
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _for_spreadsheets(rows: Iterable[Iterable[object]]) -> bytes:
    # Without the mark Excel takes the file for one in the system's old encoding.
    return csv_text(rows).encode("utf-8-sig")


def csv_text(rows: Iterable[Iterable[object]]) -> str:
    """Return rows as CSV; no text in them is taken for a formula by a spreadsheet."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([[_harmless(value) for value in row] for row in rows])
    return text.getvalue()


def _student(line: Line, table: Table) -> dict[str, Any]:
    return {
        **_sums(line),
        "items": {
            item.id: None if points is None else round(points, 4)
            for item, points in zip(table.items, line.by_item, strict=True)
        },
    }


def _sums(line: Line) -> dict[str, Any]:
    return {
        "student": line.student.name,
        "number": line.student.number,
        "points": round(line.points, 4),
        "of": round(line.of, 4),
        "percent": None if line.percent is None else round(line.percent, 2),
    }


def _record(row: TableRow, wording: Wording) -> dict[str, Any]:
    return {
        "student": row.student.name,
        "number": row.student.number,
        "item": row.item.id if row.item is not None else "",
        "points": round(row.points, 4),
        "of": round(row.of, 4),
        "passed": row.passed,
        "outcome": row.outcome,
        "mistake": row.mistake,
        "concept": row.concept,
        "file": row.source,
        "handed_in": row.handed_in,
        "says": row_sentence(row, wording),
        "feedback": plain_text(row_feedback(row, wording)),
    }


def _cell(value: object) -> object:
    match value:
        case bool():
            return "yes" if value else "no"
        case None:
            return ""
        case float():
            return f"{round(value, 4):.10g}"
        case _:
            return value


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_BEGINS) else value
