"""What stands beside a line of code without being part of it, and where it goes while the code is edited."""

from collections.abc import Iterable, Mapping
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace


class Note(Struct, frozen=True, kw_only=True):
    """Words beside a line.

    Attributes:
        line: from 1.
        text: in one line; it is cut where there is no room.
        tip: the same in full, over several lines if need be.
        is_bad: whether it tells of something that went wrong.
    """

    line: int
    text: str
    tip: str = ""
    is_bad: bool = False


def by_line(notes: Iterable[Note]) -> dict[int, Note]:
    """Return the notes by their line; of several for one line the last."""
    return {note.line: note for note in notes}


def moved(notes: Mapping[int, Note], before: str, after: str) -> dict[int, Note]:
    """Return the notes of the lines that an edit left as they were, at the places where those lines are now.

    The lines above and below the edited ones are told by being equal, so undoing and pasting need no care.
    """
    old, new = before.split("\n"), after.split("\n")
    above = _equal_at_start(old, new)
    rest = min(len(old), len(new)) - above
    below = _equal_at_start(old[len(old) - rest :][::-1], new[len(new) - rest :][::-1])
    shift = len(new) - len(old)
    stay = {line: note for line, note in notes.items() if line <= above}
    follow = {line + shift: _at(note, line + shift) for line, note in notes.items() if line > len(old) - below}
    return stay | follow


def _equal_at_start(one: list[str], other: list[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _at(note: Note, line: int) -> Note:
    return note if note.line == line else replace(note, line=line)
