"""The folders that the author opened last, kept in their home. Knows no Qt."""

from pathlib import Path

import msgspec

from quizapp.not_json import NOT_JSON
from quizapp.whole_files import writing

MOST = 6
"""How many are remembered."""


def load_recent(file: Path) -> tuple[Path, ...]:
    """Return the folders, the last one first; a file that can't be read remembers none."""
    try:
        return tuple(Path(name) for name in msgspec.json.decode(file.read_bytes(), type=list[str]))[:MOST]
    except (OSError, *NOT_JSON):
        return ()


def with_folder(folder: Path, recent: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the folders with this one in front."""
    return (folder, *(other for other in recent if other != folder))[:MOST]


def save_recent(file: Path, recent: tuple[Path, ...]) -> None:
    """Write the folders whole or not at all.

    Raises:
        OSError: if they can't be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with writing(file) as written:
        written.write(msgspec.json.encode([str(folder) for folder in recent]))
