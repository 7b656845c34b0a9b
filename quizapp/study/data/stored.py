"""A row of the journal as it is stored: what it says may be of a kind that this version can't read."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import msgspec
from msgspec import Struct

from quizapp.not_json import NOT_JSON
from quizapp.study.entries import Row, RowId, decode_entry

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND: Final = timedelta(microseconds=1)

LONGEST_ID: Final = 128
"""Characters of a row's or a device's id; ours have 32."""

# As a blob, so that a text which is not UTF-8 spoils one row and not the whole reading.
_SELECT: Final = "SELECT seq, id, device, at, CAST(data AS BLOB) FROM {table} WHERE seq > ? ORDER BY seq"


class StoredRow(Struct, frozen=True):
    """One row.

    Attributes:
        at: microseconds since 1970, UTC.
        data: the entry as JSON on one line, `kind` and `item` included.
    """

    id: RowId
    device: str
    at: int
    data: bytes


class Named(Struct, frozen=True):
    """What every entry says, also one of a newer version: its kind and what it is about."""

    kind: str
    item: str = ""


class NoRow(Exception):
    """What is stored can't be a row of any version."""


_named: msgspec.json.Decoder[Named] = msgspec.json.Decoder(Named)


def named(data: bytes) -> Named:
    """Return the kind and the item of an entry.

    Raises:
        NoRow: if it is not an entry of any version.
    """
    try:
        return _named.decode(data)
    except NOT_JSON as error:
        raise NoRow(str(error)) from error


def understood(row: StoredRow) -> Row | None:
    """Return what the row says, None if it is of a kind that this version doesn't know."""
    try:
        entry = decode_entry(row.data)
        return Row(id=row.id, device=row.device, at=moment(row.at), entry=entry)
    except (*NOT_JSON, OverflowError):
        return None


def moment(microseconds: int) -> datetime:
    """Return the time that stands in a row.

    Raises:
        OverflowError: if no calendar has it.
    """
    return EPOCH + microseconds * MICROSECOND


def microseconds(at: datetime) -> int:
    """Return a time as it stands in a row; `at` is aware."""
    return (at - EPOCH) // MICROSECOND


def stored_rows(
    connection: sqlite3.Connection, *, after: int = 0, table: str = "rows"
) -> Iterator[tuple[int, StoredRow | None]]:
    """Yield the rows behind the place `after`, in the order in which they were added, each with its place.

    None stands for what can't be a row of any version: damaged on the disk, or written by another program.
    """
    for seq, *values in connection.execute(_SELECT.format(table=table), (after,)):
        yield seq, _checked(values)


def _checked(values: list[Any]) -> StoredRow | None:
    row_id, device, at, data = values
    if not (is_id(row_id) and is_id(device) and isinstance(at, int) and isinstance(data, bytes)):
        return None
    try:
        named(data)
        moment(at)
        return StoredRow(row_id, device, at, data if b"\n" not in data else msgspec.json.format(data, indent=-1))
    except (*NOT_JSON, NoRow, OverflowError):
        return None


def is_id(value: object) -> bool:
    """Tell whether this may be the id of a row or a device."""
    return isinstance(value, str) and 0 < len(value) <= LONGEST_ID
