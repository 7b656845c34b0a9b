"""What the section on the learner's data says and offers, decided without Qt."""

from datetime import datetime, tzinfo
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from quizapp.message import Message
from quizapp.study.data.backups import Backup
from quizapp.wording.own_data import moment_words
from quizapp.wording.speech import Wording


class Job(StrEnum):
    """What can be under way; one at a time."""

    BACK_UP = "back_up"
    PREVIEW = "preview"
    EXPORT = "export"
    LOOK = "look"
    IMPORT = "import"
    SYNC = "sync"


class Told(Struct, frozen=True):
    """What came of the last job, a line each; `is_trouble` where something is in the way."""

    lines: tuple[str, ...]
    is_trouble: bool = False


class DataState(Struct, frozen=True, kw_only=True):
    """Everything that the section shows.

    Attributes:
        backups: of the journal, newest first; None while nobody has looked.
        waiting: the backup that is to be put in place at the next start.
        sync_folder: "" for none. last_sync: with that folder; UTC.
        job: what is under way. percent: how far it is.
    """

    backups: tuple[Backup, ...] | None = None
    waiting: Path | None = None
    sync_folder: str = ""
    last_sync: datetime | None = None
    job: Job | None = None
    percent: int = 0
    told: Told | None = None

    @property
    def can_begin(self) -> bool:
        """Whether a job may be asked for."""
        return self.job is None and self.backups is not None


def said_of_backups(state: DataState, wording: Wording, zone: tzinfo | None = None) -> str:
    """Say how safe the journal is."""
    say = wording.say
    if state.backups is None:
        return say("Made by itself once a day if something changed, and before anything risky.")
    if not state.backups:
        return say("Made by itself once a day if something changed, and before anything risky. There is none yet.")
    return say(
        "Made by itself once a day if something changed, and before anything risky. The last: {at}.",
        at=moment_words(state.backups[0].made, zone),
    )


def said_of_waiting(state: DataState, wording: Wording) -> str:
    """Say which backup waits for the next start."""
    if state.waiting is None:
        return ""
    return wording.say(
        "{name} will be put in place when quizapp starts again. What you do until then is backed up before.",
        name=state.waiting.name,
    )


def said_of_folder(state: DataState, wording: Wording) -> str:
    """Say which folder is shared, or what one would be good for."""
    return state.sync_folder or wording.say(
        "None yet. Choose a folder that your devices share (a cloud’s, a network’s, on a stick)."
    )


def said_of_sync(state: DataState, wording: Wording, zone: tzinfo | None = None) -> str:
    """Say when the last sync was."""
    if not state.sync_folder:
        return ""
    if state.last_sync is None:
        return wording.say("Never synced with this folder.")
    return wording.say("Last sync: {at}", at=moment_words(state.last_sync, zone))


def said_of_job(job: Job, wording: Wording) -> str:
    """Say what is under way."""
    say = wording.say
    match job:
        case Job.BACK_UP:
            return say("Backing up…")
        case Job.PREVIEW | Job.LOOK:
            return say("Looking into the file…")
        case Job.EXPORT:
            return say("Exporting…")
        case Job.IMPORT:
            return say("Importing…")
        case Job.SYNC:
            return say("Syncing…")


def told_of(*says: Message, wording: Wording, is_trouble: bool) -> Told:
    """Return sentences as what is told."""
    return Told(tuple(wording.sentence(each) for each in says), is_trouble)
