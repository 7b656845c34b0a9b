"""How well each concept is known: by the items that are about it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

import numpy as np
from msgspec import Struct

from quizapp.packs.model import ItemId, Pack, Text
from quizapp.study.statistics.forgetting import retrievability
from quizapp.study.statistics.items import Items

LEAST_WEAK = 0.995
"""A concept that is known better than this is no weak one, even if no other is weaker."""


class ConceptStrength(Struct, frozen=True, kw_only=True):
    """One concept of a pack.

    Attributes:
        title: as the pack has it, or the word by which items name it.
        strength: how likely its items are known now, 0 to 1, on average over those that were begun; NaN before.
        items: all that are about it, in lesson order. begun: those of them that were rated, the least known first.
    """

    pack: str
    title: Text
    strength: float
    items: tuple[ItemId, ...]
    begun: tuple[ItemId, ...]


def measure_concepts(packs: Iterable[Pack], items: Items, now: datetime, decay: float) -> tuple[ConceptStrength, ...]:
    """Return all concepts that items of the packs name: first those that were begun, the strongest first.

    Args:
        packs: whose items and titles to take.
        items: what is known of them.
        now: when they would be asked.
        decay: FSRS's last parameter, positive.
    """
    chances = retrievability(items.stability, items.rated_at, now, decay)
    known = {item: chance for item, chance in zip(items.id, chances.tolist(), strict=True) if chance == chance}
    strengths = [
        _strength(pack, name, about, known) for pack in packs for name, about in _items_by_concept(pack).items()
    ]
    return tuple(sorted(strengths, key=lambda one: (not one.begun, -one.strength if one.begun else 0.0)))


def weakest(concepts: Iterable[ConceptStrength], most: int) -> tuple[ConceptStrength, ...]:
    """Return the concepts that were begun and are known least, at most so many, the weakest first."""
    weak = [one for one in concepts if one.begun and one.strength < LEAST_WEAK]
    return tuple(sorted(weak, key=lambda one: one.strength)[:most])


def _items_by_concept(pack: Pack) -> dict[str, list[ItemId]]:
    found: defaultdict[str, list[ItemId]] = defaultdict(list)
    for item in pack.items():
        for name in dict.fromkeys(item.concepts):
            found[name].append(item.id)
    return found


def _strength(pack: Pack, name: str, about: list[ItemId], known: dict[ItemId, float]) -> ConceptStrength:
    begun = tuple(sorted((item for item in about if item in known), key=known.__getitem__))
    return ConceptStrength(
        pack=pack.id,
        title=pack.concepts.get(name, Text(pack.language, {pack.language: name})),
        strength=float(np.mean([known[item] for item in begun])) if begun else float("nan"),
        items=tuple(about),
        begun=begun,
    )
