"""Things of the host's own that attempts are made at: if one can be reached, so could the learner's."""

import contextlib
import ctypes
import os
import secrets
import socket
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from quizapp.sandbox.interpreter import worker_environment
from quizapp.shipped import shipped

_IPC_PRIVATE: Final = 0
_IPC_RMID: Final = 0
_MINE: Final = 0o600
_LOOPBACK: Final = ("127.0.0.1", 0)
_SET_BY_BUBBLEWRAP: Final = "PWD"


@contextlib.contextmanager
def laid_bait() -> Iterator[dict[str, object]]:
    """Lay everything out that attempts are made at; give its names and values; clear it away at the end."""
    with contextlib.ExitStack() as stack:
        folder = _folder(stack)
        path, abstract = str(folder / "socket"), f"\0quizapp-bait-{secrets.token_hex(8)}"
        for address in (path, abstract):
            _listen(stack, socket.AF_UNIX, socket.SOCK_STREAM, address)
        yield {
            "FOLDER": str(folder),
            "PRIVATE": str(folder / "private"),
            "VICTIM": str(folder / "victim"),
            "MOVABLE": str(folder / "movable"),
            "SOCKET": path,
            "ABSTRACT": abstract,
            "TCP": _port(_listen(stack, socket.AF_INET, socket.SOCK_STREAM, _LOOPBACK)),
            "UDP": _port(_listen(stack, socket.AF_INET, socket.SOCK_DGRAM, _LOOPBACK)),
            "PACK": str(next(shipped("content").glob("*/pack.toml"), folder / "no-pack")),
            "TERMINAL": _terminal(stack),
            "HOST": os.getpid(),
            # Their names only: the values are what must not get there.
            "VARIABLES": sorted(set(os.environ) - {*worker_environment(Path()), _SET_BY_BUBBLEWRAP}),
            **_shared_things(stack),
        }


def _listen(
    stack: contextlib.ExitStack, family: int, kind: int, address: str | tuple[str, int]
) -> socket.socket | None:
    """Wait for callers at an address, until the stack is closed; None where the system has no such thing to reach."""
    try:
        made = stack.enter_context(socket.socket(family, kind))
        made.bind(address)
        if kind == socket.SOCK_STREAM:
            made.listen()
    except OSError:
        return None
    return made


def _port(listening: socket.socket | None) -> int:
    return int(listening.getsockname()[1]) if listening is not None else 0


def _folder(stack: contextlib.ExitStack) -> Path:
    """Make a folder with files as most of a learner's are: everybody may read them, nobody else may change them."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="quizapp-bait-")))
    folder.chmod(0o755)
    for name in ("private", "victim", "movable"):
        file = folder / name
        file.write_text("for nobody else to read\n", encoding="utf-8")
        file.chmod(0o644)
    return folder


def _terminal(stack: contextlib.ExitStack) -> str:
    """Make a terminal and return its path; one that is nowhere if the system has no more."""
    try:
        ends = os.openpty()
    except OSError:
        return "/dev/pts/none"
    for end in ends:
        stack.callback(os.close, end)
    return os.ttyname(ends[1])


def _shared_things(stack: contextlib.ExitStack) -> dict[str, object]:
    """Make a piece of shared memory and a message queue; their number is -1 where the kernel has none."""
    libc = ctypes.CDLL(None)
    segment = libc.shmget(_IPC_PRIVATE, ctypes.c_size_t(4096), _MINE)
    queue = libc.msgget(_IPC_PRIVATE, _MINE)
    removals: tuple[tuple[int, Callable[[], object]], ...] = (
        (segment, partial(libc.shmctl, segment, _IPC_RMID, None)),
        (queue, partial(libc.msgctl, queue, _IPC_RMID, None)),
    )
    for number, remove in removals:
        if number >= 0:
            stack.callback(remove)
    return {"SEGMENT": segment, "QUEUE": queue}
