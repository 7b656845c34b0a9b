"""What the learner has set: language, look, what a day of study is, shapes beside the code, how code runs."""

from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct

from quizapp.message import SaysError, message
from quizapp.not_json import NOT_JSON
from quizapp.whole_files import writing

SMALLEST_ZOOM, LARGEST_ZOOM = 0.8, 2.0

WayChoice: TypeAlias = Literal["", "fork", "pool"]
"""How processes for runs are had: a `Way`, or "" for what the system does best."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # Windows' editors write it


class LookChoice(StrEnum):
    """Light, dark, or what the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Leeches(StrEnum):
    """What is done with an item that is forgotten again and again: the learner is told, or it is suspended too."""

    TELL = "tell"
    SUSPEND = "suspend"


class Consent(Struct, frozen=True, kw_only=True):
    """What the learner knew when they said that code may run on a computer that does not block everything.

    Attributes:
        level: "partial" or "none", as `quizapp.sandbox.isolation` has it.
        gaps: what was not blocked, in English.
    """

    level: str
    gaps: tuple[str, ...] = ()


class Settings(Struct, frozen=True, kw_only=True):
    """All settings, with their defaults.

    Attributes:
        language: "en", "zh", or "" for the system's.
        new_per_day: how many new items Today offers in a day.
        day_begins: the hour at which the learner's day begins, local time: who studies past midnight still studies
            today.
        leeches: what is done with an item that is forgotten again and again.
        zoom: of cards and code, 1.0 is the platform's font size; within SMALLEST_ZOOM and LARGEST_ZOOM.
        live_shapes: whether code runs after a pause in typing, to show beside each line what it made.
        way: how processes for runs are had; a change counts from the next start.
        sync_folder: the folder that this device shares with others, "" for none.
        sync_by_itself: whether that is done when the app starts and ends.
        consent: what the learner said yes to, None as long as nobody had to ask.
    """

    language: str = ""
    look: LookChoice = LookChoice.SYSTEM
    new_per_day: Annotated[int, Meta(ge=0)] = 12
    day_begins: Annotated[int, Meta(ge=0, le=23)] = 4
    leeches: Leeches = Leeches.TELL
    zoom: Annotated[float, Meta(ge=SMALLEST_ZOOM, le=LARGEST_ZOOM)] = 1.0
    live_shapes: bool = True
    way: WayChoice = ""
    sync_folder: str = ""
    sync_by_itself: bool = True
    consent: Consent | None = None


def load_settings(path: Path) -> Settings:
    """Read the settings; a missing file means the defaults.

    Raises:
        SaysError: if the file can't be read as settings; it is left as it is.
    """
    try:
        return msgspec.json.decode(path.read_bytes().removeprefix(_BYTE_ORDER_MARK), type=Settings)
    except FileNotFoundError:
        return Settings()
    except (OSError, *NOT_JSON) as error:
        raise SaysError(
            message(
                "The settings in {path} can't be read ({reason}). The usual ones are used, the file is left. "
                "Mend it or delete it.",
                path=str(path),
                reason=_reason(error),
            )
        ) from error


def save_settings(settings: Settings, path: Path) -> None:
    """Write the settings whole or not at all; a file that can't be read as settings is kept beside them.

    Raises:
        SaysError: if the file can't be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with writing(path) as file:
            file.write(msgspec.json.format(msgspec.json.encode(settings)))
            _keep_unreadable(path)
    except OSError as error:
        raise SaysError(
            message("The settings can't be saved in {path}: {reason}.", path=str(path), reason=str(error.strerror))
        ) from error


def _keep_unreadable(path: Path) -> None:
    """Move a file away that can't be read as settings, since its owner may want to mend it."""
    try:
        load_settings(path)
    except SaysError:
        numbers = count(1)
        free = (path.with_name(f"{path.stem}.unreadable-{number}{path.suffix}") for number in numbers)
        path.rename(next(name for name in free if not name.exists()))


def _reason(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
