"""Landlock: which files, which TCP ports, whose signals. Rules are made once, ahead; a child only puts them in force.

Through landlockpy: making a rule set for one slot costs some ms there, but that is not in a child's way.
"""

from pathlib import Path
from typing import Final

import landlockpy
from landlockpy import AccessFS, AccessNet, Ruleset, Scope

from quizapp.sandbox.scratch import READY_MADE

_READ: Final = AccessFS.READ_FILE | AccessFS.READ_DIR
_READ_AND_WRITE: Final = AccessFS.READ_FILE | AccessFS.WRITE_FILE | AccessFS.TRUNCATE
_EVERYTHING: Final = AccessFS(2 * AccessFS.RESOLVE_UNIX - 1)
_ALL_NET: Final = AccessNet.BIND_TCP | AccessNet.CONNECT_TCP | AccessNet.BIND_UDP | AccessNet.CONNECT_SEND_UDP


def landlock_gap() -> str:
    """Return what this kernel's Landlock lacks, "" if nothing that we use."""
    version = landlockpy.abi_version()
    if version == 0:
        return "this kernel has no Landlock"
    if version < 4:
        return f"Landlock version {version} does not cover the network"
    return "" if version >= 6 else f"Landlock version {version} does not cover signals"


def rules_for_child(readable: tuple[Path, ...], slot: Path) -> Ruleset:
    """Make the rules for one slot: read what is named, read and write the slot's ready-made files, nothing else.

    Raises:
        OSError: if the kernel has no Landlock.
    """
    rules = _rules(readable)
    rules.allow_path(slot, _READ)
    for name in READY_MADE:
        rules.allow_path(slot / name, _READ_AND_WRITE)
    return rules


def rules_for_server(readable: tuple[Path, ...], scratch: Path) -> Ruleset:
    """Make the rules for the fork server, which its children are under as well: the scratch folder is its to write."""
    rules = _rules(readable)
    rules.allow_path(scratch, _READ | _READ_AND_WRITE | AccessFS.REMOVE_FILE | AccessFS.REMOVE_DIR)
    # Removing a folder takes a right on the one above it: a server whose host was killed tidies up.
    rules.allow_path(scratch.parent, AccessFS.REMOVE_DIR)
    return rules


def _rules(readable: tuple[Path, ...]) -> Ruleset:
    scoped = Scope.ABSTRACT_UNIX_SOCKET | Scope.SIGNAL
    rules = Ruleset(handled_fs=_EVERYTHING, handled_net=_ALL_NET, scoped=scoped)
    for path in readable:
        rules.allow_path(path, _READ if path.is_dir() else AccessFS.READ_FILE)
    rules.allow_path("/dev/null", AccessFS.READ_FILE | AccessFS.WRITE_FILE)
    return rules


class LandlockLayer:
    """The rules of one fork server and its slots, ready to be put in force.

    Attributes:
        gap: what this kernel's Landlock lacks, "" if nothing.
    """

    def __init__(self, readable: tuple[Path, ...], scratch: Path, slots: int) -> None:
        """Make the rules.

        Raises:
            OSError: if the kernel has no Landlock.
        """
        self.gap = landlock_gap()
        self._server = rules_for_server(readable, scratch)
        self._children = [rules_for_child(readable, scratch / str(slot)) for slot in range(slots)]

    def confine_server(self) -> None:
        """Put the server's rules in force."""
        self._server.restrict()

    def confine_child(self, slot: int) -> None:
        """Put a slot's rules in force; in the child."""
        self._children[slot].restrict()
