"""The folder in which runs may write: one slot per child, each with a few ready-made files and nothing else."""

import contextlib
import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import Final

from quizapp.sandbox.claim import Claim, is_claimed

READY_MADE: Final = ("checkpoint.pt", "model.pt", "out.txt")
"""Files that exist in a slot. A run has no right to make others, which bounds what it can store."""

_PREFIX: Final = "quizapp-run-"
_STALE_SECONDS: Final = 60.0
_NO_LINKS: Final = getattr(os, "O_NOFOLLOW", 0)


class Scratch:
    """Made by the host, wiped by the host; a child sees its own slot only."""

    def __init__(self, slots: int) -> None:
        """Create the folder with `slots` slots.

        Raises:
            OSError: if the temporary folder can't be written.
        """
        _sweep(Path(tempfile.gettempdir()))
        self.folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        self._claim = Claim(self.folder)
        # A host that is root gives its children other users' numbers: they need to pass through here.
        self.folder.chmod(0o711)
        (self.folder / "inductor").mkdir()
        for slot in range(slots):
            self.wipe(slot)

    def wipe(self, slot: int) -> None:
        """Make the slot as new. The folder and its files stay the same ones, because Landlock's rules name them."""
        place = self.folder / str(slot)
        place.mkdir(exist_ok=True)
        for entry in place.iterdir():
            _remove_unless_ready_made(entry)
        for name in READY_MADE:
            file = os.open(place / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _NO_LINKS, 0o600)
            if hasattr(os, "fchmod"):
                os.fchmod(file, 0o666 if _user() == 0 else 0o600)
            os.close(file)

    def drop(self, slot: int) -> None:
        """Delete the slot; what somebody still holds open stays until the whole folder goes."""
        _remove_tree(self.folder / str(slot))

    def remove(self) -> None:
        """Delete the whole folder; what is already gone is no error."""
        _remove_tree(self.folder)
        self._claim.release()


def _user() -> int | None:
    """Return the number of this user, None where users have none."""
    return os.geteuid() if hasattr(os, "geteuid") else None


def _sweep(temporary: Path) -> None:
    """Delete the folders of hosts that were killed before their server could do it."""
    for folder in temporary.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if _is_stale(folder) and not is_claimed(folder):
                _remove_tree(folder)


def _remove_tree(folder: Path) -> None:
    """Delete a folder, also where a run took away the right to do so."""
    shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():
        _allow(folder)
        shutil.rmtree(folder, ignore_errors=True)


def _allow(folder: Path) -> None:
    """Let us write and enter everything in a folder, but follow no link out of it."""
    with contextlib.suppress(OSError):
        folder.chmod(0o700)
        for entry in folder.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                _allow(entry)
            elif not entry.is_symlink():
                entry.chmod(0o600)


def _is_stale(folder: Path) -> bool:
    found = folder.lstat()
    is_ours = _user() in (None, found.st_uid)
    return is_ours and not folder.is_symlink() and time.time() - found.st_mtime > _STALE_SECONDS


def _remove_unless_ready_made(entry: Path) -> None:
    if entry.is_dir() and not entry.is_symlink():
        shutil.rmtree(entry, ignore_errors=True)
    elif entry.name not in READY_MADE or entry.is_symlink() or not entry.is_file():
        entry.unlink(missing_ok=True)
