"""What a deck of Anki comes to here: values that say what an import would do."""

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from quizapp.packs.model import ItemId
from quizapp.study.model import Rating


class Why(StrEnum):
    """Why a card or a review is left out."""

    DAMAGED = "damaged"  # its note, its kind of note or its template is not what it should be
    TOO_LONG = "too_long"
    EMPTY = "empty"  # its front says nothing
    OCCLUSION = "occlusion"  # it covers parts of a picture
    NO_CARD = "no_card"  # a review of a card that is not in the deck, or is left out itself
    FUTURE = "future"  # a review with a time that has not come yet


class TakenCard(Struct, frozen=True, kw_only=True):
    """A card, as a card of one's own.

    Attributes:
        digits: 12 hexadecimal digits made of its note's guid; the same in every export.
        item: the id of the own card that it was exported from, None if it comes from elsewhere.
        deck: its name, `::` between the levels.
        front, back: Markdown.
        modified: when the card was changed last, milliseconds since 1970, UTC.
    """

    digits: str
    item: ItemId | None
    deck: str
    front: str
    back: str
    concepts: tuple[str, ...]
    modified: int
    is_suspended: bool


class TakenReview(Struct, frozen=True, kw_only=True):
    """An answer to the card at `card` in the deck's cards.

    Attributes:
        id: 32 hexadecimal digits made of the note's guid and the review's id.
        at: milliseconds since 1970, UTC.
        milliseconds: how long the answer took.
    """

    id: str
    card: int
    at: int
    rating: Rating
    milliseconds: int


class Named(Struct, frozen=True):
    """How much of a deck's file belongs to one of the decks in it."""

    deck: str
    cards: int
    reviews: int


class AnkiDeck(Struct, frozen=True, kw_only=True):
    """A file of Anki, read whole; nothing of it has been taken yet.

    Attributes:
        name: of the file.
        left_out: how many cards, lost: how many reviews are not taken, by why.
        sounds: how many sounds are left out. missing: how many pictures are.
        pictures: the name that a picture gets here, to the entry of the archive that holds it.
    """

    name: str
    cards: tuple[TakenCard, ...] = ()
    reviews: tuple[TakenReview, ...] = ()
    left_out: Mapping[Why, int] = {}
    lost: Mapping[Why, int] = {}
    sounds: int = 0
    missing: int = 0
    pictures: Mapping[str, str] = {}

    def decks(self) -> tuple[Named, ...]:
        """Return the decks in the file by name, with what would be taken of each."""
        cards = Counter(card.deck for card in self.cards)
        reviews = Counter(self.cards[review.card].deck for review in self.reviews)
        return tuple(Named(deck, count, reviews[deck]) for deck, count in sorted(cards.items()))
