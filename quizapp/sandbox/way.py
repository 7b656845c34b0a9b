"""The ways of running programs, and which of them a system has."""

import sys
from enum import StrEnum


class Way(StrEnum):
    """How a process that has torch loaded is had for each run."""

    FORK = "fork"  # a server that has it loaded forks them: fast, and held in; Linux only
    POOL = "pool"  # each is started by itself, ahead of time: everywhere, but held in by little


def chosen_way(setting: str) -> Way | None:
    """Return the way that a setting names; None, the best one, for "" and for a way that this system has not."""
    if not setting or (setting == Way.FORK and sys.platform != "linux"):
        return None
    return Way(setting)


def usual_way() -> Way:
    """Return the best way that this system has. Forking a process that has torch loaded is safe on Linux only."""
    return Way.FORK if sys.platform == "linux" else Way.POOL
