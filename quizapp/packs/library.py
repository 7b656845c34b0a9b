"""The packs that a reader has: those that ship, those that they installed, those that pip installed."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from quizapp.message import message
from quizapp.packs.model import Item, ItemId, Pack
from quizapp.packs.outline import Outline
from quizapp.packs.reading import PackError, read_outline, read_pack
from quizapp.packs.texts import unheard

_Pack = TypeVar("_Pack", Pack, Outline)

EXAMPLE = "example"
"""The folder, beside the packs that ship, of the one that shows authors every feature; learners don't get it."""


class Library(Struct, frozen=True):
    """Packs as read, in the order of their folders, and everything that could not be read."""

    packs: tuple[Pack, ...]
    problems: tuple[PackError, ...] = ()

    def find(self, item_id: ItemId) -> Item | None:
        """Return the item with this id, or None."""
        return next((item for pack in self.packs if (item := pack.find(item_id)) is not None), None)


class Catalogue(Struct, frozen=True):
    """What the packs say of themselves, in the order of their folders, and which of them can't be used."""

    outlines: tuple[Outline, ...]
    problems: tuple[PackError, ...] = ()

    @property
    def count(self) -> int:
        """How many items the packs list."""
        return sum(outline.count for outline in self.outlines)


def read_library(*folders: Path) -> Library:
    """Read every pack in the folders; a pack that can't be used at all is a problem like any other."""
    return read_packs(path for folder in folders for path in shipped_folders(folder))


def shipped_folders(content: Path) -> tuple[Path, ...]:
    """Return the folders of the packs that ship for learners, by name."""
    return tuple(sorted(path.parent for path in content.glob("*/pack.toml") if path.parent.name != EXAMPLE))


def read_packs(folders: Iterable[Path], on_item: Callable[[], None] = unheard) -> Library:
    """Read the packs in these folders. Of two with one id the first counts, the other is a problem.

    Args:
        folders: of the packs' pack.toml.
        on_item: called after each item that was looked at; what it raises ends the reading.
    """
    packs: dict[str, Pack] = {}
    problems: list[PackError] = []
    for folder in folders:
        try:
            reading = read_pack(folder, on_item)
            _add(reading.pack, packs)
        except PackError as error:
            problems.append(_of_pack(folder, error))
        else:
            problems.extend(_of_pack(folder, error) for error in reading.problems)
    return Library(tuple(packs.values()), tuple(problems))


def read_catalogue(folders: Iterable[Path]) -> Catalogue:
    """Read what the packs in these folders say of themselves; of two with one id the first counts here too."""
    outlines: dict[str, Outline] = {}
    problems: list[PackError] = []
    for folder in folders:
        try:
            _add(read_outline(folder), outlines)
        except PackError as error:
            problems.append(_of_pack(folder, error))
    return Catalogue(tuple(outlines.values()), tuple(problems))


def _add(pack: _Pack, by_id: dict[str, _Pack]) -> None:
    """Add a pack to those that there are.

    Raises:
        PackError: if there is one with its id.
    """
    other = by_id.setdefault(pack.id, pack)
    if other is not pack:
        says = message(
            "the pack {pack} is there twice; the one in {folder} is used, remove one of them",
            pack=other.id,
            folder=str(other.folder),
        )
        raise PackError(Path("pack.toml"), says, key="id")


def _of_pack(folder: Path, error: PackError) -> PackError:
    """Return the error with the pack's folder before its file: there may be several packs."""
    return PackError(folder.name / error.path, error.says, line=error.line, key=error.key)
