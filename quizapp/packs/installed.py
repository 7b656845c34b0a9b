"""The packs that a learner has installed: a folder of folders, each put there whole or not at all.

packs/ID/            a pack
packs/.new-…/        one that is still being looked at
packs/.old-ID/       the version before, while the new one takes its place
packs/.gone-…/       one that is being removed
"""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final
from uuid import uuid4

from msgspec import Struct

from quizapp.message import Message, SaysError, message
from quizapp.packs.archive_making import copy_members
from quizapp.packs.archive_names import name_fault
from quizapp.packs.archives import PackArchive
from quizapp.packs.model import Pack
from quizapp.packs.pack_changes import PackChanges, changes_between, is_older
from quizapp.packs.problems import PackError, printable
from quizapp.packs.reading import PackReading, read_pack
from quizapp.whole_files import flush_folder, flush_tree

_NEW: Final = ".new-"
_OLD: Final = ".old-"
_GONE: Final = ".gone-"
_STALE_SECONDS: Final = 24 * 3600.0


class InstallError(SaysError):
    """A pack can't be installed or removed; what was installed is as it was."""


class Delivery(Struct, frozen=True, kw_only=True):
    """A pack that was unpacked and read, and waits for being put in its place or sent back.

    Attributes:
        folder: where it waits.
        reading: the pack, and what is wrong with it: that would be left out.
        size: bytes of its files.
        before: the version that is installed, None if there is none or it can't be read.
        changes: what is new, changed and gone since then.
        doubts: what to ask before it is put in place: that it is older, or somebody else's.
    """

    folder: Path
    reading: PackReading
    size: int
    before: Pack | None
    changes: PackChanges
    doubts: tuple[Message, ...]

    @property
    def pack(self) -> Pack:
        """The pack as it waits; its place will be another one."""
        return self.reading.pack


