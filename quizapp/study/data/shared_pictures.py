"""The pictures of own cards in the shared folder: named by their content, so that whoever lacks one copies it."""

import re
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final

from quizapp.study.anki.pictures import LARGEST, SHOWN
from quizapp.study.data.errors import cannot_write
from quizapp.whole_files import writing

FOLDER: Final = "quizapp-pictures"
"""Within the shared folder."""

_NAME: Final = re.compile(r"([0-9a-f]{24})(\.[a-z]+)")


def exchange_pictures(shared: Path, pictures: Path) -> None:
    """Copy the pictures that either folder lacks from the other; a file whose name is not its content's is passed over.

    Args:
        shared: the folder that devices share.
        pictures: the home's.

    Raises:
        DataError: if one of the folders can't be written.
    """
    ours, theirs = _names_in(pictures), _names_in(shared / FOLDER)
    for name in sorted(ours - theirs):
        _copy(pictures / name, shared / FOLDER / name)
    for name in sorted(theirs - ours):
        _copy(shared / FOLDER / name, pictures / name)


def _names_in(folder: Path) -> set[str]:
    with suppress(OSError):
        return {path.name for path in folder.iterdir() if _is_picture_name(path.name)}
    return set()


def _is_picture_name(name: str) -> bool:
    match = _NAME.fullmatch(name)
    return match is not None and match[2] in SHOWN


def _copy(source: Path, target: Path) -> None:
    content = _content(source)
    if content is None:
        return
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with writing(target) as file:
            file.write(content)
    except OSError as error:
        raise cannot_write(target, error) from error


def _content(path: Path) -> bytes | None:
    """Return what is in a picture; None if it is not all there yet, or not what it is called."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError:
        return None
    digest = blake2b(content, digest_size=12).hexdigest()
    return content if len(content) <= LARGEST and path.name.startswith(digest) else None
