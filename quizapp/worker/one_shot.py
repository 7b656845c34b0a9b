"""The life of a process of the pool: it warms up, waits for one program, runs it, says what it saw, and is ended.

Nothing here needs POSIX, and nothing holds the program in: it is the host that watches.
"""

import contextlib
import faulthandler
import gc
import importlib
import os
import signal
import sys
import traceback
from pathlib import Path
from typing import Final, NoReturn

import torch

from quizapp.sandbox.frames import BEGUN, encode_report
from quizapp.sandbox.pool.control import OneShotReady, OneShotSetting
from quizapp.worker.channel import Channel
from quizapp.worker.execution import execute
from quizapp.worker.fitting import fit_report
from quizapp.worker.printing import replace_streams
from quizapp.worker.warm_up import warm_server

_WARM_UP_SECONDS: Final = 180.0
_GRACE_SECONDS: Final = 5.0
_exit = os._exit


def live(channel: Channel, setting: OneShotSetting) -> NoReturn:
    """Be such a process, to its end."""
    try:
        _serve_one(channel, setting)
    except BaseException:
        # What the host reads is the missing report; this text is for whoever debugs the worker.
        traceback.print_exc(file=sys.__stderr__)
    finally:
        _exit(70)


def _serve_one(channel: Channel, setting: OneShotSetting) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # It needs no lock of Python's and no signal: an endless loop in C doesn't stop it, on no system.
    faulthandler.dump_traceback_later(_WARM_UP_SECONDS, exit=True)
    _warm_up()
    faulthandler.cancel_dump_traceback_later()
    _print_to(setting)
    channel.say(OneShotReady(torch=str(torch.__version__)))
    job = channel.receive_job()
    if job is None:
        _exit(0)
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        # The host ends a run in time. This is for a host that can't any more.
        faulthandler.dump_traceback_later(job.seconds + _GRACE_SECONDS, exit=True, file=nowhere)
        channel.leave_with_host()
        channel.send([BEGUN])
        channel.send(encode_report(fit_report(execute(job.program))))
        # Until the host has looked for what the program started, and ends it together with us.
        channel.hang_up()
        channel.wait_for_end()
        _exit(0)


def _warm_up() -> None:
    torch.set_num_threads(1)
    warm_server()
    _write_no_cores()
    gc.collect()
    gc.freeze()


def _write_no_cores() -> None:
    """Let a crash leave no memory image, where the system makes such."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        resource = importlib.import_module("resource")
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _print_to(setting: OneShotSetting) -> None:
    for path, descriptor in ((setting.stdout, 1), (setting.stderr, 2)):
        with Path(path).open("ab", buffering=0) as file:
            os.dup2(file.fileno(), descriptor)
    replace_streams()
