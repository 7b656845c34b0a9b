"""Whether the installed packs are others than those that the app knows: a command may have installed one meanwhile."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from quizapp.packs.model import Pack
from quizapp.packs.problems import PackError
from quizapp.packs.reading import read_pack

if TYPE_CHECKING:
    from quizapp.packs.library import Library

Stamp: TypeAlias = tuple[int, int, int]
"""Which folder it is, when it came to its place, and when its pack.toml was written (ns)."""

Stamps: TypeAlias = dict[Path, Stamp]
"""Of folders whose packs were compared with those that the app knows."""


@dataclass(frozen=True)
class News:
    """What was found: the installed packs as they are now, and all packs if one of them is another than was known."""

    stamps: Stamps
    library: "Library | None" = None


def find_news(
    folders: Iterable[Path], shelved: Iterable[Pack], known: Mapping[Path, Stamp], read_again: "Callable[[], Library]"
) -> News:
    """Compare installed packs with those that the app knows; slow where a folder is not known yet.

    Args:
        folders: of the installed packs.
        shelved: the installed packs that the app knows.
        known: folders that were compared before, as they were then.
        read_again: reads all packs.
    """
    stamps = {folder: stamp for folder in folders if (stamp := _stamp(folder)) is not None}
    by_folder = {pack.folder: pack for pack in shelved}
    doubtful = [folder for folder, stamp in stamps.items() if known.get(folder) != stamp]
    is_same = by_folder.keys() <= stamps.keys() and all(_read(each) == by_folder.get(each) for each in doubtful)
    return News(stamps, None if is_same else read_again())


def _read(folder: Path) -> Pack | None:
    try:
        return read_pack(folder).pack
    except PackError:
        return None


def _stamp(folder: Path) -> Stamp | None:
    try:
        itself, toml = folder.stat(), (folder / "pack.toml").stat()
    except OSError:
        return None
    return itself.st_ino, itself.st_ctime_ns, toml.st_mtime_ns
