"""The table as files: CSV that spreadsheets open and JSON for programs; nothing of when or how long is in them."""

import csv
import json
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any, Final

from quizapp.classroom.grading.table import Table, TableRow, points_of
from quizapp.classroom.grading.telling import row_sentence
from quizapp.study.data.exporting import FORMULA_BEGINS
from quizapp.wording import Wording

COLUMNS: Final = (
    "student", "number", "item", "points", "of", "passed", "outcome", "mistake", "concept", "file", "handed_in", "says",
)  # fmt: skip


def table_as_csv(table: Table, wording: Wording) -> bytes:
    """Return the rows, and then those of no use, as a CSV table."""
    rows = ([_cell(value) for value in _record(row, wording).values()] for row in (*table.rows, *table.loose))
    # Without the mark Excel takes the file for one in the system's old encoding.
    return csv_text([COLUMNS, *rows]).encode("utf-8-sig")


def table_as_json(table: Table, wording: Wording) -> bytes:
    """Return the table as one JSON object; its keys are a promise to other programs."""
    value = {
        "format": 1,
        "pack": table.pack.id,
        "version": table.pack.version,
        "items": [
            {"id": item.id, "title": item.title.read(wording.language), "of": points_of(item)} for item in table.items
        ],
        "students": list(_students(table)),
        "rows": [_record(row, wording) for row in table.rows],
        "not_counted": [_record(row, wording) for row in table.loose],
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def csv_text(rows: Iterable[Iterable[object]]) -> str:
    """Return rows as CSV; no text in them is taken for a formula by a spreadsheet."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([[_harmless(value) for value in row] for row in rows])
    return text.getvalue()


def _students(table: Table) -> Iterator[dict[str, Any]]:
    for student in table.students:
        rows = table.rows_of(student)
        yield {
            "student": student.name,
            "number": student.number,
            "points": round(sum(row.points for row in rows), 4),
            "of": round(sum(row.of for row in rows), 4),
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
    }


def _cell(value: object) -> object:
    match value:
        case bool():
            return "yes" if value else "no"
        case None:
            return ""
        case float():
            return f"{value:g}"
        case _:
            return value


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_BEGINS) else value
