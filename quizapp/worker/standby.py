"""The life of a child: confined, warmed, it waits for one program, runs it, says what it saw, and ends."""

import faulthandler
import os
import sys
import traceback
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, NoReturn

import msgspec

from quizapp.sandbox.forked.control import WHERE_SIGNAL
from quizapp.sandbox.frames import BEGUN, encode_report, write_pieces
from quizapp.sandbox.jobs import Job, StandbyReady, receive_with_length, with_length
from quizapp.sandbox.messages import Report
from quizapp.worker.confinement import process
from quizapp.worker.confinement.limits import address_space, limit_run
from quizapp.worker.execution import execute
from quizapp.worker.fitting import fit_report
from quizapp.worker.lockdown import Lockdown
from quizapp.worker.printing import replace_streams
from quizapp.worker.warm_up import warm_standby

_STREAM: Final = 3
_job = msgspec.msgpack.Decoder(Job)
_exit = os._exit
_write = os.write


@dataclass(frozen=True)
class Standby:
    """What a child is made of.

    Attributes:
        parent: the server's process id. stream: descriptor of the socket to the host.
        stdio: descriptors that become 0, 1 and 2.
        threads: how many its user runs already.
        is_early: whether the server has not loaded yet what optimizers need.
        is_warmed: whether it pays for the first touch of its memory before it is ready: a run then is faster by that.
    """

    parent: int
    slot: int
    folder: Path
    stream: int
    stdio: tuple[int, int, int]
    threads: int
    is_early: bool
    is_warmed: bool = True


def live(standby: Standby, lockdown: Lockdown) -> NoReturn:
    """Be a child from fork to end; never returns and never raises into the server's code."""
    try:
        _serve_one(standby, lockdown)
    except BaseException:
        # What the host reads is the missing report; this text is for whoever debugs the worker.
        traceback.print_exc(file=sys.__stderr__)
    finally:
        _exit(70)


def _serve_one(standby: Standby, lockdown: Lockdown) -> None:
    os.setsid()
    lockdown.confine_standby(standby.slot, standby.threads)
    process.die_with_parent(standby.parent)
    _take_descriptors(standby)
    os.chdir(standby.folder)
    os.environ["HOME"] = os.environ["TMPDIR"] = str(standby.folder)
    if standby.is_warmed:
        warm_standby(with_optimizers=not standby.is_early)
    used = address_space()
    _send([with_length(StandbyReady(lockdown.close_last_layer()))])
    data = receive_with_length(partial(os.read, _STREAM))
    if data is None:
        _exit(0)
    job = _job.decode(data)
    limit_run(used, job.memory_bytes, job.seconds)
    _send([BEGUN])
    # Also in the middle of a call into C; a crash, too, then says where.
    faulthandler.enable(_STREAM, all_threads=False)
    faulthandler.register(WHERE_SIGNAL, _STREAM, all_threads=False)
    _report(execute(job.program))
    _exit(0)


def _take_descriptors(standby: Standby) -> None:
    """Move our descriptors to 0–3 and close all others: the server's, and those of other children."""
    for wanted, given in enumerate(standby.stdio):
        os.dup2(given, wanted)
    os.dup2(standby.stream, _STREAM, inheritable=False)
    os.closerange(_STREAM + 1, os.sysconf("SC_OPEN_MAX"))
    replace_streams()


def _report(report: Report) -> None:
    _send(encode_report(fit_report(report)))
    # The host takes what comes after this for forgery, and needn't wait until our memory is given back.
    _shut_down(_STREAM)


def _send(pieces: list[bytes | memoryview]) -> None:
    write_pieces(pieces, partial(_write, _STREAM))


def _shut_down(descriptor: int) -> None:
    os.dup2(0, descriptor, inheritable=False)
