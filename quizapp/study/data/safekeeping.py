"""What is done for the learner's data without being asked: a backup when one is due, a sync at start and end."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from quizapp.home import Home
from quizapp.message import Message, SaysError
from quizapp.study.data.due import back_up_when_due
from quizapp.study.data.syncing import share, sync
from quizapp.study.data.taking import taking_in
from quizapp.study.learner import Learner


class LookedAfter(Struct, frozen=True):
    """How many rows came in, and what the learner should know."""

    new: int = 0
    told: tuple[Message, ...] = ()


def look_after(home: Home, learner: Learner, sync_folder: str, now: datetime) -> LookedAfter:
    """Back up what is due, then sync; what fails is told and keeps the other from nothing. Slow.

    Args:
        home: the learner's; its journal is in use.
        learner: of this journal.
        sync_folder: "" for none.
        now: aware.
    """
    told: list[Message] = []
    new = 0
    try:
        back_up_when_due(home, now)
    except SaysError as error:
        told.append(error.says)
    if sync_folder:
        try:
            with taking_in(learner, home.journal) as take:
                synced = sync(Path(sync_folder), home, take, now)
        except SaysError as error:
            told.append(error.says)
        else:
            new = synced.new
            told.extend(skipped.why for skipped in synced.skipped)
    return LookedAfter(new, tuple(told))


def leave(home: Home, sync_folder: str, now: datetime) -> None:
    """Write what is new into the shared folder; what can't be written is told when the next sync can't either."""
    if sync_folder:
        with suppress(SaysError):
            share(Path(sync_folder), home, now)
