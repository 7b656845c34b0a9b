"""The levels of confinement that are tried: what a machine may lack, left out on purpose."""

from enum import StrEnum
from typing import Final

from quizapp.sandbox.layers import REMOVABLE, LayerName


class Level(StrEnum):
    """How much holds a program."""

    USUAL = "usual"  # all that this machine has
    BUBBLEWRAP = "bubblewrap"
    NAMESPACES = "namespaces"
    BASE = "base"
    LANDLOCK = "landlock"  # alone
    SECCOMP = "seccomp"  # alone
    CONTROL = "control"  # limits only


_IN_FORCE: Final[dict[Level, frozenset[LayerName]]] = {
    Level.USUAL: frozenset(REMOVABLE),
    Level.BUBBLEWRAP: frozenset(REMOVABLE),
    Level.NAMESPACES: frozenset({LayerName.NAMESPACES, LayerName.LANDLOCK, LayerName.SECCOMP}),
    Level.BASE: frozenset({LayerName.LANDLOCK, LayerName.SECCOMP}),
    Level.LANDLOCK: frozenset({LayerName.LANDLOCK}),
    Level.SECCOMP: frozenset({LayerName.SECCOMP}),
    Level.CONTROL: frozenset(),
}
HOLDING: Final = (Level.USUAL, Level.BUBBLEWRAP, Level.NAMESPACES, Level.BASE)
"""The levels on which every program must be held."""


def left_out(level: Level) -> frozenset[LayerName]:
    """Return the layers that a sandbox of this level goes without."""
    return frozenset(REMOVABLE) - _IN_FORCE[level]


def missing(level: Level, layers: dict[str, str]) -> str:
    """Return why this machine doesn't have a level, "" if it does.

    Args:
        level: the one in question.
        layers: what a running sandbox of that level says of its layers.
    """
    if level is Level.USUAL:
        return ""
    needed = _IN_FORCE[level] - ({LayerName.NAMESPACES} if level is Level.BUBBLEWRAP else frozenset())
    lacking = [f"{layer}: {layers.get(layer, 'unknown')}" for layer in sorted(needed) if layers.get(layer, "unknown")]
    return "; ".join(lacking)
