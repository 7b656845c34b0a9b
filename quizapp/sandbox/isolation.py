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
from quizapp.sandbox.observation import Mapping, Truth, Words
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


ATTEMPTS: Final = {
    "read_files": "open(FOLDER + '/private').read()",
    "list_folders": "os.listdir(FOLDER)",
    "write_files": "open(FOLDER + '/private', 'a')",
    "make_files": "open(FOLDER + '/new', 'x')",
    "change_permissions_of_files": "os.chmod(FOLDER + '/private', 0o600)",
    "delete_files": "os.unlink(FOLDER + '/victim')",
    "use_the_network_tcp": "socket.socket()",
    "use_the_network_udp": "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
    "talk_to_others_sockets": "socket.socket(socket.AF_UNIX)",
    "talk_to_others_shared_memory": "shared_memory()",
    "send_signals_to_others": "os.kill(HOST, 0)",
    "look_into_others": "open(f'/proc/{HOST}/environ', 'rb').read(1)",
    "change_limits": "resource.prlimit(HOST, resource.RLIMIT_CORE)",
    "start_programs": "fork()",
    "lift_its_own_limits": "resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 40, 1 << 40))",
    "use_all_memory": "bytearray(3 << 30)",
    "fill_the_disk": "open('out.txt', 'wb').truncate(1 << 30)",
}
"""What must not be possible, and how a run tries it: an expression that has to raise."""

GAPS: Final = {
    "read_files": message("read files of yours"),
    "list_folders": message("list folders of yours"),
    "write_files": message("write files of yours"),
    "make_files": message("make files"),
    "change_permissions_of_files": message("change permissions of files"),
    "delete_files": message("delete files"),
    "use_the_network_tcp": message("use the network (TCP)"),
    "use_the_network_udp": message("use the network (UDP)"),
    "talk_to_others_sockets": message("talk to other programs (sockets)"),
    "talk_to_others_shared_memory": message("talk to other programs (shared memory)"),
    "send_signals_to_others": message("send signals to other programs"),
    "look_into_others": message("look into other programs"),
    "change_limits": message("change limits of other programs"),
    "start_programs": message("start programs"),
    "lift_its_own_limits": message("lift its own limits"),
    "use_all_memory": message("use all memory"),
    "fill_the_disk": message("fill the disk"),
}
"""What each attempt is called to a reader."""

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

blocked = {}
for name, attempt in ATTEMPTS.items():
    try:
        eval(attempt)
    except (OSError, MemoryError, ValueError):
        blocked[name] = True
    else:
        blocked[name] = False
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
    values = {"FOLDER": str(folder), "HOST": os.getpid(), "ATTEMPTS": ATTEMPTS}
    return Program(inputs={name: repr(value) for name, value in values.items()}, code=_PROBE, observe=("blocked",))


def _gaps(outcome: Outcome) -> tuple[Message, ...]:
    """Return the attempts that were not blocked; those that nothing is known of count as such."""
    seen = outcome.observations.get("blocked")
    if outcome.ending is not Ending.FINISHED or not isinstance(seen, Mapping):
        return tuple(GAPS.values())
    blocked = {key.value for key, value in seen.items if isinstance(key, Words) and value == Truth(True)}
    return tuple(GAPS[name] for name in ATTEMPTS if name not in blocked)
