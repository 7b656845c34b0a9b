"""Cards as a deck that Anki opens: `.apkg`, written by genanki."""

import itertools
import json
import sqlite3
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from msgspec import Struct

from quizapp.message import message
from quizapp.packs.model import Card, ItemId, Pack
from quizapp.study.anki.html import CSS, to_html
from quizapp.study.anki.pictures import LARGEST, SHOWN
from quizapp.study.anki.problems import AnkiError
from quizapp.study.anki.reading import GUID
from quizapp.study.own_cards import OwnCard
from quizapp.whole_files import writing

if TYPE_CHECKING:
    from genanki import Deck, Model

_MODEL_ID: Final = 1_714_803_611
_MODEL_NAME: Final = "quizapp"
_PICTURES: Final = SHOWN | {".svg"}


class ExportedCard(Struct, frozen=True, kw_only=True):
    """A card that goes into a deck.

    Attributes:
        item: its id, from which Anki knows it again.
        deck: its name, `::` between the levels.
        front, back: Markdown.
        folder: what pictures are named from. within: the folder that they must lie in.
    """

    item: ItemId
    deck: str
    front: str
    back: str
    tags: tuple[str, ...]
    folder: Path
    within: Path


class Exported(Struct, frozen=True):
    """What was written: how many cards and pictures."""

    cards: int
    pictures: int


def own_exported(cards: Iterable[OwnCard], pictures: Path) -> Iterator[ExportedCard]:
    """Yield cards of the learner's own for a deck; `pictures` is the folder of theirs."""
    for card in cards:
        yield ExportedCard(
            item=card.id,
            deck=card.deck,
            front=card.front,
            back=card.back,
            tags=card.concepts,
            folder=pictures,
            within=pictures,
        )


def pack_exported(pack: Pack, language: str) -> Iterator[ExportedCard]:
    """Yield the cards of a pack in a language, each lesson a deck below the pack's."""
    for lesson in pack.lessons:
        titles = (pack.title.read(language), lesson.title.read(language))
        for item in lesson.items:
            if isinstance(item, Card):
                yield ExportedCard(
                    item=item.id,
                    deck="::".join(title.replace("::", ":") for title in titles),
                    front=item.front.read(language),
                    back=item.back.read(language),
                    tags=item.concepts,
                    folder=item.folder,
                    within=pack.folder,
                )


def write_anki(path: Path, cards: Iterable[ExportedCard], now: datetime) -> Exported:
    """Write cards into a deck that Anki opens; the same cards are the same notes there every time.

    Args:
        path: in place of what is there; it stays as it is if this fails.
        cards: in the order in which new ones should come up.
        now: when the notes were changed last, as Anki will read it; aware.

    Raises:
        AnkiError: if the file can't be written.
    """
    decks: defaultdict[str, list[ExportedCard]] = defaultdict(list)
    for card in cards:
        decks[card.deck].append(card)
    media: dict[str, Path] = {}
    try:
        with writing(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("collection.anki2", _collection(decks, media, now))
            archive.writestr("media", json.dumps(dict(enumerate(media))))
            for number, picture in enumerate(media.values()):
                archive.write(picture, str(number))
    except OSError as error:
        reason = error.strerror or str(error)
        raise AnkiError(message("{path} can't be written: {reason}.", path=str(path), reason=reason)) from error
    return Exported(sum(map(len, decks.values())), len(media))


def _collection(decks: dict[str, list[ExportedCard]], media: dict[str, Path], now: datetime) -> bytes:
    """Return Anki's SQLite file; genanki's own writing of the archive would leave a copy of it behind."""
    from genanki import Package

    model = _model()
    package = Package([_deck(name, cards, model, media) for name, cards in decks.items()])
    with closing(sqlite3.connect(":memory:")) as connection:
        moment = now.timestamp()
        package.write_to_db(connection.cursor(), moment, itertools.count(int(moment * 1000)))
        connection.commit()
        return connection.serialize()


def _model() -> "Model":
    from genanki import Model

    return Model(
        _MODEL_ID,
        _MODEL_NAME,
        fields=[{"name": "Front"}, {"name": "Back"}],
        templates=[{"name": "Card", "qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr id=answer>{{Back}}"}],
        css=CSS,
    )


def _deck(name: str, cards: list[ExportedCard], model: "Model", media: dict[str, Path]) -> "Deck":
    from genanki import Deck, Note

    deck = Deck(_deck_id(name), name)
    for place, card in enumerate(cards):
        named = _Media(card, media)
        fields = [to_html(card.front, named), to_html(card.back, named)]
        tags = ["_".join(tag.split()) for tag in card.tags]
        deck.add_note(Note(model, fields, tags=tags, guid=GUID + card.item, due=place))
    return deck


class _Media:
    """Names the pictures of a card as the deck will call them, and keeps where they lie."""

    def __init__(self, card: ExportedCard, media: dict[str, Path]) -> None:
        self._card, self._media = card, media

    def __call__(self, source: str) -> str | None:
        path = self._find(source)
        if path is None:
            return None
        # Names are shared by all decks that a learner of Anki has.
        name = f"quizapp-{blake2b(path.read_bytes(), digest_size=6).hexdigest()}{path.suffix.lower()}"
        self._media[name] = path
        return name

    def _find(self, source: str) -> Path | None:
        if not source or ":" in source or source.startswith(("/", "\\")):
            return None
        try:
            path = (self._card.folder / unquote(source)).resolve()
            is_inside = path.is_relative_to(self._card.within.resolve())
            is_picture = path.suffix.lower() in _PICTURES and path.is_file() and path.stat().st_size <= LARGEST
        except (OSError, ValueError):
            return None
        return path if is_inside and is_picture else None


def _deck_id(name: str) -> int:
    """Return a number for a deck, the same every time, where Anki's own are not."""
    return int(_digest(name, 4), 16) % (1 << 30) + (1 << 30)


def _digest(text: str, size: int) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()
