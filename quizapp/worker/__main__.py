"""`python -m quizapp.worker SETTING`: a fork server; `python -m quizapp.worker pool SETTING`: a process for one run."""

import sys
from typing import NoReturn

import msgspec

from quizapp.sandbox.way import Way


def serve_forks(setting: str) -> NoReturn:
    """Be a fork server."""
    from quizapp.sandbox.forked.control import ServerSetting
    from quizapp.worker.fork_server import serve

    serve(msgspec.json.decode(setting, type=ServerSetting))


def serve_once(setting: str) -> NoReturn:
    """Be a process of the pool."""
    from quizapp.worker.channel import Channel

    # Before torch is imported, which may print.
    channel = Channel()
    from quizapp.sandbox.pool.control import OneShotSetting
    from quizapp.worker.one_shot import live

    live(channel, msgspec.json.decode(setting, type=OneShotSetting))


if sys.argv[1] == Way.POOL:
    serve_once(sys.argv[2])
serve_forks(sys.argv[1])
