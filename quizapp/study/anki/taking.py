"""A deck that was read becomes rows of the journal: cards of one's own and what was learnt with them."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import Final
from uuid import uuid4

from msgspec import Struct

from quizapp.packs.model import ItemId
from quizapp.study.anki.deck import AnkiDeck
from quizapp.study.anki.pictures import store_pictures
from quizapp.study.anki.reading import OnProgress, read_anki
from quizapp.study.entries import Batch, CardWritten, Entry, Rated, Row, Suspended, encode_entry, word_of
from quizapp.study.learner import Learner
from quizapp.study.own_cards import OwnCard, card_id, written

DEVICE: Final = "anki"
"""The device that reviews from Anki carry: no undo takes them back, one by one."""

_CARD_KIND: Final = word_of(CardWritten)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class LookedAt(Struct, frozen=True, kw_only=True):
    """What a deck would bring: how many of its cards are not here, how many of its reviews."""

    path: Path
    deck: AnkiDeck
    new_cards: int
    new_reviews: int


class Taken(Struct, frozen=True, kw_only=True):
    """What came of an import: how many cards are new here, how many were changed, how many reviews are new."""

    new: int = 0
    changed: int = 0
    reviews: int = 0


def look_at_anki(path: Path, learner: Learner, now: datetime, on_progress: OnProgress | None = None) -> LookedAt:
    """Say what a deck would bring; nothing is changed.

    Raises:
        AnkiError: if the file is of no use as a whole.
        JournalError: if the journal can't be read.
    """
    deck = read_anki(path, now, on_progress)
    own = {card.id: card for card in learner.own_cards()}
    here = {row.id for row in learner.entries(Rated) if row.device == DEVICE}
    return LookedAt(
        path=path,
        deck=deck,
        new_cards=len(set(item_ids(deck, own)) - own.keys()),
        new_reviews=sum(review.id not in here for review in deck.reviews),
    )


def take_anki(learner: Learner, deck: AnkiDeck, path: Path, pictures: Path, now: datetime) -> Taken:
    """Take the cards, reviews and pictures of a deck; taking it again changes nothing.

    A card that is here already stays as it is unless it was changed in Anki after it was changed here. One undo takes
    the cards back; the reviews stay in the journal, where they say nothing without the cards.

    Args:
        learner: who takes them.
        deck: what `read_anki` gave for `path`.
        path: the file; its pictures are read from it.
        pictures: the folder that the pictures of own cards lie in.
        now: this moment, aware.

    Raises:
        AnkiError: if the file or the folder of the pictures is out of reach; nothing of the deck was taken then.
        JournalError: if the journal can't be written; nothing of the deck was taken then.
    """
    store_pictures(path, dict(deck.pictures), pictures)
    before = {card.id: card for card in learner.own_cards()}
    items = item_ids(deck, before)
    reviews_before = _count_reviews(learner)
    learner.take_in([*_card_rows(learner, deck, items, before, now), *_review_rows(deck, items)])
    after = {card.id: card for card in learner.own_cards()}
    return Taken(
        new=len(after.keys() - before.keys()),
        changed=sum(before[item] != after[item] for item in before.keys() & after.keys()),
        reviews=_count_reviews(learner) - reviews_before,
    )


def item_ids(deck: AnkiDeck, own: dict[ItemId, OwnCard]) -> tuple[ItemId, ...]:
    """Return the ids of a deck's cards here; one that was taken before keeps its id, also in another deck."""
    known = {item.rpartition("/")[2]: item for item in own}
    return tuple(card.item or known.get(card.digits) or card_id(card.deck, card.digits) for card in deck.cards)


def _card_rows(
    learner: Learner, deck: AnkiDeck, items: tuple[ItemId, ...], own: dict[ItemId, OwnCard], now: datetime
) -> Iterator[Row]:
    batch = uuid4().hex
    # Also of cards that were thrown away here, or taken back by an undo: those come anew.
    known = {item for (item,) in learner.query("SELECT DISTINCT item FROM rows WHERE kind = ?", (_CARD_KIND,))}
    for item, card in zip(items, deck.cards, strict=True):
        ours = OwnCard(id=item, deck=card.deck, front=card.front, back=card.back, concepts=card.concepts)
        if (there := own.get(item)) is not None and _is_alike(there, ours):
            continue
        comes_again = item in known and item not in own
        at = now if comes_again else min(_EPOCH + timedelta(milliseconds=card.modified), now)
        yield _row(learner, written(ours, batch), at, batch, comes_again=comes_again)
        if card.is_suspended:
            yield _row(learner, Suspended(item=item, on=True, batch=batch), at, batch, comes_again=comes_again)


def _is_alike(there: OwnCard, card: OwnCard) -> bool:
    return (there.deck, there.front, there.back, there.concepts) == (card.deck, card.front, card.back, card.concepts)


def _row(learner: Learner, entry: Entry, at: datetime, batch: Batch, *, comes_again: bool) -> Row:
    """Return a row whose id is made of what it says, so that it is in the journal once."""
    said = encode_entry(entry).replace(batch, "")
    made = blake2b(f"{said}/{at.isoformat()}".encode(), digest_size=16).hexdigest()
    return Row(id=uuid4().hex if comes_again else made, device=learner.device, at=at, entry=entry)


def _review_rows(deck: AnkiDeck, items: tuple[ItemId, ...]) -> Iterator[Row]:
    for review in deck.reviews:
        entry = Rated(item=items[review.card], rating=review.rating, seconds=review.milliseconds / 1000)
        yield Row(id=review.id, device=DEVICE, at=_EPOCH + timedelta(milliseconds=review.at), entry=entry)


def _count_reviews(learner: Learner) -> int:
    return sum(standing.reviews for standing in learner.standings().values())
