"""Bringing in what a file holds, whichever kind it is: looked at first, so that the learner can say yes or no."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from msgspec import Struct

from quizapp.home import Home
from quizapp.study.data.backups import Backup, Progress
from quizapp.study.data.due import back_up_before
from quizapp.study.data.merging import MOST_TOLD, Merged, merge
from quizapp.study.data.opening import opened_in_use
from quizapp.study.data.reading import Unread
from quizapp.study.data.stored import MICROSECOND, StoredRow, moment, named
from quizapp.study.data.tables import ReadTable, read_table
from quizapp.study.data.taking import taking_in
from quizapp.study.entries import Answered, Attempted, Rated, Row, word_of
from quizapp.study.learner import Learner
from quizapp.study.own_cards import OwnCard, written

if TYPE_CHECKING:
    from quizapp.study.anki.deck import AnkiDeck
    from quizapp.study.anki.taking import LookedAt, Taken

DECKS: Final = (".apkg", ".colpkg")
"""How the names of Anki's files end."""

_REVIEW_KINDS: Final = ", ".join(f"'{word_of(kind)}'" for kind in (Rated, Answered, Attempted))


class Source(StrEnum):
    """What a file holds."""

    JOURNAL = "journal"
    REVIEWS = "reviews"
    CARDS = "cards"
    ANKI = "anki"


class Looked(Struct, frozen=True, kw_only=True):
    """What a file would bring.

    Attributes:
        rows: how many it holds: rows, reviews or cards. new: how many of them are not here yet.
        first, last: when the oldest and the newest row was written; None for cards, and where there is none.
        unread: how many can't be read. told: the first of those, with why.
        anki: what it would bring, if it is a deck of Anki.
    """

    path: Path
    source: Source
    rows: int
    new: int
    first: datetime | None = None
    last: datetime | None = None
    unread: int = 0
    told: tuple[Unread, ...] = ()
    anki: "LookedAt | None" = None


class BroughtIn(Struct, frozen=True, kw_only=True):
    """What an import came to; `backup` is what was saved before it, None if that was saved already.

    Attributes:
        anki: what came of a deck of Anki. deck: what it held, and what of it is left out.
    """

    source: Source
    merged: Merged
    backup: Backup | None
    anki: "Taken | None" = None
    deck: "AnkiDeck | None" = None


def look_at(path: Path, home: Home, learner: Learner, now: datetime, on_progress: Progress | None = None) -> Looked:
    """Say what a file would bring; nothing is changed.

    Raises:
        NotWhole, TooNew, DataError: if it is of no use.
    """
    if path.suffix.lower() in DECKS:
        return _look_at_deck(path, learner, now, on_progress)
    if is_table(path):
        return _look_at_table(path, home, learner)
    span: list[int] = []
    with opened_in_use(home.journal) as connection:

        def count(rows: Sequence[StoredRow]) -> int:
            times = [row.at for row in rows]
            span[:] = [min([*span, *times]), max([*span, *times])]
            return sum(_is_new(connection, row) for row in rows)

        merged = merge(path, count, on_progress)
    return _looked(path, Source.JOURNAL, merged, span)


def bring_in(path: Path, home: Home, learner: Learner, now: datetime, on_progress: Progress | None = None) -> BroughtIn:
    """Take in what a file holds; the journal is backed up before.

    Raises:
        NotWhole, TooNew, DataError: if it is of no use, or the journal can't be backed up; nothing was changed then.
        JournalError: if the journal can't be written; what was written by then may come again.
    """
    if path.suffix.lower() in DECKS:
        return _bring_in_deck(path, home, learner, now, on_progress)
    table = read_table(path) if is_table(path) else None
    saved = back_up_before(home, now)
    if table is not None:
        return _bring_in_table(table, home, learner, now, saved)
    with taking_in(learner, home.journal) as take:
        return BroughtIn(source=Source.JOURNAL, merged=merge(path, take, on_progress), backup=saved)


def _look_at_deck(path: Path, learner: Learner, now: datetime, on_progress: Progress | None) -> Looked:
    from quizapp.study.anki.taking import look_at_anki

    looked = look_at_anki(path, learner, now, on_progress)
    new = looked.new_cards + looked.new_reviews
    return Looked(path=path, source=Source.ANKI, rows=len(looked.deck.cards), new=new, anki=looked)


