"""What programs may leave behind on a machine outside of the home: files in shared folders, shared memory, queues.

Other programs run on the machine meanwhile: only what carries the mark counts, or what a user owns that nobody else is.
"""

import contextlib
import ctypes
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

_SHARED_FOLDERS: Final = ("/tmp", "/var/tmp", "/dev/shm", "/dev/mqueue", "/run", "/run/lock", "/")
_IPC_KINDS: Final = ("shm", "sem", "msg")
_REMOVE: Final = 0
_NAMES_OF_OTHER_CORPORA: Final = ("quizapp_probe", "evil", "pwned", "fill_")

_libc = ctypes.CDLL(None, use_errno=True)


class Traces:
    """Looks for traces, and removes them.

    Attributes:
        mark: what the names of everything have in them that our programs make.
        key: of shared memory, semaphores and queues that our programs make.
    """

    def __init__(self, mark: str, users: frozenset[int], packages: Path, app: Path, spared: Path) -> None:
        """Look at what belongs to `users`, who are nobody else, and at what is marked; `spared` is the host's own."""
        self.mark = mark
        self.key = 0x51000000 | (hash(mark) & 0xFFFFFF)
        self._users = users
        self._marked_only = (packages, packages / "torch", app, app / "content", app / "quizapp", app / "tests")
        self._spared = spared

    def files(self) -> tuple[str, ...]:
        """Return the paths of what was left in folders that all may write to, and where nobody should."""
        shared = (Path(name) for name in (*_SHARED_FOLDERS, f"/run/user/{os.getuid()}"))
        found = {entry.path for folder in shared for entry in _entries(folder) if self._counts(entry)}
        found |= {entry.path for folder in self._marked_only for entry in _entries(folder) if self._is_marked(entry)}
        return tuple(sorted(found - {str(self._spared)}))

    def shared_objects(self) -> tuple[tuple[str, int], ...]:
        """Return kind and number of what was left in the tables of System V."""
        tables = {kind: _table(kind) for kind in _IPC_KINDS}
        return tuple((kind, row.number) for kind, rows in tables.items() for row in rows if self._left(row))

    def queue(self) -> bool:
        """Whether a POSIX queue with the mark's name was left."""
        try:
            library = ctypes.CDLL("librt.so.1", use_errno=True)
            opened = library.mq_open(f"/{self.mark}".encode(), os.O_RDONLY)
        except (OSError, AttributeError):
            return False
        if opened >= 0:
            os.close(opened)
        return bool(opened >= 0)

    def remove(self) -> None:
        """Remove all of it, as far as we may."""
        for path in map(Path, self.files()):
            with contextlib.suppress(OSError):
                path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
        for kind, number in self.shared_objects():
            if kind == "sem":
                _libc.semctl(number, 0, _REMOVE)
            else:
                (_libc.shmctl if kind == "shm" else _libc.msgctl)(number, _REMOVE, None)
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL("librt.so.1").mq_unlink(f"/{self.mark}".encode())

    def _counts(self, entry: "os.DirEntry[str]") -> bool:
        if self._is_marked(entry):
            return True
        try:
            return entry.stat(follow_symlinks=False).st_uid in self._users
        except OSError:
            return False

    def _is_marked(self, entry: "os.DirEntry[str]") -> bool:
        return self.mark in entry.name or entry.name.startswith(_NAMES_OF_OTHER_CORPORA)

    def _left(self, row: "_Row") -> bool:
        return row.key == self.key or row.owner in self._users


def _entries(folder: Path) -> "Iterator[os.DirEntry[str]]":
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        yield from entries


class _Row(NamedTuple):
    """An object in a table of System V."""

    number: int
    key: int
    owner: int


def _table(kind: str) -> Iterator[_Row]:
    """Yield the objects of a kind."""
    try:
        head, *rows = Path(f"/proc/sysvipc/{kind}").read_text(encoding="ascii").splitlines()
    except (OSError, ValueError):
        return
    names = head.split()
    owner = names.index("cuid")
    for row in rows:
        values = row.split()
        yield _Row(int(values[1]), int(values[0]) & 0xFFFFFFFF, int(values[owner]))
