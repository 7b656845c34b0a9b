"""Rows of the table: tensors."""

from tests.judging.diagnosis_rows.row import Row

ROWS: tuple[Row, ...] = ()
