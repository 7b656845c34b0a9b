"""What the host and the fork server say to each other, and what a standby child says and hears. All of it msgpack."""

import struct
from collections.abc import Callable
from typing import Final, TypeAlias

import msgspec
from msgspec import Struct, field

from quizapp.sandbox.messages import Program

MAX_MESSAGE_BYTES: Final = 1 << 16
_LENGTH: Final = struct.Struct("<I")
MAX_JOB_BYTES: Final = 8 << 20


class ServerSetting(Struct, frozen=True, kw_only=True):
    """How a fork server is to be: its only argument.

    Attributes:
        control: number of the inherited control socket.
        scratch: folder with one folder per slot, named by its number.
        slots: how many children may live at once.
    """

    control: int
    scratch: str
    slots: int


class Fork(Struct, frozen=True, tag="fork"):
    """Host to server: make a standby child for this slot. `threads` counts those that its user runs now."""

    slot: int
    threads: int


class ServerReady(Struct, frozen=True, kw_only=True, tag="ready"):
    """Server to host: torch is loaded and warm."""

    torch: str
    seconds: float


class ChildMade(Struct, frozen=True, tag="made"):
    """Server to host, with four descriptors: the child's socket, stdout, stderr and its pidfd."""

    pid: int
    slot: int


class ChildGone(Struct, frozen=True, tag="gone"):
    """Server to host: a child ended; a negative `exit_code` is the signal that ended it."""

    pid: int
    exit_code: int


FromServer: TypeAlias = ServerReady | ChildMade | ChildGone


class StandbyReady(Struct, frozen=True):
    """Child to host: confined, warm, waiting. `layers` maps what protects the host to what is missing of it, or ""."""

    layers: dict[str, str] = field(default_factory=dict)


class Job(Struct, frozen=True, kw_only=True):
    """Host to child: what to run and what it may use."""

    program: Program
    seconds: float
    memory_bytes: int


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
    if length > MAX_JOB_BYTES:
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
