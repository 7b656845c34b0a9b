"""Cloze deletions: `{{c1::text::hint}}`, also inside each other, shown or hidden as one of a note's cards has them."""

import re
from dataclasses import dataclass, field
from typing import Final

_SIGN: Final = re.compile(r"\{\{c(\d{1,4}(?:,\d{1,4})*)::|\}\}")
_DEEPEST: Final = 50

IMAGE_OCCLUSION: Final = "image-occlusion:"
"""How the text of a gap begins that covers a part of a picture."""


@dataclass
class _Gap:
    """A gap that has begun and not ended yet; the outermost stands for the whole text."""

    numbers: frozenset[int] = frozenset()
    opening: str = ""
    parts: list[str] = field(default_factory=list)


def reveal(text: str, number: int, *, is_question: bool) -> tuple[str, bool]:
    """Return a field as the card of gap `number` shows it, and whether it has that gap.

    A question shows the gap's hint in place of its text; the gap is marked by `<span class="cloze">`.
    """
    open_gaps, found, at = [_Gap()], False, 0
    for sign in _SIGN.finditer(text):
        open_gaps[-1].parts.append(text[at : sign.start()])
        at = sign.end()
        if sign[1] is not None and len(open_gaps) < _DEEPEST:
            open_gaps.append(_Gap(frozenset(map(int, sign[1].split(","))), sign[0]))
        elif sign[1] is not None or len(open_gaps) == 1:
            open_gaps[-1].parts.append(sign[0])
        else:
            gap = open_gaps.pop()
            found = found or number in gap.numbers
            open_gaps[-1].parts.append(_shown(gap, number, is_question=is_question))
    open_gaps[-1].parts.append(text[at:])
    # What was begun and never ended is no gap.
    return "".join(gap.opening + "".join(gap.parts) for gap in open_gaps), found


def _shown(gap: _Gap, number: int, *, is_question: bool) -> str:
    text, _, hint = "".join(gap.parts).partition("::")
    if number not in gap.numbers:
        return text
    shown = f"[{hint or '...'}]" if is_question else text
    return f'<span class="cloze">{shown}</span>'
