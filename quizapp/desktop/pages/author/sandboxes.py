"""The sandbox of a job: the app's own for a few items; for many one that runs in bulk, as the commands have it."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Thread
from typing import Final

from quizapp.packs.model import Exercise, Item
from quizapp.sandbox.sandbox import Sandbox
from quizapp.sandbox.stopper import Stopper
from quizapp.sandbox.way import Way

FEW: Final = 5
"""Exercises that are done on the app's own sandbox before another one were even ready."""


@contextmanager
def sandbox_for(items: Sequence[Item], own: Sandbox, stopper: Stopper) -> Iterator[Sandbox]:
    """Give the sandbox that is best for these items; one in bulk is closed in the end, and when the job is stopped.

    Without forking each process of another one would hold torch in memory by itself: there the app's own does all.
    """
    if own.way is not Way.FORK or sum(isinstance(item, Exercise) for item in items) <= FEW:
        yield own
        return
    with Sandbox(standbys=os.cpu_count() or 1, way=own.way, in_bulk=True) as sandbox:

        def close() -> None:
            # Who stops a job does not wait until its processes are gone.
            Thread(target=sandbox.close, name="quizapp-stop").start()

        with stopper.watched(close):
            yield sandbox
