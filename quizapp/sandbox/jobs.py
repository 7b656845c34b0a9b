"""What a host says to a process that waits for a program, and what that says before: msgpack after a length."""

import struct
from collections.abc import Callable
from typing import Final

import msgspec
from msgspec import Struct, field

from quizapp.sandbox.messages import Ending, Outcome, Program, RunLimits
from quizapp.sandbox.text import encodable

_LENGTH: Final = struct.Struct("<I")
_MAX_BYTES: Final = 8 << 20
TOO_LONG: Final = Outcome(ending=Ending.REFUSED, detail="the program is too long")
"""What becomes of a program for which `encode_job` returns None."""


class StandbyReady(Struct, frozen=True):
    """Child to host: confined, warm, waiting. `layers` maps what protects the host to what is missing of it, or ""."""

    layers: dict[str, str] = field(default_factory=dict)


class Job(Struct, frozen=True, kw_only=True):
    """Host to child: what to run and what it may use."""

    program: Program
    seconds: float
    memory_bytes: int


def encode_job(program: Program, limits: RunLimits) -> bytes | None:
    """Return the job that runs the program, with its length; None if it is longer than any program needs."""
    job = Job(program=_sendable(program), seconds=limits.seconds, memory_bytes=limits.memory_bytes)
    data = with_length(job)
    return data if len(data) <= _MAX_BYTES else None


def _sendable(program: Program) -> Program:
    """Return the program with lone surrogates, which UTF-8 can't carry, as escapes."""
    return Program(
        code=encodable(program.code),
        given=encodable(program.given),
        probe=encodable(program.probe),
        inputs={encodable(name): encodable(expression) for name, expression in program.inputs.items()},
        modules={encodable(name): encodable(source) for name, source in program.modules.items()},
        observe=tuple(encodable(expression) for expression in program.observe),
        seed=program.seed,
        trace=program.trace,
    )


def with_length(message: Struct) -> bytes:
    """Encode a message for a stream: its length, then it."""
    data = msgspec.msgpack.encode(message)
    return _LENGTH.pack(len(data)) + data


def receive_with_length(read: Callable[[int], bytes]) -> bytes | None:
    """Read one message from a stream, None if the other side left.

    Args:
        read: returns at most so many bytes, none at the end: `socket.recv` or `os.read` of a descriptor.

    Raises:
        ValueError: if it announces more than any message needs.
    """
    head = _read_all(read, _LENGTH.size)
    if head is None:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > _MAX_BYTES:
        raise ValueError("message too long")
    return _read_all(read, length)


def _read_all(read: Callable[[int], bytes], length: int) -> bytes | None:
    data = bytearray()
    while len(data) < length:
        piece = read(length - len(data))
        if not piece:
            return None
        data += piece
    return bytes(data)
