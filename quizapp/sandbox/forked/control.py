"""What the host and the fork server say to each other. All of it msgpack."""

import signal
from typing import Final, TypeAlias

from msgspec import Struct

from quizapp.sandbox.layers import LayerName

MAX_MESSAGE_BYTES: Final = 1 << 16
WHERE_SIGNAL: Final = signal.SIGUSR1
"""Makes a child write a traceback to its stream, whatever it is doing."""


class ServerSetting(Struct, frozen=True, kw_only=True):
    """How a fork server is to be: its only argument.

    Attributes:
        control: number of the inherited control socket.
        scratch: folder with one folder per slot, named by its number.
        slots: how many children may live at once.
        without: layers that are left out on purpose.
        packs: folders of packs that no run may read, though they lie among Python's packages.
    """

    control: int
    scratch: str
    slots: int
    without: tuple[LayerName, ...] = ()
    packs: tuple[str, ...] = ()


class Fork(Struct, frozen=True, tag="fork"):
    """Host to server: make a standby child for this slot.

    Attributes:
        threads: how many its user runs now.
        is_warmed: whether it touches its memory in advance.
    """

    slot: int
    threads: int
    is_warmed: bool = True


class ServerReady(Struct, frozen=True, kw_only=True, tag="ready"):
    """Server to host, with its own pidfd: torch is loaded, children can be had.

    Until `ServerWarm` they are early ones: whoever uses the first optimizer in one waits a second for its import.
    """

    torch: str
    seconds: float


class ServerWarm(Struct, frozen=True, tag="warm"):
    """Server to host: everything that learners use is loaded; children made from now on are fast at all of it."""


class ChildMade(Struct, frozen=True, tag="made"):
    """Server to host, with four descriptors: the child's socket, stdout, stderr and its pidfd."""

    pid: int
    slot: int


class ChildGone(Struct, frozen=True, tag="gone"):
    """Server to host: a child ended; a negative `exit_code` is the signal that ended it."""

    pid: int
    exit_code: int


FromServer: TypeAlias = ServerReady | ServerWarm | ChildMade | ChildGone
