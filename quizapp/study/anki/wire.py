"""Reads the few fields that Anki keeps in the wire format of protocol buffers, without that library.

A message is a row of fields. Each begins with a number, `field << 3 | kind`; by its kind a number follows (0), 8 bytes
(1), a length and as many bytes (2), or 4 bytes (5). Numbers are little-endian groups of 7 bits whose highest bit says
that another follows.
"""

from collections.abc import Iterator
from typing import TypeAlias

Value: TypeAlias = int | bytes

_LONGEST_NUMBER = 10
_FIXED_BYTES = {1: 8, 5: 4}


def read_fields(data: bytes) -> Iterator[tuple[int, Value]]:
    """Yield the number of each field and its value, in order.

    Raises:
        ValueError: if this is no such message.
    """
    at = 0
    while at < len(data):
        key, at = _number(data, at)
        field, kind = key >> 3, key & 7
        if kind == 0:
            value, at = _number(data, at)
            yield field, value
            continue
        length, at = (_FIXED_BYTES[kind], at) if kind in _FIXED_BYTES else _length(kind, data, at)
        if at + length > len(data):
            raise ValueError("a field ends behind the message")
        yield field, data[at : at + length]
        at += length


def _length(kind: int, data: bytes, at: int) -> tuple[int, int]:
    if kind != 2:
        raise ValueError(f"fields of kind {kind} are not in use")
    return _number(data, at)


def _number(data: bytes, at: int) -> tuple[int, int]:
    """Return the number that begins at `at`, and where it ends."""
    number = 0
    for index, byte in enumerate(data[at : at + _LONGEST_NUMBER]):
        number |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            return number, at + index + 1
    raise ValueError("a number does not end")


def text_field(data: bytes, number: int) -> str:
    """Return the text of the last field with this number, "" if there is none.

    Raises:
        ValueError: if this is no such message, or the field is no text.
    """
    found = b""
    for field, value in read_fields(data):
        if field == number:
            if isinstance(value, int):
                raise ValueError(f"field {number} is no text")
            found = value
    return found.decode("utf-8", "replace")


def number_field(data: bytes, number: int) -> int:
    """Return the number in the last field with this number, 0 if there is none, as these messages leave out a 0.

    Raises:
        ValueError: if this is no such message, or the field is no number.
    """
    found = 0
    for field, value in read_fields(data):
        if field == number:
            if isinstance(value, bytes):
                raise ValueError(f"field {number} is no number")
            found = value
    return found
