r"""The journal as lines of JSON: what `quizapp journal export` writes, and devices write into a shared folder.

A file begins with a head; every other line is one row, and ends in the CRC-32 of what stands before `,"sum"`:

    {"quizapp":"journal","format":1,"device":"9f0c…","made":"2026-03-02T12:00:00Z"}
    {"id":"51b8…","device":"9f0c…","at":"2026-03-02T11:59:58.123456Z","entry":{"kind":"rated",…},"sum":"0f3a91cc"}

`entry` is what stands in the journal, byte for byte. A line without a sum (written by another program) is read too.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated, BinaryIO, Final
from zlib import crc32

import msgspec
from msgspec import Meta, Struct

from quizapp.message import Message, message
from quizapp.not_json import NOT_JSON
from quizapp.study.data.stored import NoRow, StoredRow, is_id, microseconds, moment, named

FORMAT: Final = 1
LONGEST_LINE: Final = 1 << 24
"""Bytes; a longer line is none of ours, and is passed over in pieces."""

BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"

_SUM_BEGINS: Final = b',"sum":"'
_SUM_LENGTH: Final = len(_SUM_BEGINS) + 8 + len(b'"}')


class Head(Struct, frozen=True, kw_only=True):
    """The first line of a file.

    Attributes:
        quizapp: "journal".
        device: of the journal that it was written from.
    """

    quizapp: str
    format: Annotated[int, Meta(ge=1)]
    device: str
    made: Annotated[datetime, Meta(tz=True)]


class LineError(Exception):
    """A line can't be taken; `says` why."""

    def __init__(self, says: Message) -> None:
        super().__init__(str(says))
        self.says = says


class _Line(Struct, frozen=True):
    id: str
    device: str
    at: Annotated[datetime, Meta(tz=True)]
    entry: msgspec.Raw


_encoder = msgspec.json.Encoder()
_head_decoder: msgspec.json.Decoder[Head] = msgspec.json.Decoder(Head)
_line_decoder: msgspec.json.Decoder[_Line] = msgspec.json.Decoder(_Line)


def head_line(device: str, made: datetime) -> bytes:
    """Return the first line of a file, its end included."""
    return _encoder.encode(Head(quizapp="journal", format=FORMAT, device=device, made=made.astimezone(UTC))) + b"\n"


def read_head(line: bytes) -> Head | None:
    """Return the head that this line is, None if it is none."""
    try:
        head = _head_decoder.decode(line.removeprefix(BYTE_ORDER_MARK))
    except NOT_JSON:
        return None
    return head if head.quizapp == "journal" else None


def row_line(row: StoredRow) -> bytes:
    """Return a row as a line, its end included."""
    plain = _encoder.encode(_Line(row.id, row.device, moment(row.at), msgspec.Raw(row.data)))
    return with_sum(plain)


def with_sum(plain: bytes) -> bytes:
    """Return a JSON object with the sum of its bytes as its last key, and the end of the line."""
    begun = plain[:-1]
    return begun + _SUM_BEGINS + f"{crc32(begun):08x}".encode() + b'"}\n'


def read_row(line: bytes) -> StoredRow:
    """Return the row that a line is.

    Raises:
        LineError: if it is none, or was changed since it was written.
    """
    line = line.strip()
    begun, end = line[:-_SUM_LENGTH], line[-_SUM_LENGTH:]
    if end.startswith(_SUM_BEGINS) and end != with_sum(begun + b"}")[len(begun) : -1]:
        raise LineError(message("it was changed or damaged since it was written"))
    try:
        read = _line_decoder.decode(line)
        data = bytes(read.entry)
        data.decode()
        named(data)
        at = microseconds(read.at)
        moment(at)
    except (*NOT_JSON, NoRow, OverflowError) as error:
        raise LineError(message("it is no row of a journal ({reason})", reason=str(error))) from error
    if not (is_id(read.id) and is_id(read.device)):
        raise LineError(message("it lacks the row's id or the device's"))
    return StoredRow(read.id, read.device, at, data)


def lines_of(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield each line of a file with its number from 1; of a line that is too long, nothing but b"" is given."""
    number = 0
    while line := file.readline(LONGEST_LINE):
        number += 1
        if len(line) < LONGEST_LINE:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE)
        yield number, b""
