"""Rows of the table: values."""

from tests.judging.diagnosis_rows.row import Row

ROWS: tuple[Row, ...] = ()
