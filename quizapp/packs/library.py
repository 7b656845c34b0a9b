"""The packs that a reader has: those that ship, those that they installed, those that pip installed."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from quizapp.message import message
from quizapp.packs.model import Item, ItemId, Pack
from quizapp.packs.reading import PackError, PackReading, read_pack

EXAMPLE = "example"
"""The folder, beside the packs that ship, of the one that shows authors every feature; learners don't get it."""


class Library(Struct, frozen=True):
    """Packs as read, in the order of their folders, and everything that could not be read."""

    packs: tuple[Pack, ...]
    problems: tuple[PackError, ...] = ()

    def find(self, item_id: ItemId) -> Item | None:
        """Return the item with this id, or None."""
        return next((item for pack in self.packs if (item := pack.find(item_id)) is not None), None)


def read_library(*folders: Path) -> Library:
    """Read every pack in the folders; a pack that can't be used at all is a problem like any other."""
    return read_packs(path for folder in folders for path in shipped_folders(folder))


def shipped_folders(content: Path) -> tuple[Path, ...]:
    """Return the folders of the packs that ship for learners, by name."""
    return tuple(sorted(path.parent for path in content.glob("*/pack.toml") if path.parent.name != EXAMPLE))


def read_packs(folders: Iterable[Path]) -> Library:
    """Read the packs in these folders. Of two with one id the first counts, the other is a problem."""
    readings: dict[str, PackReading] = {}
    problems: list[PackError] = []
    for folder in folders:
        try:
            reading = read_pack(folder)
        except PackError as error:
            problems.append(_of_pack(folder, error))
            continue
        if (other := readings.get(reading.pack.id)) is not None:
            problems.append(_of_pack(folder, _twice(other.pack)))
            continue
        readings[reading.pack.id] = reading
        problems.extend(_of_pack(folder, error) for error in reading.problems)
    return Library(tuple(reading.pack for reading in readings.values()), tuple(problems))


def _twice(other: Pack) -> PackError:
    says = message(
        "the pack {pack} is there twice; the one in {folder} is used, remove one of them",
        pack=other.id,
        folder=str(other.folder),
    )
    return PackError(Path("pack.toml"), says, key="id")


def _of_pack(folder: Path, error: PackError) -> PackError:
    """Return the error with the pack's folder before its file: there may be several packs."""
    return PackError(folder.name / error.path, error.says, line=error.line, key=error.key)
