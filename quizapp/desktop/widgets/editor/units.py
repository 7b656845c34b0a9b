"""Qt counts text in UTF-16 units, Python in code points: an emoji is two of the former, one of the latter."""

import re

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def by_units(text: str) -> str:
    """Return the text with each character that Qt counts as two replaced by two placeholders.

    An index into it is a position in a QTextBlock.
    """
    return text if text.isascii() else _ASTRAL.sub("\ufffd\ufffd", text)


def to_units(text: str, points: int) -> int:
    """Return Qt's position of the character at index `points`."""
    return len(by_units(text[:points]))
