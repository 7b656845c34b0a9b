"""How root starts a program as an ordinary user, also where the interpreter lies in a folder that only root may enter.

The user is a number that nobody has: all that it leaves is ours, and the kernel counts its processes apart. Folders on
the way to the interpreter, its packages or the app that others may not enter are covered, in a mount namespace of the
new process alone, by an empty one that holds what is needed in its old place and nothing else.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import quizapp

_FIRST_USER: Final = 1_870_000_000
_NOBODY: Final = 65_534
_TRIAL: Final = "import msgspec, psutil, quizapp, tests.hostile.corpus"
# $1: folder to cover; then, up to "--", what is to be seen below it; then the command. Bound elsewhere first, since
# covering the folder hides it.
_COVER: Final = """
set -e
cover=$1; shift
stash=$(mktemp -d); count=0
mount -t tmpfs -o mode=0700 stash "$stash"
for place; do
    if [ "$place" = -- ]; then break; fi
    count=$((count + 1)); mkdir "$stash/$count"; mount --rbind "$place" "$stash/$count"
done
mount -t tmpfs -o mode=0755 cover "$cover"
count=0
while [ "$1" != -- ]; do
    count=$((count + 1)); mkdir -p "$1"; mount --rbind "$stash/$count" "$1"; shift
done
shift
umount -l "$stash"; rmdir "$stash"
exec "$@"
"""


class NoOrdinaryUser(Exception):
    """Programs can't be started as an ordinary user here; the text says why."""


@dataclass(frozen=True)
class OrdinaryUser:
    """A user that nobody is.

    Attributes:
        command: what goes before a command to start it as that user.
        folder: its own, to write in.
    """

    number: int
    command: tuple[str, ...]
    folder: Path


@contextmanager
def ordinary_user() -> Iterator[OrdinaryUser]:
    """Become able to start programs as an ordinary user; its folder is deleted in the end.

    Raises:
        NoOrdinaryUser: if this process isn't root, or may not do what it takes.
    """
    if os.geteuid() != 0:
        raise NoOrdinaryUser("only root can become somebody else")
    for program in ("setpriv", "unshare", "mount"):
        if shutil.which(program) is None:
            raise NoOrdinaryUser(f"{program} is not installed")
    folder = Path(tempfile.mkdtemp(prefix="quizapp-ordinary-", dir="/tmp"))
    try:
        user = _find(folder)
        os.chown(folder, user.number, user.number)
        yield user
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def same_user() -> Iterator[OrdinaryUser]:
    """Start programs as the user that we are, with a folder of their own as well."""
    with tempfile.TemporaryDirectory(prefix="quizapp-station-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        # Children of root are other users: they need to pass through here.
        folder.chmod(0o711)
        yield OrdinaryUser(os.getuid(), (), folder)


def _find(folder: Path) -> OrdinaryUser:
    """Return a user for whom the interpreter and the packages work."""
    why = ""
    for number in (_FIRST_USER + os.getpid(), _NOBODY):
        become = ("setpriv", f"--reuid={number}", f"--regid={number}", "--clear-groups", "--inh-caps=-all")
        user = OrdinaryUser(number, (*_uncovering(_needed()), *become), folder)
        command = [*user.command, sys.executable, "-B", "-c", _TRIAL]
        tried = subprocess.run(command, capture_output=True, text=True, check=False, cwd=_app(), env=environment(user))
        if tried.returncode == 0:
            return user
        why = (tried.stderr.strip().splitlines() or [f"ended with {tried.returncode}"])[-1]
    raise NoOrdinaryUser(f"an ordinary user can't run Python here: {why}")


def environment(user: OrdinaryUser) -> dict[str, str]:
    """Return everything that the user's programs find in their environment."""
    folder = str(user.folder)
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": folder, "TMPDIR": folder}


def _needed() -> tuple[Path, ...]:
    """Return what an ordinary user must be able to enter."""
    packages = Path(sysconfig.get_path("purelib"))
    return tuple(
        dict.fromkeys(place.resolve() for place in (Path(sys.base_prefix), Path(sys.prefix), packages, _app()))
    )


def _app() -> Path:
    return Path(quizapp.__file__).resolve().parents[1]


def _uncovering(needed: tuple[Path, ...]) -> tuple[str, ...]:
    """Return the command that covers the closed folders on the way to what is needed; empty if there are none."""
    closed: dict[Path, list[Path]] = {}
    for place in needed:
        way = [folder for folder in reversed(place.parents) if not folder.stat().st_mode & 0o001]
        if way:
            closed.setdefault(way[0], []).append(place)
    if not closed:
        return ()
    covers = [
        part
        for folder, places in closed.items()
        for part in ("sh", "-c", _COVER, "cover", str(folder), *map(str, places), "--")
    ]
    return ("unshare", "--mount", "--propagation", "private", *covers)
