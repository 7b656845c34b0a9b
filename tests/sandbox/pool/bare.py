"""A Python that lacks what only POSIX has, as far as quizapp's modules can see.

`python bare.py` runs programs in a pool from a host like that, whose processes are like that too, and prints how they
ended; `python bare.py worker …` is such a process.
"""

import contextlib
import os
import runpy
import select
import shutil
import signal
import socket
import sys
import types

POSIX_MODULES = ("fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty")
POSIX_NAMES = {
    os: (
        "O_CLOEXEC O_DIRECTORY O_NOFOLLOW O_NONBLOCK WIFEXITED WNOHANG chown chroot fchdir fchmod fchown fork forkpty"
        " getegid geteuid getgid getgroups getloadavg getpgid getpgrp getpriority getsid getuid killpg lchown"
        " memfd_create mkfifo nice openpty pidfd_open pipe2 posix_spawn pread preadv pwrite register_at_fork"
        " sched_getaffinity sched_setaffinity sendfile set_blocking setegid seteuid setgid setgroups setpgid"
        " setpriority setresgid setresuid setsid setuid statvfs sysconf uname wait wait3 wait4 waitid"
    ),
    signal: (
        "ITIMER_REAL SIGALRM SIGCHLD SIGHUP SIGKILL SIGPIPE SIGSTOP SIGSYS SIGUSR1 SIGXCPU SIG_BLOCK alarm getitimer"
        " pause pidfd_send_signal pthread_kill pthread_sigmask setitimer sigwait"
    ),
    select: "POLLIN epoll poll",
    socket: "AF_UNIX CMSG_LEN SCM_RIGHTS SOCK_SEQPACKET recv_fds send_fds",
}


def take_away() -> None:
    """Take all that away; modules that were imported before keep theirs, for they know what system they are on."""
    taken = {id(module): _copy(module) for module in POSIX_NAMES}
    for module in [*sys.modules.values()]:
        names = vars(module) if isinstance(module, types.ModuleType) else {}
        for name in [name for name, value in names.items() if id(value) in taken]:
            names[name] = taken[id(names[name])]
    for module, names_of_it in POSIX_NAMES.items():
        for name in names_of_it.split():
            with contextlib.suppress(AttributeError):
                delattr(module, name)
    for name in POSIX_MODULES:
        sys.modules[name] = None  # type: ignore[assignment]


def _copy(module: types.ModuleType) -> types.ModuleType:
    copy = types.ModuleType(module.__name__)
    vars(copy).update(vars(module))
    return copy


def be_worker(arguments: list[str]) -> None:
    """Be a process of the pool."""
    import torch
    import torch._dynamo
    import torch.utils.checkpoint
    import torch.utils.data

    assert torch
    take_away()
    sys.argv = ["quizapp.worker", *arguments]
    runpy.run_module("quizapp.worker", run_name="__main__")


def be_host() -> None:
    """Run a program that ends, one that is ended, and close."""
    import asyncio
    import subprocess
    import tempfile
    import threading

    import psutil

    assert asyncio and subprocess and tempfile and threading and psutil and shutil
    take_away()
    from quizapp.sandbox.messages import Program, RunLimits
    from quizapp.sandbox.pool import process
    from quizapp.sandbox.sandbox import Sandbox
    from quizapp.sandbox.way import Way

    setattr(process, "worker_command", lambda *more: (sys.executable, "-P", "-B", __file__, "worker", *more))  # noqa: B010
    good = Program(code="import os, torch\nprint(hasattr(os, 'fork'))\nx = float(torch.ones(3).sum())", observe=("x",))
    endless = Program(code="print('began')\nwhile True: pass")
    with Sandbox(way=Way.POOL, standbys=2) as sandbox:
        for program, seconds in ((good, 20.0), (endless, 0.3)):
            outcome = sandbox.run(program, RunLimits(seconds=seconds))
            print(outcome.ending, outcome.stdout.strip(), outcome.error, *outcome.observations.values())  # noqa: T201
    print(psutil.Process().children(), hasattr(sys.modules["os"], "fork"), "quizapp.sandbox.forked" in sys.modules)  # noqa: T201


if __name__ == "__main__":
    be_worker(sys.argv[2:]) if sys.argv[1:] else be_host()
