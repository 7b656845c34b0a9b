"""Slips: attempts whose mistake was recognised. The cards of the mistake's concept come back sooner.

A slip counts for every card and question of its pack that names the concept, until that item is rated after it. When
an item comes back is derived, like all of the schedule, so that undoing and merging need nothing of their own.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import TypeAlias

from msgspec import Struct

from quizapp.packs.model import Exercise, Item, ItemId
from quizapp.study.entries import Attempted, Row, RowId

SOONER = timedelta(days=1)
"""How long after a slip an item of its concept comes back at the latest."""

Concept: TypeAlias = tuple[str, str]
"""A pack's id and the word by which its items name the concept."""


class Slip(Struct, frozen=True, order=True):
    """One slip: when it was made, and the row of the journal that tells it."""

    at: datetime
    row: RowId


Slips: TypeAlias = Mapping[Concept, tuple[Slip, ...]]
"""The slips of each concept by time."""


def with_slips(slips: Slips, rows: Iterable[Row], undone: frozenset[RowId]) -> Slips:
    """Return the slips with those of more rows of the journal, without those whose rows are undone."""
    found: defaultdict[Concept, list[Slip]] = defaultdict(list)
    for concept, known in slips.items():
        found[concept] += known
    for row in rows:
        if isinstance(row.entry, Attempted) and row.entry.concept is not None:
            found[concept_of(row.entry.item, row.entry.concept)].append(Slip(row.at, row.id))
    kept = ((concept, sorted(slip for slip in each if slip.row not in undone)) for concept, each in found.items())
    return {concept: tuple(each) for concept, each in kept if each}


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


def _first_after(slips: tuple[Slip, ...], since: datetime | None) -> datetime | None:
    index = 0 if since is None else bisect_right(slips, since, key=lambda slip: slip.at)
    return slips[index].at if index < len(slips) else None
