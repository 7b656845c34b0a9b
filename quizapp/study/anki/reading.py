"""A file of Anki read whole: which cards of one's own it becomes, which reviews, and what is left out and why."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, TypeAlias

from quizapp.message import message
from quizapp.packs.model import ItemId
from quizapp.study.anki.archive import Archive
from quizapp.study.anki.clozes import IMAGE_OCCLUSION, reveal
from quizapp.study.anki.collection import Collection
from quizapp.study.anki.deck import AnkiDeck, TakenCard, TakenReview, Why
from quizapp.study.anki.escaping import clean
from quizapp.study.anki.markdown import to_markdown
from quizapp.study.anki.notes import AnkiCard, AnkiReview, NoteType, Template
from quizapp.study.anki.package import LARGEST_COLLECTION, read_contents
from quizapp.study.anki.pictures import Pictures
from quizapp.study.anki.problems import AnkiError
from quizapp.study.anki.templates import LONGEST_SIDE, Filling, Side, fill
from quizapp.study.model import Rating

OnProgress: TypeAlias = Callable[[int, int], None]
"""Told how many cards of how many are read; what it raises ends the reading."""

GUID: Final = "quizapp/"
"""What the guid of a note begins with that was exported from here; the item's id follows."""

MOST_TAGS: Final = 10
LONGEST_TAG: Final = 60
LONGEST_DECK_NAME: Final = 100

_MOST_TAGS_IN_HTML: Final = 5000
_CLOCKS_MAY_DIFFER: Final = timedelta(minutes=10)
_OWN: Final = re.compile(r"own/[a-z0-9-]+/[0-9a-f]{12}")
# What Anki itself marks notes with says nothing of what they are about.
_NO_CONCEPTS: Final = frozenset(("leech", "marked"))


class _LeftOut(Exception):
    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


def read_anki(path: Path, now: datetime, on_progress: OnProgress | None = None) -> AnkiDeck:
    """Read a deck, `.apkg` or `.colpkg`; nothing is written but temporary files, which are gone when it returns.

    Args:
        path: of the file.
        now: this moment, aware; reviews can't be later.
        on_progress: see OnProgress.

    Raises:
        AnkiError: if the file is of no use as a whole.
    """
    with Archive(path) as archive, _temporary() as folder:
        contents = read_contents(archive)
        unpacked = Path(folder) / "collection"
        archive.unpack(contents.collection, unpacked, LARGEST_COLLECTION, is_zstd=contents.is_zstd)
        with Collection(unpacked, archive.name) as collection:
            reader = _Reader(collection, Pictures(archive, contents), now)
            reader.read_cards(on_progress)
            reader.read_reviews()
            return reader.deck(archive.name)


def _temporary() -> TemporaryDirectory[str]:
    try:
        # On Windows a file that a virus scanner looks at can't be deleted at once.
        return TemporaryDirectory(prefix="quizapp-", ignore_cleanup_errors=True)
    except OSError as error:
        raise AnkiError(
            message("No temporary file can be made: {reason}.", reason=error.strerror or str(error))
        ) from error


