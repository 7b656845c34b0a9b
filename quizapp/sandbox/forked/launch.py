"""Starts the fork server as a process: the interpreter, its environment, its control socket."""

import socket
import subprocess
from pathlib import Path

import msgspec

from quizapp.pip_packs import pip_pack_folders
from quizapp.sandbox.forked.control import ServerSetting
from quizapp.sandbox.forked.enclosure import Enclosure
from quizapp.sandbox.interpreter import worker_command, worker_environment
from quizapp.sandbox.layers import LayerName


def launch_server(
    scratch: Path, slots: int, log: Path, enclosure: Enclosure, left_out: frozenset[LayerName]
) -> "tuple[subprocess.Popen[bytes], socket.socket]":
    """Start a fork server; it says `ServerReady` on the returned socket when it is warm.

    Args:
        scratch: folder with a folder for each slot.
        slots: how many children may live at once.
        log: file for what the server has to say when it fails.
        enclosure: what to start it in.
        left_out: layers that it shall not put in force.

    Raises:
        OSError: if the process or its socket can't be made.
    """
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    try:
        with theirs, log.open("wb") as stderr:
            setting = ServerSetting(
                control=theirs.fileno(),
                scratch=str(scratch),
                slots=slots,
                without=tuple(sorted(left_out)),
                packs=tuple(str(folder) for folder in pip_pack_folders()[0].values()),
            )
            process = subprocess.Popen(
                [*enclosure.command, *worker_command(msgspec.json.encode(setting).decode())],
                stdin=subprocess.DEVNULL,
                stdout=stderr,
                stderr=stderr,
                pass_fds=(theirs.fileno(),),
                env=worker_environment(scratch),
                cwd=scratch,
                start_new_session=True,
            )
    except OSError:
        ours.close()
        raise
    return process, ours
