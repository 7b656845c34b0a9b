"""The folder in which runs may write: one slot per child, each with a few ready-made files and nothing else."""

import contextlib
import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import Final

READY_MADE: Final = ("checkpoint.pt", "model.pt", "out.txt")
"""Files that exist in a slot. A run has no right to make others, which bounds what it can store."""

_PREFIX: Final = "quizapp-run-"
_STALE_SECONDS: Final = 60.0


class Scratch:
    """Made by the host, wiped by the host; a child sees its own slot only."""

    def __init__(self, slots: int) -> None:
        """Create the folder with `slots` slots.

        Raises:
            OSError: if the temporary folder can't be written.
        """
        _sweep(Path(tempfile.gettempdir()))
        self.folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        # Held as long as we live: whoever gets it knows that the folder was left behind.
        self._lock = os.open(self.folder, os.O_RDONLY)
        _try_lock(self._lock)
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
            file = os.open(place / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
            os.fchmod(file, 0o666 if os.geteuid() == 0 else 0o600)
            os.close(file)

    def remove(self) -> None:
        """Delete the whole folder; what is already gone is no error."""
        shutil.rmtree(self.folder, ignore_errors=True)
        os.close(self._lock)


def _sweep(temporary: Path) -> None:
    """Delete the folders of hosts that were killed before their server could do it."""
    for folder in temporary.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if folder.stat().st_uid == os.geteuid() and time.time() - folder.stat().st_mtime > _STALE_SECONDS:
                _remove_unless_held(folder)


def _remove_unless_held(folder: Path) -> None:
    lock = os.open(folder, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        if _try_lock(lock):
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        os.close(lock)


def _try_lock(folder: int) -> bool:
    """Take the lock of a folder, given as a descriptor; False if somebody holds it."""
    import fcntl

    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _remove_unless_ready_made(entry: Path) -> None:
    if entry.is_dir() and not entry.is_symlink():
        shutil.rmtree(entry, ignore_errors=True)
    elif entry.name not in READY_MADE or entry.is_symlink() or not entry.is_file():
        entry.unlink(missing_ok=True)
