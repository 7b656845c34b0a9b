"""The process that has torch loaded, forks standby children on request, and tells how each ended."""

import gc
import os
import select
import shutil
import signal
import socket
import tempfile
import time
from pathlib import Path
from typing import Final, NoReturn

import msgspec
import torch

import quizapp
from quizapp.sandbox.forked.control import (
    MAX_MESSAGE_BYTES,
    ChildGone,
    ChildMade,
    Fork,
    FromServer,
    ServerReady,
    ServerSetting,
    ServerWarm,
)
from quizapp.sandbox.forked.paths import fill_import_caches, readable_paths
from quizapp.worker.confinement import process
from quizapp.worker.lockdown import Lockdown
from quizapp.worker.standby import Standby, live
from quizapp.worker.warm_up import warm_first, warm_rest

_PAUSE_MILLISECONDS: Final = 100
_fork_request = msgspec.msgpack.Decoder(Fork)


def serve(setting: ServerSetting) -> NoReturn:
    """Load, warm up, lock down, then answer the host until it hangs up.

    Raises:
        RuntimeError: if the process got a second thread: children forked from it would hang.
    """
    began = time.monotonic()
    control = socket.socket(fileno=setting.control)
    control.set_inheritable(False)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    scratch = Path(setting.scratch)
    # torch._dynamo asks for it when it is imported; looking for one would be refused later.
    tempfile.tempdir = str(scratch)
    torch.set_num_threads(1)
    warm_first()
    _get_ready_to_fork()
    readable = readable_paths(Path(quizapp.__file__).parent, map(Path, setting.packs))
    server = ForkServer(control, Lockdown(readable, scratch, setting.slots, frozenset(setting.without)), scratch)
    itself = os.pidfd_open(os.getpid())
    server.say(ServerReady(torch=str(torch.__version__), seconds=time.monotonic() - began), (itself,))
    os.close(itself)
    # Whoever waits for a run gets a child before the second half of the loading begins.
    if server.answer(_PAUSE_MILLISECONDS):
        warm_rest()
        _get_ready_to_fork()
        server.be_warm()
        server.answer()
    shutil.rmtree(scratch, ignore_errors=True)
    os._exit(0)


def _get_ready_to_fork() -> None:
    fill_import_caches()
    _assert_one_thread()
    gc.collect()
    gc.freeze()


def _assert_one_thread() -> None:
    try:
        threads = sum(1 for _ in Path("/proc/self/task").iterdir())
    except OSError:
        return
    if threads != 1:
        raise RuntimeError(f"the fork server must have one thread, it has {threads}")


class ForkServer:
    """Locked down itself, it makes children that are locked down more."""

    def __init__(self, control: socket.socket, lockdown: Lockdown, scratch: Path) -> None:
        self._control = control
        self._scratch = scratch
        self._null = os.open(os.devnull, os.O_RDONLY | os.O_CLOEXEC)
        self._children: dict[int, int] = {}
        self._is_warm = False
        self._poll = select.poll()
        self._poll.register(control, select.POLLIN)
        self._lockdown = lockdown
        process.hide_memory()

    def be_warm(self) -> None:
        """Everything is loaded: give up what is not needed any more, and tell the host."""
        self._is_warm = True
        self._lockdown.confine_server()
        self.say(ServerWarm())

    def say(self, message: FromServer, descriptors: tuple[int, ...] = ()) -> None:
        """Tell the host; a host that is gone will be noticed when listening."""
        try:
            socket.send_fds(self._control, [msgspec.msgpack.encode(message)], list(descriptors))
        except OSError:
            return

    def answer(self, patience: int | None = None) -> bool:
        """Fork and bury until the host hangs up, then end all children; or until nothing happens any more.

        Args:
            patience: for how many milliseconds nothing has to happen; for ever if None.

        Returns:
            Whether the host is still there.
        """
        while events := self._poll.poll(patience):
            for descriptor, _ in events:
                if descriptor in self._children:
                    self._bury(descriptor)
                    continue
                request = self._control.recv(MAX_MESSAGE_BYTES)
                if not request:
                    self._end_children()
                    return False
                self._fork(_fork_request.decode(request))
        return True

    def _fork(self, request: Fork) -> None:
        ours, theirs = socket.socketpair()
        stdout, stdout_writes = os.pipe()
        stderr, stderr_writes = os.pipe()
        standby = Standby(
            parent=os.getpid(),
            slot=request.slot,
            folder=self._scratch / str(request.slot),
            stream=theirs.fileno(),
            stdio=(self._null, stdout_writes, stderr_writes),
            threads=request.threads,
            is_early=not self._is_warm,
            is_warmed=request.is_warmed,
        )
        pid = os.fork()
        if pid == 0:
            live(standby, self._lockdown)
        for descriptor in (stdout_writes, stderr_writes):
            os.close(descriptor)
        theirs.close()
        watch = os.pidfd_open(pid)
        self._children[watch] = pid
        self._poll.register(watch, select.POLLIN)
        self.say(ChildMade(pid, request.slot), (ours.fileno(), stdout, stderr, watch))
        ours.close()
        os.close(stdout)
        os.close(stderr)

    def _bury(self, watch: int) -> None:
        pid = self._children.pop(watch)
        self._poll.unregister(watch)
        os.close(watch)
        _end_group(pid)
        _, status = os.waitpid(pid, 0)
        self.say(ChildGone(pid, os.waitstatus_to_exitcode(status)))

    def _end_children(self) -> None:
        for pid in self._children.values():
            os.kill(pid, signal.SIGKILL)
        for watch in tuple(self._children):
            self._bury(watch)


def _end_group(pid: int) -> None:
    """Kill what the child may have left over, where nothing kept it from starting processes."""
    try:
        # The child is not waited for yet: its number can't belong to another process.
        os.killpg(pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return
