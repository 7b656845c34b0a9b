"""Starts the fork server as a process: the interpreter, its environment, its control socket."""

import os
import site
import socket
import subprocess
import sys
from pathlib import Path
from typing import Final

import msgspec

from quizapp.sandbox.control import ServerSetting

# No -I: it would ignore PYTHONHASHSEED, and sets would have another order at every start. -P and an environment of our
# own give the same isolation.
_INTERPRETER_FLAGS: Final = ("-P", "-B")


def server_environment(scratch: Path) -> dict[str, str]:
    """Return everything that the server's processes find in their environment; nothing of the user's is in it."""
    environment = {
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "HOME": str(scratch),
        "TMPDIR": str(scratch),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        # Threads before a fork hang what follows it: one thread from the very first import on.
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "2",
        "CUDA_VISIBLE_DEVICES": "",
        "TORCHINDUCTOR_CACHE_DIR": str(scratch / "inductor"),
    }
    if site.ENABLE_USER_SITE:
        # Where `pip install --user` puts things follows from HOME, which is not the user's here.
        environment["PYTHONUSERBASE"] = site.getuserbase()
    else:
        environment["PYTHONNOUSERSITE"] = "1"
    if "LD_LIBRARY_PATH" in os.environ:
        environment["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
    return environment


def launch_server(scratch: Path, slots: int, log: Path) -> "tuple[subprocess.Popen[bytes], socket.socket]":
    """Start a fork server; it says `ServerReady` on the returned socket when it is warm.

    Raises:
        OSError: if the process or its socket can't be made.
    """
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    try:
        with theirs, log.open("wb") as stderr:
            setting = ServerSetting(control=theirs.fileno(), scratch=str(scratch), slots=slots)
            process = subprocess.Popen(
                [sys.executable, *_INTERPRETER_FLAGS, "-m", "quizapp.worker", msgspec.json.encode(setting).decode()],
                stdin=subprocess.DEVNULL,
                stdout=stderr,
                stderr=stderr,
                pass_fds=(theirs.fileno(),),
                env=server_environment(scratch),
                cwd=scratch,
                start_new_session=True,
            )
    except OSError:
        ours.close()
        raise
    return process, ours
