"""The packs that a reader has: every folder with a `pack.toml` under the given ones."""

from pathlib import Path

from msgspec import Struct

from quizapp.packs.model import Item, ItemId, Pack
from quizapp.packs.reading import PackError, read_pack


class Library(Struct, frozen=True):
    """Packs as read, in order of their folders' names, and everything that could not be read."""

    packs: tuple[Pack, ...]
    problems: tuple[PackError, ...] = ()

    def find(self, item_id: ItemId) -> Item | None:
        """Return the item with this id, or None."""
        return next((item for pack in self.packs if (item := pack.find(item_id)) is not None), None)


def read_library(*folders: Path) -> Library:
    """Read every pack in the folders; a pack that can't be used at all is a problem like any other."""
    packs: list[Pack] = []
    problems: list[PackError] = []
    for pack_file in sorted(path for folder in folders for path in folder.glob("*/pack.toml")):
        try:
            reading = read_pack(pack_file.parent)
        except PackError as error:
            problems.append(error)
            continue
        packs.append(reading.pack)
        problems.extend(reading.problems)
    return Library(tuple(packs), tuple(problems))
