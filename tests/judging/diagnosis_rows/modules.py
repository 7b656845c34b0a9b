"""Rows of the table: modules."""

from tests.judging.diagnosis_rows.row import Row

ROWS: tuple[Row, ...] = ()
