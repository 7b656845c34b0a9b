"""The life of a process of the pool: it warms up, waits for one program, runs it, says what it saw, and is ended.

Nothing here needs POSIX, and nothing holds the program in: it is the host that watches.
"""

import _thread
import contextlib
import faulthandler
import gc
import importlib
import os
import shutil
import signal
import sys
import traceback
from pathlib import Path
from typing import Final, NoReturn

import torch

from quizapp.sandbox.frames import BEGUN, encode_report
from quizapp.sandbox.jobs import Job
from quizapp.sandbox.pool.control import OneShotReady, OneShotSetting
from quizapp.worker.channel import Channel
from quizapp.worker.execution import execute
from quizapp.worker.fitting import fit_report
from quizapp.worker.printing import replace_streams
from quizapp.worker.warm_up import warm_server

_WARM_UP_SECONDS: Final = 180.0
# Bound before the learner's code could replace them.
_exit = os._exit
_remove_tree = shutil.rmtree


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
    faulthandler.dump_traceback_later(_WARM_UP_SECONDS, exit=True)
    _warm_up()
    faulthandler.cancel_dump_traceback_later()
    _print_to(setting)
    job = channel.ask_for_job(OneShotReady(torch=str(torch.__version__)))
    if job is None:
        _leave_nothing(setting)
    else:
        _run(job, channel, setting)


def _run(job: Job, channel: Channel, setting: OneShotSetting) -> None:
    # Not an object of `threading`, where the program would find it among its own.
    _thread.start_new_thread(_leave_with_host, (channel, setting))
    channel.send([BEGUN])
    channel.tell_where(job.seconds)
    channel.send(encode_report(fit_report(execute(job.program))))
    channel.hang_up()
    # The host looks for what the program started, then ends it together with us.
    _leave_with_host(channel, setting)


def _leave_with_host(channel: Channel, setting: OneShotSetting) -> None:
    if channel.wait_until_host_is_gone():
        _leave_nothing(setting)


def _leave_nothing(setting: OneShotSetting) -> NoReturn:
    """Leave, and take along what the host can't delete any more."""
    _remove_tree(setting.scratch, ignore_errors=True)
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
