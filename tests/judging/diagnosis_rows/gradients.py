"""Rows of the table: gradients."""

from tests.judging.diagnosis_rows.row import Row

ROWS: tuple[Row, ...] = ()
