"""What the Packs page shows of each pack, and what installing or removing one asks and says. Knows no Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from quizapp.desktop.pages.author.scan import scan
from quizapp.message import Message
from quizapp.packs.model import Exercise, Pack, Question, Text
from quizapp.packs.outline import Outline
from quizapp.packs.problems import PackError
from quizapp.packs.reading import read_outline
from quizapp.study.own_cards import OWN_PACK


class Origin(StrEnum):
    """Where a pack is from."""

    SHIPPED = "shipped"
    INSTALLED = "installed"
    PIP = "pip"


@dataclass(frozen=True)
class PackLine:
    """One pack of the list.

    Attributes:
        size: bytes of its files.
        programs: how many of its items run code; None where that is not known yet.
        trouble: why it can't be read; only `id`, `folder`, `size` and `origin` are known then.
    """

    id: str
    folder: Path
    origin: Origin
    size: int
    title: Text | None = None
    version: str = ""
    authors: tuple[str, ...] = ()
    licence: str | None = None
    lessons: int = 0
    items: int = 0
    programs: int | None = 0
    trouble: Message | None = None

    def name(self, language: str) -> str:
        """Return what the pack is called: its title, or its folder where that can't be read."""
        return self.title.read(language) if self.title is not None else self.id

    @property
    def can_be_removed(self) -> bool:
        """Whether it was installed here."""
        return self.origin is Origin.INSTALLED


def look_at_packs(
    packs: Iterable[Pack], content: Path, installed: Path, outlines: Iterable[Outline] = ()
) -> tuple[PackLine, ...]:
    """Look at every pack but the own cards; slow, it asks the disk how large they are.

    Args:
        packs: those that were read.
        outlines: what all packs say of themselves on the disk now; they may be others than those that were read.
        content: the folder of the packs that ship.
        installed: the folder of those that the learner installed; one that can't be read is in the list too.
    """
    on_disk = {outline.folder: outline for outline in outlines}
    read = {pack.folder: pack for pack in packs if pack.id != OWN_PACK}
    lines = [
        _line(pack, _origin(pack.folder, content, installed), size_of(pack.folder))
        for pack in read.values()
        if not on_disk or (pack.folder in on_disk and on_disk[pack.folder].version == pack.version)
    ]
    others = {folder: on_disk[folder] for folder in on_disk.keys() - {line.folder for line in lines}}
    lines += [_outlined(outline, _origin(folder, content, installed)) for folder, outline in sorted(others.items())]
    order = {folder: number for number, folder in enumerate(on_disk)}
    lines.sort(key=lambda line: order.get(line.folder, 0))
    known = {line.folder for line in lines}
    folders = sorted(file.parent for file in installed.glob("*/pack.toml") if not file.parent.name.startswith("."))
    lines += [_unreadable(folder) for folder in folders if folder not in known]
    return tuple(lines)


def delivered_line(pack: Pack, size: int) -> PackLine:
    """Return the line of a pack that is about to be installed."""
    return _line(pack, Origin.INSTALLED, size)


def _line(pack: Pack, origin: Origin, size: int) -> PackLine:
    items = pack.items()
    return PackLine(
        id=pack.id,
        folder=pack.folder,
        origin=origin,
        size=size,
        title=pack.title,
        version=pack.version,
        authors=pack.authors,
        licence=pack.licence,
        lessons=len(pack.lessons),
        items=len(items),
        programs=sum(isinstance(item, Exercise) or (isinstance(item, Question) and bool(item.code)) for item in items),
    )


def _outlined(outline: Outline, origin: Origin) -> PackLine:
    """Return the line of a pack whose items are not read yet."""
    return PackLine(
        id=outline.id,
        folder=outline.folder,
        origin=origin,
        size=size_of(outline.folder),
        title=outline.title,
        version=outline.version,
        authors=outline.authors,
        licence=outline.licence,
        lessons=len(outline.lessons),
        items=outline.count,
        programs=None,
    )


def _unreadable(folder: Path) -> PackLine:
    size = size_of(folder)
    try:
        outline = read_outline(folder)
    except PackError as error:
        return PackLine(folder.name, folder, Origin.INSTALLED, size, trouble=error.says)
    return PackLine(folder.name, folder, Origin.INSTALLED, size, outline.title, outline.version)


def _origin(folder: Path, content: Path, installed: Path) -> Origin:
    if folder.parent == installed:
        return Origin.INSTALLED
    return Origin.SHIPPED if folder.parent == content else Origin.PIP


def size_of(folder: Path) -> int:
    """Return the bytes of a folder's files."""
    return sum(size for _, size, _ in scan(folder).values())


def titles(items: Sequence[str], pack: Pack | None, language: str, most: int) -> tuple[tuple[str, ...], int]:
    """Return the titles of some items, at most so many, and how many more there are."""
    found = {item.id: item.title.read(language) for item in pack.items()} if pack is not None else {}
    return tuple(found.get(item, item) for item in items[:most]), max(len(items) - most, 0)
