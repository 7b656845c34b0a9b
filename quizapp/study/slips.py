"""Slips: attempts whose mistake was recognised. The cards of the mistake's concept come back sooner.

A slip counts for every card and question of its pack that names the concept, until that item is rated after it. When
an item comes back is derived, like all of the schedule, so that undoing and merging need nothing of their own.
"""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import datetime
from typing import TypeAlias

from msgspec import Struct

from quizapp.packs.model import Exercise, Item, ItemId
from quizapp.study.entries import Attempted, Row, RowId

Concept: TypeAlias = tuple[str, str]
"""A pack's id and the word by which its items name the concept."""

Slips: TypeAlias = Mapping[Concept, tuple[datetime, ...]]
"""When the learner slipped in each concept, by time."""


class Slip(Struct, frozen=True):
    """One slip: the row of the attempt, when it was made, and in which concept."""

    row: RowId
    at: datetime
    concept: Concept


def slip_of(row: Row) -> Slip | None:
    """Return the slip that a row tells of, None if it tells of none."""
    entry = row.entry
    if not isinstance(entry, Attempted) or entry.concept is None:
        return None
    return Slip(row.id, row.at, concept_of(entry.item, entry.concept))


def concept_of(item: ItemId, name: str) -> Concept:
    """Return the concept that an item of a pack calls by this name."""
    return item.split("/", 1)[0], name


def practised_concepts(item: Item) -> tuple[Concept, ...]:
    """Return the concepts that bring an item back sooner; an exercise is not brought back, it is where one slips."""
    return () if isinstance(item, Exercise) else tuple(concept_of(item.id, name) for name in item.concepts)


def first_slip(slips: Slips, concepts: tuple[Concept, ...], since: datetime | None) -> datetime | None:
    """Return when the first slip in one of these concepts was made after `since` (None: ever), or None."""
    later = (_first_after(slips.get(concept, ()), since) for concept in concepts)
    return min((at for at in later if at is not None), default=None)


def _first_after(slips: tuple[datetime, ...], since: datetime | None) -> datetime | None:
    index = 0 if since is None else bisect_right(slips, since)
    return slips[index] if index < len(slips) else None
