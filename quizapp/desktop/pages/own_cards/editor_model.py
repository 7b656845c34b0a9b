"""A card of the learner's own while it is written: what stands in its fields, and what becomes of them. Knows no Qt."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from textwrap import dedent
from typing import TYPE_CHECKING

from quizapp.packs.model import Exercise, ItemId

if TYPE_CHECKING:
    from quizapp.study.own_cards import OwnCard

_BETWEEN_CONCEPTS = re.compile(r"[,;，；、\n]+")


@dataclass(frozen=True)
class CardDraft:
    """The fields as they are filled in.

    Attributes:
        id: of the card that is edited; None for a new one.
        concepts: as typed, separated by commas.
        source: the id of the item that it came from, or an address; None where neither is known.
    """

    deck: str = ""
    front: str = ""
    back: str = ""
    concepts: str = ""
    source: str | None = None
    id: ItemId | None = None

    @property
    def is_complete(self) -> bool:
        """Whether there is a card in it: a front, a back and a deck."""
        return all(text.strip() for text in (self.deck, self.front, self.back))

    @property
    def concept_words(self) -> tuple[str, ...]:
        """The concepts one by one, each once."""
        words = (word.strip() for word in _BETWEEN_CONCEPTS.split(self.concepts))
        return tuple(dict.fromkeys(word for word in words if word))

    def next(self) -> "CardDraft":
        """Return an empty draft for another card of the same deck and concepts."""
        return CardDraft(deck=self.deck, concepts=self.concepts)

    def card(self) -> "OwnCard":
        """Return the card; a new one gets an id, an edited one keeps its own."""
        from quizapp.study.own_cards import OwnCard, new_card_id

        deck = " ".join(self.deck.split())
        return OwnCard(
            id=self.id or new_card_id(deck),
            deck=deck,
            front=self.front.strip(),
            back=self.back.strip(),
            concepts=self.concept_words,
            source=self.source,
        )


def draft_of(card: "OwnCard") -> CardDraft:
    """Return the draft that editing a card begins with."""
    return CardDraft(card.deck, card.front, card.back, ", ".join(card.concepts), card.source, card.id)


def draft_of_code(code: str, exercise: Exercise) -> CardDraft:
    """Return the draft of a card whose back is some code of an exercise; in which deck is still open."""
    shown = dedent(code.expandtabs(4)).strip("\n")
    return CardDraft(back=fenced(shown), concepts=", ".join(exercise.concepts), source=exercise.id)


def whole_lines(before: str, selected: str) -> str:
    """Return the selected code, with the indentation of its first line if only that was left out.

    Args:
        before: what stands left of the selection in its first line.
        selected: the selection; lines ended as Qt ends them in a selection, or by \\n.
    """
    code = selected.replace("\u2029", "\n").replace("\u2028", "\n")
    if not code.strip():
        return ""
    return before + code if before.isspace() else code


def fenced(code: str) -> str:
    """Return code as a block of Python in Markdown, whatever back-ticks it holds."""
    longest = max((len(found) for found in re.findall(r"`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}python\n{code}\n{fence}"


def decks_of(cards: "Iterable[OwnCard]") -> tuple[str, ...]:
    """Return the names of the decks that there are, in alphabetical order."""
    return tuple(sorted({card.deck for card in cards}, key=lambda deck: (deck.casefold(), deck)))


def last_deck(cards: "Iterable[OwnCard]", otherwise: str) -> str:
    """Return the deck of the card that was written last, or another name if there is none."""
    decks = [card.deck for card in cards]
    return decks[-1] if decks else otherwise


def in_deck(draft: CardDraft, deck: str) -> CardDraft:
    """Return a draft for this deck, unless it has one already."""
    return draft if draft.deck.strip() else replace(draft, deck=deck)
