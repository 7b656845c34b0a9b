"""The one message that a child sends: a fixed prefix with lengths, a msgpack header, the raw numbers behind it.

Whatever bytes come in, reading them gives a `Report` or raises `Unreadable`; nothing of them is ever executed.
"""

import struct
from collections.abc import Callable
from itertools import chain
from typing import Final

import msgspec

from quizapp.sandbox.messages import Report
from quizapp.sandbox.observation import Values
from quizapp.sandbox.strictness import Unreadable, check_report, resolve_values
from quizapp.sandbox.trace_strictness import check_trace, seen_in

MAGIC: Final = b"QZR1"
BEGUN: Final = b"B"
"""What a child sends ahead, before the program has begun: a child that dies without it died of something else."""
PREFIX: Final = struct.Struct("<4sIQ")
MAX_HEADER_BYTES: Final = 1 << 20
MAX_BODY_BYTES: Final = 40 << 20

_REFERENCE: Final = struct.Struct("<QQ")
_VALUES_CODE: Final = 1


def encode_report(report: Report) -> list[bytes | memoryview]:
    """Return the frame as the pieces to write, in order. Limits are the capture's business."""
    body: list[bytes | memoryview] = []
    length = 0

    def refer(value: object) -> msgspec.msgpack.Ext:
        nonlocal length
        if type(value) is not Values:
            raise NotImplementedError
        body.append(value.data)
        reference = _REFERENCE.pack(length, len(value.data))
        length += len(value.data)
        return msgspec.msgpack.Ext(_VALUES_CODE, reference)

    header = msgspec.msgpack.encode(report, enc_hook=refer)
    return [PREFIX.pack(MAGIC, len(header), length), header, *body]


def read_prefix(prefix: bytes) -> tuple[int, int]:
    """Return the lengths of header and body.

    Raises:
        Unreadable: if it is not our prefix, or announces more than the limits.
    """
    magic, header, body = PREFIX.unpack(prefix)
    if magic != MAGIC:
        raise Unreadable("not a report")
    if header > MAX_HEADER_BYTES:
        raise Unreadable("header too large")
    if body > MAX_BODY_BYTES:
        raise Unreadable("body too large")
    return header, body


def read_report(
    header: bytes | memoryview, body: bytes | memoryview, expressions: tuple[str, ...], *, traced: bool = False
) -> Report:
    """Decode a report strictly.

    Args:
        header: msgpack.
        body: the raw numbers.
        expressions: what it must have observed, no more and no less.
        traced: whether it may have a trace.

    Raises:
        Unreadable: if it breaks the schema or a limit, or if its references don't fit the body.
    """
    try:
        report = _decoder.decode(header)
        check_report(report, expressions)
        check_trace(report.trace, asked_for=traced)
        resolve_values(
            chain(report.observations.values(), seen_in(report.trace)), _Body(memoryview(body)).cut, len(body)
        )
    except (
        msgspec.MsgspecError,
        ValueError,
        TypeError,
        RecursionError,
        OverflowError,
        MemoryError,
        struct.error,
    ) as error:
        raise Unreadable(f"{type(error).__name__}: {str(error)[:200]}") from error
    return report


class _Body:
    """Gives each reference its part of the body; they must follow one another without gap or overlap."""

    def __init__(self, body: memoryview) -> None:
        self._body = body
        self._position = 0

    def cut(self, reference: bytes | memoryview) -> memoryview:
        start, length = _REFERENCE.unpack(reference)
        if start != self._position or length > len(self._body) - start:
            raise Unreadable("a reference outside the body")
        self._position = start + length
        return self._body[start : self._position]


def _reference(code: int, data: memoryview) -> Values:
    if code != _VALUES_CODE or len(data) != _REFERENCE.size:
        raise ValueError("unknown extension")
    return Values(bytes(data))


_decoder = msgspec.msgpack.Decoder(Report, ext_hook=_reference)


def write_pieces(pieces: list[bytes | memoryview], write: Callable[[memoryview], int]) -> None:
    """Write all pieces, in order.

    Args:
        pieces: as `encode_report` gives them.
        write: takes the beginning of what it is given and returns how much that was.
    """
    for piece in pieces:
        rest = memoryview(piece).cast("B") if len(piece) else memoryview(b"")
        while rest:
            rest = rest[write(rest) :]
