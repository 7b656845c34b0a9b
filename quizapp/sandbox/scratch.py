"""The folder in which runs may write: one slot per child, each with a few ready-made files and nothing else."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Final

READY_MADE: Final = ("checkpoint.pt", "model.pt", "out.txt")
"""Files that exist in a slot. A run has no right to make others, which bounds what it can store."""


class Scratch:
    """Made by the host, wiped by the host; a child sees its own slot only."""

    def __init__(self, slots: int) -> None:
        """Create the folder with `slots` slots.

        Raises:
            OSError: if the temporary folder can't be written.
        """
        self.folder = Path(tempfile.mkdtemp(prefix="quizapp-run-"))
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


def _remove_unless_ready_made(entry: Path) -> None:
    if entry.is_dir() and not entry.is_symlink():
        shutil.rmtree(entry, ignore_errors=True)
    elif entry.name not in READY_MADE or entry.is_symlink() or not entry.is_file():
        entry.unlink(missing_ok=True)
