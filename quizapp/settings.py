"""What the learner has set: language, look, how many new items a day."""

import os
from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec import Struct

from quizapp.message import SaysError, message


class LookChoice(StrEnum):
    """Light, dark, or what the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings(Struct, frozen=True, kw_only=True):
    """All settings, with their defaults.

    Attributes:
        language: "en", "zh", or "" for the system's.
        new_per_day: how many new items Today offers in a day.
        zoom: of cards and code, 1.0 is the platform's font size.
    """

    language: str = ""
    look: LookChoice = LookChoice.SYSTEM
    new_per_day: int = 12
    zoom: float = 1.0


def load_settings(path: Path) -> Settings:
    """Read the settings; a missing file means the defaults.

    Raises:
        SaysError: if the file can't be read as settings; it is left as it is.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Settings)
    except FileNotFoundError:
        return Settings()
    except (OSError, msgspec.MsgspecError) as error:
        raise SaysError(
            message(
                "The settings in {path} can't be read ({reason}). The usual ones are used, the file is left. "
                "Mend it or delete it.",
                path=str(path),
                reason=str(error),
            )
        ) from error


def save_settings(settings: Settings, path: Path) -> None:
    """Write the settings whole or not at all.

    Raises:
        SaysError: if the file can't be written.
    """
    beside = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(msgspec.json.format(msgspec.json.encode(settings)))
        os.replace(beside, path)  # noqa: PTH105 - atomic on every platform
    except OSError as error:
        raise SaysError(
            message("The settings can't be saved in {path}: {reason}.", path=str(path), reason=str(error.strerror))
        ) from error
