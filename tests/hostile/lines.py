"""What a station is ordered to do, and what it says: one line of JSON for everything that happens."""

from typing import TypeAlias

from msgspec import Struct

from tests.hostile.corpus import HostileProgram
from tests.hostile.levels import Level


class Order(Struct, frozen=True):
    """What to try. `alone`: this process's user is nobody else's."""

    level: Level
    programs: tuple[HostileProgram, ...]
    alone: bool = False


class Ready(Struct, frozen=True, tag="ready"):
    """It begins. `enclosed`: programs have a file system of their own."""

    enclosed: bool


class Begun(Struct, frozen=True, tag="begun"):
    """A program is being tried."""

    name: str


class Tried(Struct, frozen=True, kw_only=True, tag="tried"):
    """What came of a program; it was contained if there are no reasons why not."""

    name: str
    ending: str = ""
    reasons: tuple[str, ...] = ()
    seconds: float = 0.0
    said: str = ""

    @property
    def contained(self) -> bool:
        """Whether nothing got out and the run ended as it must."""
        return not self.reasons


class Unavailable(Struct, frozen=True, tag="unavailable"):
    """The machine has no such level."""

    reason: str


class Failed(Struct, frozen=True, tag="failed"):
    """The sandbox doesn't work."""

    reason: str


Line: TypeAlias = Ready | Begun | Tried | Unavailable | Failed
