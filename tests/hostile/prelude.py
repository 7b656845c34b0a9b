"""What every hostile program is given: it runs before it, in the same namespace, in the worker.

Nothing of the tests imports this; the file is read as text.
"""

import ctypes
import os
import struct
from collections.abc import Callable

libc = ctypes.CDLL(None, use_errno=True)

CHANNEL = 3
"""The descriptor by which a run sends its report."""


def attempt(what: object, call: Callable[[], object]) -> None:
    """Try what must not be possible: whatever doesn't raise is printed as an escape."""
    try:
        result = call()
    except BaseException as error:
        print("held", what, type(error).__name__, str(error)[:80])  # noqa: T201
    else:
        print("ESCAPED", what, repr(result)[:80])  # noqa: T201


def system(number: int, *arguments: object) -> int:
    """Make a system call by number; a number below 0 stands for one that this kind of machine doesn't have.

    Raises:
        OSError: if it fails.
    """
    wide = [ctypes.c_long(value) if isinstance(value, int) else value for value in arguments]
    result = int(libc.syscall(ctypes.c_long(number), *wide))
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result


def frame(header: bytes, body: bytes = b"") -> bytes:
    """Put a report together as the worker does."""
    return struct.pack("<4sIQ", b"QZR1", len(header), len(body)) + header + body
