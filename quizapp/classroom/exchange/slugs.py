"""Slugs from titles: the same title and text give the same slug, wherever in a file they stand."""

import re
import unicodedata
from hashlib import sha256
from typing import Final

LONGEST: Final = 60
_DIGITS: Final = 6
_WINDOWS: Final = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
)
"""Names that no file can have on Windows."""


def slug_of(title: str, otherwise: str) -> str:
    """Return a slug that reads like the title; where its letters are not ASCII's, a hash of it follows.

    Args:
        title: in any language.
        otherwise: what the slug begins with if nothing of the title can stand in one.
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub("(?:[^a-z0-9_]|__+)+", "-", plain).strip("-_")[:LONGEST].strip("-_")
    letters = sum(character.isalnum() for character in title)
    if not words or words in _WINDOWS or sum(character.isalnum() for character in words) * 2 < min(letters, LONGEST):
        return f"{words or otherwise}-{_hash(title)}"
    return words


class Slugs:
    """Gives each item of one lesson a slug of its own."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def take(self, slug: str, text: str) -> str:
        """Return the slug, lengthened by a hash of the item's text if another item has it, then by a number."""
        free = slug
        if slug in self._taken:
            free = lengthened = f"{slug}-{_hash(text)}"
            while free in self._taken:
                self._last[lengthened] = number = self._last.get(lengthened, 2) + 1
                free = f"{lengthened}-{number}"
        self._taken.add(free)
        return free


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:_DIGITS]
