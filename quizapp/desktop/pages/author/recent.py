"""What the Author page remembers in the author's home: the folders opened last, and how wide the tree is.

Knows no Qt.
"""

from pathlib import Path

import msgspec
from msgspec import Struct

from quizapp.not_json import NOT_JSON
from quizapp.whole_files import writing

MOST = 6
"""How many folders are remembered."""

TREE_WIDTH = 340
"""Logical pixels of the tree, at first."""


class Recent(Struct, frozen=True):
    """What is remembered; the folder that was opened last is the first."""

    folders: tuple[Path, ...] = ()
    tree_width: int = TREE_WIDTH


class _Kept(Struct, frozen=True):
    """The file."""

    folders: list[str] = []
    tree_width: int = TREE_WIDTH


def load_recent(file: Path) -> Recent:
    """Return what is remembered; nothing of a file that can't be read. Once there was a list of folders only."""
    try:
        read = msgspec.json.decode(file.read_bytes(), type=_Kept | list[str])
    except (OSError, *NOT_JSON):
        return Recent()
    kept = read if isinstance(read, _Kept) else _Kept(read)
    return Recent(tuple(map(Path, kept.folders))[:MOST], kept.tree_width)


def with_folder(folder: Path, recent: Recent) -> Recent:
    """Return what is remembered with this folder in front."""
    folders = (folder, *(other for other in recent.folders if other != folder))
    return msgspec.structs.replace(recent, folders=folders[:MOST])


def save_recent(file: Path, recent: Recent) -> None:
    """Write it whole or not at all.

    Raises:
        OSError: if it can't be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with writing(file) as written:
        written.write(msgspec.json.encode(_Kept([str(folder) for folder in recent.folders], recent.tree_width)))