def _bring_in_deck(path: Path, home: Home, learner: Learner, now: datetime, on_progress: Progress | None) -> BroughtIn:
    from quizapp.study.anki.reading import read_anki
    from quizapp.study.anki.taking import take_anki

    deck = read_anki(path, now, on_progress)
    saved = back_up_before(home, now)
    taken = take_anki(learner, deck, path, home.pictures, now)
    merged = Merged(rows=len(deck.cards) + len(deck.reviews), new=taken.new + taken.changed + taken.reviews)
    return BroughtIn(source=Source.ANKI, merged=merged, backup=saved, anki=taken, deck=deck)


def is_table(path: Path) -> bool:
    """Tell by its name whether a file is a table."""
    return path.suffix.lower() in (".csv", ".tsv")


def _is_new(connection: sqlite3.Connection, row: StoredRow) -> bool:
    return connection.execute("SELECT 1 FROM rows WHERE id = ?", (row.id,)).fetchone() is None


def _looked(path: Path, source: Source, merged: Merged, span: Sequence[int]) -> Looked:
    return Looked(
        path=path,
        source=source,
        rows=merged.rows,
        new=merged.new,
        first=moment(span[0]) if span else None,
        last=moment(span[1]) if span else None,
        unread=merged.unread,
        told=merged.told,
    )


def _look_at_table(path: Path, home: Home, learner: Learner) -> Looked:
    table = read_table(path)
    if table.cards:
        merged = _merged(table, len(table.cards), len(_new_cards(table, learner)))
        return _looked(path, Source.CARDS, merged, ())
    times = [row.at for row in table.reviews]
    merged = _merged(table, len(table.reviews), len(_new_reviews(table, home)))
    return _looked(path, Source.REVIEWS, merged, (min(times), max(times)) if times else ())


def _bring_in_table(table: ReadTable, home: Home, learner: Learner, now: datetime, saved: Backup | None) -> BroughtIn:
    if table.cards:
        cards = _new_cards(table, learner)
        _write(cards, home, learner, now)
        merged = _merged(table, len(table.cards), len(cards))
        return BroughtIn(source=Source.CARDS, merged=merged, backup=saved)
    with taking_in(learner, home.journal) as take:
        added = take(_new_reviews(table, home))
    return BroughtIn(source=Source.REVIEWS, merged=_merged(table, len(table.reviews), added), backup=saved)


def _write(cards: Sequence[OwnCard], home: Home, learner: Learner, now: datetime) -> None:
    """Write cards so that new ones come up in the order of the table; one undo takes them back."""
    here = {card.id for card in learner.own_cards()}
    learner.write_cards([card for card in cards if card.id in here])
    with opened_in_use(home.journal) as connection:
        (device,) = connection.execute("SELECT id FROM device").fetchone()
    batch = uuid4().hex
    new = (card for card in cards if card.id not in here)
    learner.take_in(
        Row(id=uuid4().hex, device=device, at=now + place * MICROSECOND, entry=written(card, batch))
        for place, card in enumerate(new)
    )


def _merged(table: ReadTable, rows: int, new: int) -> Merged:
    return Merged(rows=rows, new=new, unread=len(table.unread), told=table.unread[:MOST_TOLD])


def _new_cards(table: ReadTable, learner: Learner) -> tuple[OwnCard, ...]:
    here = {card.id: card for card in learner.own_cards()}
    given = {card.id: card for card in table.cards}
    return tuple(card for card in given.values() if here.get(card.id) != card)


def _new_reviews(table: ReadTable, home: Home) -> tuple[StoredRow, ...]:
    """Return the reviews that are not here, under whichever id: a table of our own lacks the rows' ids."""
    with opened_in_use(home.journal) as connection:
        here = set(connection.execute(f"SELECT item, at FROM rows WHERE kind IN ({_REVIEW_KINDS})"))
    new = {row.id: row for row in table.reviews if (named(row.data).item, row.at) not in here}
    return tuple(new.values())