class InstalledPacks:
    """The folder of installed packs: takes packs in, keeps the version before until the new one is in place."""

    def __init__(self, folder: Path, *, shipped: frozenset[str] = frozenset(), by_pip: frozenset[str] = frozenset()):
        """Touch nothing yet.

        Args:
            folder: where the packs lie; made when the first one is installed.
            shipped: ids of the packs that ship with the program.
            by_pip: ids of the packs that pip installed.
        """
        self.folder = folder
        self._shipped = shipped
        self._by_pip = by_pip

    def folders(self) -> tuple[Path, ...]:
        """Return the folders of the packs, by id; one that an update left without its place is put back first."""
        self._put_back()
        found = self.folder.iterdir() if self.folder.is_dir() else ()
        return tuple(sorted(path for path in found if path.is_dir() and not path.name.startswith(".")))

    def receive(self, source: Path) -> Delivery:
        """Unpack and read the pack in a file or folder, beside the installed ones; nothing of these changes.

        Raises:
            PackError: if the file or folder is refused, or there is no usable pack in it.
            InstallError: if the id is taken by a pack that is not installed here, or nothing can be written.
        """
        with _telling(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            self._sweep()
            waiting = self.folder / f"{_NEW}{uuid4().hex[:12]}"
            waiting.mkdir()
            try:
                size = _fill(waiting, source)
                return self._looked_at(waiting, size)
            except BaseException:
                shutil.rmtree(waiting, ignore_errors=True)
                raise

    def put_in_place(self, delivery: Delivery) -> Path:
        """Let a delivery take its place, whole, and return the folder; what was there before is gone only then.

        A loss of power leaves the one or the other, never half a pack.

        Raises:
            InstallError: if that can't be done; the version before is in its place then.
        """
        place = self.folder / delivery.pack.id
        old = self.folder / f"{_OLD}{delivery.pack.id}"
        with _telling(place):
            flush_tree(delivery.folder)
            shutil.rmtree(old, ignore_errors=True)
            if place.exists():
                place.rename(old)
            try:
                delivery.folder.rename(place)
            except OSError:
                self._put_back()
                raise
            flush_folder(self.folder)
        shutil.rmtree(old, ignore_errors=True)
        return place

    def send_back(self, delivery: Delivery) -> None:
        """Throw a delivery away."""
        shutil.rmtree(delivery.folder, ignore_errors=True)

    def remove(self, pack_id: str) -> None:
        """Remove an installed pack. What the learner did with it stays in the journal.

        Raises:
            InstallError: if it is not installed here, or can't be removed.
        """
        if pack_id in self._shipped:
            raise InstallError(message("The pack {pack} ships with quizapp; it can't be removed.", pack=pack_id))
        place = self.folder / pack_id
        if name_fault(pack_id) or "/" in pack_id or pack_id.startswith(".") or not place.is_dir():
            raise InstallError(self._not_here(pack_id))
        gone = self.folder / f"{_GONE}{uuid4().hex[:12]}"
        with _telling(place):
            place.rename(gone)
        shutil.rmtree(gone, ignore_errors=True)

    def _not_here(self, pack_id: str) -> Message:
        if pack_id in self._by_pip:
            return message("The pack {pack} was installed with pip; remove it with pip.", pack=pack_id)
        return message(
            "No pack {pack} is installed; `quizapp pack list` says which packs there are.", pack=printable(pack_id)
        )

    def _looked_at(self, waiting: Path, size: int) -> Delivery:
        reading = read_pack(waiting)
        pack = reading.pack
        self._refuse_taken(pack)
        before = self._read_before(pack.id)
        return Delivery(
            folder=waiting,
            reading=reading,
            size=size,
            before=before,
            changes=changes_between(before, pack),
            doubts=() if before is None else tuple(_doubts(before, pack)),
        )

    def _refuse_taken(self, pack: Pack) -> None:
        if pack.id in self._shipped:
            raise InstallError(
                message(
                    "The pack {pack} ships with quizapp and is updated with it; give yours another id.", pack=pack.id
                )
            )
        if pack.id in self._by_pip:
            raise InstallError(
                message("The pack {pack} was installed with pip; update it with pip, or remove it first.", pack=pack.id)
            )
        if name_fault(pack.id):
            raise InstallError(
                message('A pack can\'t have the id "{pack}", which Windows keeps for itself.', pack=pack.id)
            )

    def _read_before(self, pack_id: str) -> Pack | None:
        try:
            return read_pack(self.folder / pack_id).pack
        except PackError:
            return None

    def _put_back(self) -> None:
        """Give each pack its place back whose update ended half-way."""
        for old in self.folder.glob(f"{_OLD}*"):
            place = self.folder / old.name.removeprefix(_OLD)
            # It is there again at the next start if something else is in the way now.
            with suppress(OSError):
                if not place.exists():
                    old.rename(place)

    def _sweep(self) -> None:
        """Delete what programs that were killed left here."""
        for prefix in (_NEW, _GONE):
            for folder in self.folder.glob(f"{prefix}*"):
                if time.time() - folder.stat().st_mtime > _STALE_SECONDS:
                    shutil.rmtree(folder, ignore_errors=True)


def _fill(waiting: Path, source: Path) -> int:
    if source.is_dir():
        # Read first: what is no pack needn't be copied, however much of it there is.
        read_pack(source)
        return copy_members(source, waiting)
    with PackArchive(source) as archive:
        archive.unpack(waiting)
        return archive.unpacked_bytes


def _doubts(before: Pack, after: Pack) -> Iterator[Message]:
    if is_older(after.version, before.version):
        yield message(
            "This is version {version} of {pack}, older than {installed}, which is installed.",
            version=after.version,
            pack=after.id,
            installed=before.version,
        )
    if before.authors and not set(before.authors) & set(after.authors):
        yield message(
            "The installed pack {pack} is by {authors}, this one by {others}: perhaps it is another pack.",
            pack=after.id,
            authors=", ".join(before.authors),
            others=", ".join(after.authors) or "?",
        )


@contextmanager
def _telling(place: Path) -> Iterator[None]:
    """Turn what the file system says into a sentence."""
    try:
        yield
    except OSError as error:
        says = message(
            "{path} can't be used: {reason}. What was installed is as it was.",
            path=str(error.filename or place),
            reason=error.strerror or str(error),
        )
        raise InstallError(says) from error
