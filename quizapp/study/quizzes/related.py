"""Where to read on after a missed item."""

from collections.abc import Iterable

from quizapp.packs.model import Card, Item, ItemId, Pack
from quizapp.study.slips import concept_of


def cards_about(packs: Iterable[Pack], item: Item) -> tuple[ItemId, ...]:
    """Return the cards that name one of the item's concepts, in lesson order; a pack's concepts are its own."""
    concepts = {concept_of(item.id, name) for name in item.concepts}
    cards = (found for pack in packs for found in pack.items() if isinstance(found, Card))
    return tuple(card.id for card in cards if any(concept_of(card.id, name) in concepts for name in card.concepts))
