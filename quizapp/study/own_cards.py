"""Cards of the learner's own: kept in the journal, apart from packs, studied like a pack of their own."""

import re
from collections import defaultdict
from collections.abc import Iterable
from hashlib import blake2b
from os import devnull
from pathlib import Path
from uuid import uuid4

from msgspec import Struct

from quizapp.packs.model import Card, ItemId, Lesson, Pack, Text
from quizapp.study.entries import Batch, CardWritten

OWN_PACK = "own"
"""The id of the pack that own cards make up; no installed pack may have it."""

# Nothing lies in it: what a card of one's own links to is never read from the disk.
NOWHERE = Path(devnull)

_TITLE_LENGTH = 60


class OwnCard(Struct, frozen=True, kw_only=True):
    """A card that the learner wrote.

    Attributes:
        id: `own/<deck slug>/<12 hexadecimal digits>`, never changes, even if the card moves to another deck.
        deck: its name, as the learner reads it.
        front, back: Markdown.
        concepts: words by which items name concepts.
        source: where it is from: an item's id or an address; None where that is not known.
    """

    id: ItemId
    deck: str
    front: str
    back: str
    concepts: tuple[str, ...] = ()
    source: str | None = None


def new_card_id(deck: str) -> ItemId:
    """Return an id for a card that is about to be written for this deck."""
    return card_id(deck, uuid4().hex)


def card_id(deck: str, digits: str) -> ItemId:
    """Return the id of a deck's card from hexadecimal digits, of which 12 count."""
    return f"{OWN_PACK}/{deck_slug(deck)}/{digits[:12]}"


def deck_slug(deck: str) -> str:
    """Return a word for a deck, safe in an id; decks of different names have different words."""
    slug = re.sub(r"[^a-z0-9]+", "-", deck.lower()).strip("-")
    if slug and slug == deck:
        return slug
    digest = blake2b(deck.encode("utf-8", "surrogatepass"), digest_size=3).hexdigest()
    return f"{slug}-{digest}" if slug else digest


def written(card: OwnCard, batch: Batch | None = None) -> CardWritten:
    """Return the entry that puts this card into the journal."""
    return CardWritten(
        item=card.id,
        deck=card.deck,
        front=card.front,
        back=card.back,
        concepts=card.concepts,
        source=card.source,
        batch=batch,
    )


def card_from(entry: CardWritten) -> OwnCard:
    """Return the card that an entry tells of."""
    return OwnCard(
        id=entry.item,
        deck=entry.deck,
        front=entry.front,
        back=entry.back,
        concepts=entry.concepts,
        source=entry.source,
    )


def own_pack(cards: Iterable[OwnCard], language: str = "en", folder: Path = NOWHERE) -> Pack:
    """Return the cards as a pack, a lesson for each deck, decks and cards in the order given.

    Args:
        cards: of any decks.
        language: what the cards' language is called; it is not translated.
        folder: where pictures of the cards lie.
    """
    decks: defaultdict[str, list[OwnCard]] = defaultdict(list)
    for card in cards:
        decks[card.deck].append(card)
    return Pack(
        id=OWN_PACK,
        version="1",
        title=Text("en", {"en": "Own cards", "zh": "我的卡片"}),
        folder=folder,
        language=language,
        lessons=tuple(_lesson(deck, each, language, folder) for deck, each in decks.items()),
    )


def _lesson(deck: str, cards: list[OwnCard], language: str, folder: Path) -> Lesson:
    def text(words: str) -> Text:
        return Text(language, {language: words})

    return Lesson(
        id=deck_slug(deck),
        title=text(deck),
        summary=text(""),
        items=tuple(
            Card(
                id=card.id,
                folder=folder,
                title=text(title_of(card.front)),
                front=text(card.front),
                back=text(card.back),
                concepts=card.concepts,
                source=card.source,
            )
            for card in cards
        ),
    )


def title_of(front: str) -> str:
    """Return the first words of a front, without Markdown's marks at the beginning, for lists."""
    lines = (re.sub(r"^[\s#>*\-`]+", "", line).strip() for line in front.splitlines())
    first = next((line for line in lines if line), front.strip())
    return first if len(first) <= _TITLE_LENGTH else first[: _TITLE_LENGTH - 1].rstrip() + "…"
