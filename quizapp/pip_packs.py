"""Packs that pip installed: packages that name themselves in the entry point group `quizapp.packs`.

    [project.entry-points."quizapp.packs"]
    my-pack = "my_pack"

The value is a package, or one inside it (`my_pack.content`), whose folder holds pack.toml. Nothing of it is imported:
a pack is data, and its folder is all that is asked for.
"""

import importlib.util
from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Final

from quizapp.message import Message, message

GROUP: Final = "quizapp.packs"


def pip_pack_folders() -> tuple[dict[str, Path], tuple[Message, ...]]:
    """Return the folders of the packs that pip installed, by the entry points' names, and what is wrong with others."""
    folders: dict[str, Path] = {}
    problems: list[Message] = []
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
        folder = next((found for found in _folders_of(entry) if (found / "pack.toml").is_file()), None)
        if folder is not None:
            folders.setdefault(entry.name, folder)
            continue
        problems.append(
            message(
                "The installed package {package} names {value} as a pack, and no pack.toml is there;"
                " install it again or ask its author.",
                package=entry.dist.name if entry.dist is not None else entry.name,
                value=entry.value,
            )
        )
    return folders, tuple(problems)


def _folders_of(entry: EntryPoint) -> Iterator[Path]:
    """Yield the folders that the package may have; the parts of its name below the first are folders by that name."""
    top, *below = entry.value.partition(":")[0].strip().split(".")
    try:
        spec = importlib.util.find_spec(top) if top else None
    except (ImportError, ValueError):
        return
    for place in (spec.submodule_search_locations if spec is not None else None) or ():
        yield Path(place, *below)
