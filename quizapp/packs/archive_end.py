"""Looks at the end of a zip file before `zipfile` does, which reads a table of contents of any size into memory."""

import struct
import zipfile
from pathlib import Path

_END = struct.Struct("<4s4H2LH")
_LONG_END_LOCATOR = struct.Struct("<4sLQL")
_LONG_END = struct.Struct("<4sQ2H2L4Q")
_LONGEST_COMMENT = 1 << 16
_IN_THE_LONG_END = 0xFFFFFFFF


def directory_bytes(path: Path) -> int:
    """Return how long the table of contents says that it is.

    Raises:
        OSError: if the file can't be read.
        zipfile.BadZipFile: if it has no end as zip files have.
    """
    with path.open("rb") as file:
        length = file.seek(0, 2)
        file.seek(max(length - _END.size - _LONGEST_COMMENT - _LONG_END_LOCATOR.size, 0))
        tail = file.read()
        at = tail.rfind(b"PK\x05\x06")
        if at < 0 or at + _END.size > len(tail):
            raise zipfile.BadZipFile("no end")
        size = int(_END.unpack_from(tail, at)[5])
        if size != _IN_THE_LONG_END and tail[max(at - _LONG_END_LOCATOR.size, 0) :][:4] != b"PK\x06\x07":
            return size
        if at < _LONG_END_LOCATOR.size:
            raise zipfile.BadZipFile("no long end")
        file.seek(min(_LONG_END_LOCATOR.unpack_from(tail, at - _LONG_END_LOCATOR.size)[2], length))
        long_end = file.read(_LONG_END.size)
        if len(long_end) < _LONG_END.size or not long_end.startswith(b"PK\x06\x06"):
            raise zipfile.BadZipFile("no long end")
        return int(_LONG_END.unpack(long_end)[8])
