"""Rows of the table: optimizers."""

from tests.judging.diagnosis_rows.row import Row

ROWS: tuple[Row, ...] = ()
