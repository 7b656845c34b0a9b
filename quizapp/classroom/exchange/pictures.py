"""Pictures of a pack's texts as data, to be put where the texts go."""

import mimetypes
from base64 import b64encode
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from msgspec import Struct

LARGEST: Final = 20 << 20
_KNOWN: Final = ("image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml")


class Picture(Struct, frozen=True):
    """A picture's kind, as browsers name it, and its bytes in base64."""

    kind: str
    data: str


def picture_path(address: str, folder: Path, within: Path) -> Path | None:
    """Return the file of the picture that a text in `folder` means; None if it is none, or lies outside of the pack."""
    if not address or address.startswith(("/", "\\")) or ":" in address:
        return None
    try:
        path = (folder / unquote(address)).resolve()
        is_fit = path.is_relative_to(within.resolve()) and path.is_file() and path.stat().st_size <= LARGEST
    except (OSError, ValueError):
        return None
    return path if is_fit and _kind(path) is not None else None


def picture_of(path: Path) -> Picture | None:
    """Return the picture in a file, None if it can't be read."""
    kind = _kind(path)
    try:
        return None if kind is None else Picture(kind, b64encode(path.read_bytes()).decode())
    except OSError:
        return None


def _kind(path: Path) -> str | None:
    kind = mimetypes.guess_type(path.name)[0]
    return kind if kind in _KNOWN else None