class _Reader:
    """Reads a collection, card by card, and counts what is left out."""

    def __init__(self, collection: Collection, pictures: Pictures, now: datetime) -> None:
        self._collection, self._pictures = collection, pictures
        self._latest = _milliseconds(now + _CLOCKS_MAY_DIFFER)
        self._cards: list[TakenCard] = []
        self._places: dict[int, tuple[int, str]] = {}
        self._reviews: list[TakenReview] = []
        self._left_out: Counter[Why] = Counter()
        self._lost: Counter[Why] = Counter()
        self._sounds = 0
        self._missing: set[str] = set()

    def deck(self, name: str) -> AnkiDeck:
        return AnkiDeck(
            name=name,
            cards=tuple(self._cards),
            reviews=tuple(self._reviews),
            left_out=dict(self._left_out),
            lost=dict(self._lost),
            sounds=self._sounds,
            missing=len(self._missing),
            pictures=self._pictures.found,
        )

    def read_cards(self, on_progress: OnProgress | None) -> None:
        total = self._collection.count()
        for done, card in enumerate(self._collection.cards()):
            if on_progress is not None:
                on_progress(done, total)
            try:
                self._cards.append(self._taken(card))
                self._places[card.id] = (len(self._cards) - 1, f"{card.guid}/{card.ordinal}")
            except _LeftOut as error:
                self._left_out[error.why] += 1
        if self._collection.unreadable:
            self._left_out[Why.DAMAGED] += self._collection.unreadable

    def read_reviews(self) -> None:
        for review in self._collection.reviews():
            place = self._places.get(review.card)
            if place is None:
                self._lost[Why.NO_CARD] += 1
            elif not 0 <= review.id <= self._latest:
                self._lost[Why.FUTURE] += 1
            else:
                self._reviews.append(_taken_review(review, *place))

    def _taken(self, card: AnkiCard) -> TakenCard:
        kind, template = _kind(card)
        front, back = self._side(card, kind, template.front, Side.FRONT), ""
        if not front:
            raise _LeftOut(Why.EMPTY)
        back = self._side(card, kind, template.back, Side.BACK)
        return TakenCard(
            digits=digits_of(card.guid, card.ordinal),
            item=_own_item(card.guid) if card.ordinal == 0 else None,
            deck=" ".join(clean(card.deck).split())[:LONGEST_DECK_NAME] or "Anki",
            front=front,
            back=back,
            concepts=_concepts(card.tags),
            modified=max(card.note_modified, 0) * 1000,
            is_suspended=card.is_suspended,
        )

    def _side(self, card: AnkiCard, kind: NoteType, template: str, side: Side) -> str:
        gap = card.ordinal + 1 if kind.is_cloze else 0
        html = fill(template, Filling(fields=_fields(card, kind), side=side, gap=gap))
        if len(html) > LONGEST_SIDE or html.count("<") > _MOST_TAGS_IN_HTML:
            raise _LeftOut(Why.TOO_LONG)
        converted = to_markdown(html, self._pictures.find)
        self._sounds += converted.sounds
        self._missing.update(converted.missing)
        return converted.text


def _kind(card: AnkiCard) -> tuple[NoteType, Template]:
    """Return how a card is made, if it can be."""
    if card.values is None:
        raise _LeftOut(Why.TOO_LONG)
    template = card.note_type.template(card.ordinal) if card.note_type is not None else None
    if card.note_type is None or template is None:
        raise _LeftOut(Why.DAMAGED)
    if card.note_type.is_cloze:
        if any(IMAGE_OCCLUSION in value for value in card.values):
            raise _LeftOut(Why.OCCLUSION)
        if not any(reveal(value, card.ordinal + 1, is_question=True)[1] for value in card.values):
            raise _LeftOut(Why.EMPTY)
    return card.note_type, template


def _fields(card: AnkiCard, kind: NoteType) -> dict[str, str]:
    fields = card.fields()
    fields.setdefault("Deck", card.deck)
    fields.setdefault("Subdeck", card.deck.rpartition("::")[2])
    fields.setdefault("Tags", " ".join(card.tags))
    fields.setdefault("Type", kind.name)
    return fields


def digits_of(guid: str, ordinal: int) -> str:
    """Return the digits in the id of the own card that one of a note's cards becomes."""
    return _digest(f"{guid}/{ordinal}", 6)


def _own_item(guid: str) -> ItemId | None:
    item = guid.removeprefix(GUID)
    return item if guid.startswith(GUID) and _OWN.fullmatch(item) else None


def _concepts(tags: tuple[str, ...]) -> tuple[str, ...]:
    cleaned = (clean(tag)[:LONGEST_TAG] for tag in tags if tag.lower() not in _NO_CONCEPTS)
    return tuple(dict.fromkeys(tag for tag in cleaned if tag))[:MOST_TAGS]


def _taken_review(review: AnkiReview, card: int, note: str) -> TakenReview:
    return TakenReview(
        id=_digest(f"{note}/{review.id}", 16),
        card=card,
        at=review.id,
        rating=Rating(review.ease),
        milliseconds=max(review.milliseconds, 0),
    )


def _digest(text: str, size: int) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()


def _milliseconds(at: datetime) -> int:
    return int(at.timestamp() * 1000)
