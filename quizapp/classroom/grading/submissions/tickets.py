"""What is remembered of each thing that was handed in, and how much of one student's is judged for one item."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from quizapp.classroom.grading.submissions.handed_in import Student, Unusable
from quizapp.message import message
from quizapp.packs.model import ItemId

MOST_JUDGED: Final = 20
"""Different submissions of one student for one item; each may use all the time that a run has, and more than once."""

_DIGITS: Final = re.compile(r"(\d+)")


class Ticket(Struct, frozen=True):
    """What is remembered of a thing that was handed in: everything but the work itself.

    Attributes:
        item: "" where it can't be told, or the file as a whole is of no use.
        key: by which its judgement is known, "" of what is not judged.
        problem: why it is not judged.
    """

    student: Student
    item: ItemId
    source: str
    key: str
    problem: Unusable | None


def within_bounds(tickets: Sequence[Ticket]) -> list[Ticket]:
    """Return the tickets; where a student has too many different ones for one item, the first by name lose their key.

    The last are judged, as whoever numbers or dates their files has the newest there. A ticket without an item says so.
    """
    by_place: dict[tuple[Student, ItemId], list[Ticket]] = {}
    for ticket in tickets:
        if ticket.key:
            by_place.setdefault((ticket.student, ticket.item), []).append(ticket)
    crowded = (own for own in by_place.values() if len({ticket.key for ticket in own}) > MOST_JUDGED)
    instead = {_known_by(ticket): others for own in crowded for ticket, others in _left_out(own)}
    return [each for ticket in tickets for each in instead.get(_known_by(ticket), [ticket])]


def _left_out(own: Sequence[Ticket]) -> Iterator[tuple[Ticket, list[Ticket]]]:
    """Yield the tickets that are one too many, each with what stands in its place."""
    by_name = sorted(own, key=lambda ticket: (_as_counted(ticket.source), ticket.source))
    judged: set[str] = set()
    for ticket in reversed(by_name):
        if len(judged) < MOST_JUDGED:
            judged.add(ticket.key)
    left_out = [ticket for ticket in by_name if ticket.key not in judged]
    says = message(
        "{item} was handed in {count} times, and only the last {most} by name are judged. Remove some of those to have "
        "others judged.",
        item=own[0].item,
        count=len(own),
        most=MOST_JUDGED,
    )
    for ticket in left_out:
        unjudged = replace(ticket, key="", problem=Unusable(says))
        yield ticket, [unjudged, replace(unjudged, item="")] if ticket is left_out[0] else [unjudged]


def _known_by(ticket: Ticket) -> tuple[Student, ItemId, str, str]:
    return ticket.student, ticket.item, ticket.source, ticket.key


def _as_counted(name: str) -> list[tuple[int, str]]:
    """Return a name to sort by: numbers in it count as such, so that try 10 comes after try 9."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in _DIGITS.split(name)]
