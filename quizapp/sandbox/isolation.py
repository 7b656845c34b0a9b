"""Says what the sandbox really keeps out on this machine, by trying forbidden things in one run of it."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

from msgspec import Struct

from quizapp.message import Message, message
from quizapp.sandbox.messages import Ending, Outcome, Program
from quizapp.sandbox.observation import Sequence, Truth
from quizapp.sandbox.sandbox import Sandbox, SandboxUnavailable

Level = Literal["full", "partial", "none"]


class Layer(Struct, frozen=True, kw_only=True):
    """One of the things that protect the computer from a run.

    Attributes:
        name: "landlock", "seccomp", "user", "limits".
        detail: what is missing of it, "" if it is enforced whole.
    """

    name: str
    enforced: bool
    detail: str = ""


class Isolation(Struct, frozen=True, kw_only=True):
    """What the sandbox keeps out.

    Attributes:
        level: full: every attempt was blocked; partial: some were not, `gaps` names them; none: nothing can be said
            for it, or code can't be run at all.
        gaps: the attempts that were not blocked, such as "read files of yours".
    """

    level: Level
    layers: tuple[Layer, ...] = ()
    gaps: tuple[Message, ...] = ()


class Attempt(Struct, frozen=True):
    """Something that must not be possible: an expression that has to raise, and what it is called to a reader."""

    expression: str
    gap: Message


ATTEMPTS: Final = (
    Attempt("open(FOLDER + '/private').read()", message("read files of yours")),
    Attempt("os.listdir(FOLDER)", message("list folders of yours")),
    Attempt("open(FOLDER + '/private', 'a')", message("write files of yours")),
    Attempt("open(FOLDER + '/new', 'x')", message("make files")),
    Attempt("os.chmod(FOLDER + '/private', 0o600)", message("change permissions of files")),
    Attempt("os.unlink(FOLDER + '/victim')", message("delete files")),
    Attempt("socket.socket()", message("use the network (TCP)")),
    Attempt("socket.socket(socket.AF_INET, socket.SOCK_DGRAM)", message("use the network (UDP)")),
    Attempt("socket.socket(socket.AF_UNIX)", message("talk to other programs (sockets)")),
    Attempt("shared_memory()", message("talk to other programs (shared memory)")),
    Attempt("os.kill(HOST, 0)", message("send signals to other programs")),
    Attempt("open(f'/proc/{HOST}/environ', 'rb').read(1)", message("look into other programs")),
    Attempt("resource.prlimit(HOST, resource.RLIMIT_CORE)", message("change limits of other programs")),
    Attempt("fork()", message("start programs")),
    Attempt("resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 40, 1 << 40))", message("lift its own limits")),
    Attempt("bytearray(3 << 30)", message("use all memory")),
    Attempt("open('out.txt', 'wb').truncate(1 << 30)", message("fill the disk")),
)

_PROBE: Final = """
import ctypes, os, resource, socket

def shared_memory():
    libc = ctypes.CDLL(None, use_errno=True)
    segment = libc.shmget(0, 4096, 0o1600)
    if segment < 0:
        raise OSError(ctypes.get_errno(), "shmget")
    libc.shmctl(segment, 0, None)

def fork():
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)

blocked = []
for attempt in ATTEMPTS:
    try:
        eval(attempt)
    except (OSError, MemoryError, ValueError):
        blocked.append(True)
    else:
        blocked.append(False)
"""


def probe_isolation(sandbox: Sandbox) -> Isolation:
    """Try what must not be possible, in one run; takes some milliseconds once the sandbox is ready.

    A sandbox that can't be started, and a system without one, have the level "none".
    """
    if sys.platform != "linux":
        return Isolation(level="none", gaps=(message("everything: the sandbox needs Linux, so no code is run"),))
    try:
        with _bait() as folder:
            outcome = sandbox.run(_program(folder))
    except SandboxUnavailable as error:
        return Isolation(level="none", gaps=(error.says,))
    layers = tuple(
        Layer(name=name, enforced=not missing, detail=missing) for name, missing in sorted(sandbox.layers.items())
    )
    gaps = _gaps(outcome)
    if not gaps and all(layer.enforced for layer in layers):
        return Isolation(level="full", layers=layers)
    anything = any(layer.enforced for layer in layers if layer.name in ("landlock", "seccomp"))
    return Isolation(level="partial" if anything else "none", layers=layers, gaps=gaps)


@contextlib.contextmanager
def _bait() -> Iterator[Path]:
    """Make a folder as if it were the learner's own, outside of what runs may touch."""
    with tempfile.TemporaryDirectory(prefix="quizapp-bait-") as name:
        folder = Path(name)
        for file in ("private", "victim"):
            (folder / file).write_text("for nobody else to read\n", encoding="utf-8")
        yield folder


def _program(folder: Path) -> Program:
    values = {"FOLDER": str(folder), "HOST": os.getpid(), "ATTEMPTS": [attempt.expression for attempt in ATTEMPTS]}
    return Program(inputs={name: repr(value) for name, value in values.items()}, code=_PROBE, observe=("blocked",))


def _gaps(outcome: Outcome) -> tuple[Message, ...]:
    """Return the attempts that were not blocked; those that nothing is known of count as such."""
    seen = outcome.observations.get("blocked")
    if outcome.ending is not Ending.FINISHED or not isinstance(seen, Sequence) or len(seen.items) != len(ATTEMPTS):
        return tuple(attempt.gap for attempt in ATTEMPTS)
    tried = zip(ATTEMPTS, seen.items, strict=True)
    return tuple(attempt.gap for attempt, blocked in tried if blocked != Truth(True))
