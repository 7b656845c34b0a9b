"""A collection: Anki's SQLite file, from a stranger; opened so that nothing in it can act, and only read."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from quizapp.message import message
from quizapp.study.anki.notes import AnkiCard, AnkiReview, NoteType
from quizapp.study.anki.problems import AnkiError
from quizapp.study.anki.schema import (
    read_deck_table,
    read_json_decks,
    read_json_note_types,
    read_note_type_tables,
)

NEWEST_SCHEMA = 18

LARGEST_VALUE = 64 << 20
"""Bytes of one value; old collections keep all their kinds of note in one."""

LARGEST_NOTE = 200_000
"""Bytes of all fields of a note together."""

_SUSPENDED = -1
_FILTERED = 3
_OLDEST_SCHEMA = 11
_FIRST_WITH_TABLES = 15
_TABLES = ("col", "notes", "cards", "revlog")
_NEWER_TABLES = ("notetypes", "fields", "templates", "decks")

# A card in a filtered deck belongs to the one that it was taken from, `odid`.
_CARDS = """
    SELECT c.id, n.guid, c.ord, CASE c.odid WHEN 0 THEN c.did ELSE c.odid END, n.mid,
        CASE WHEN length(CAST(n.flds AS BLOB)) <= ? THEN n.flds END, n.tags, n.mod, c.mod, c.queue
    FROM cards c JOIN notes n ON n.id = c.nid ORDER BY c.nid, c.ord
"""

# Ease 0: no answer, but a date set by hand. Factor 0 in a filtered deck: cramming, which Anki does not count either.
_REVIEWS = f"""
    SELECT id, cid, ease, time FROM revlog
    WHERE ease BETWEEN 1 AND 4 AND NOT (type = {_FILTERED} AND factor = 0) ORDER BY id
"""


class Collection:
    """An open collection.

    Attributes:
        unreadable: how many cards the last reading passed over because something in them is not what it should be.
    """

    def __init__(self, path: Path, name: str) -> None:
        """Open it.

        Args:
            path: the unpacked file.
            name: of the archive that it comes from, for sentences.

        Raises:
            AnkiError: if it is no collection, or damaged, or newer than quizapp knows.
        """
        self._name = name
        self.unreadable = 0
        with self._telling():
            self._connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
        try:
            with self._telling():
                self._prepare()
                self._read_frame()
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def count(self) -> int:
        """Return how many cards there are."""
        with self._telling():
            return int(self._connection.execute("SELECT count(*) FROM cards").fetchone()[0])

    def cards(self) -> Iterator[AnkiCard]:
        """Yield the cards, those of a note together, in the order in which notes were made.

        Raises:
            AnkiError: if they can't be read.
        """
        self.unreadable = 0
        for row in self._rows(_CARDS, LARGEST_NOTE):
            try:
                yield self._card(row)
            except (TypeError, ValueError, OverflowError):
                self.unreadable += 1

    def reviews(self) -> Iterator[AnkiReview]:
        """Yield the answers that count for memory, by time.

        Raises:
            AnkiError: if they can't be read.
        """
        for row in self._rows(_REVIEWS):
            if all(isinstance(value, int) for value in row):
                yield AnkiReview(id=row[0], card=row[1], ease=row[2], milliseconds=row[3])

    def _rows(self, query: str, *values: int) -> Iterator[tuple[Any, ...]]:
        with self._telling():
            cursor = self._connection.execute(query, values)
        while True:
            with self._telling():
                rows = cursor.fetchmany(1000)
            if not rows:
                return
            yield from rows

    def _card(self, row: tuple[Any, ...]) -> AnkiCard:
        card, guid, ordinal, deck, kind, fields, tags, note_modified, card_modified, queue = row
        return AnkiCard(
            id=int(card),
            guid=str(guid),
            ordinal=int(ordinal),
            deck=self._decks.get(deck, ""),
            note_type=self._note_types.get(kind),
            values=None if fields is None else tuple(str(fields).split("\x1f")),
            tags=tuple(str(tags).split()),
            note_modified=int(note_modified),
            card_modified=int(card_modified),
            is_suspended=queue == _SUSPENDED,
        )

    def _prepare(self) -> None:
        connection = self._connection
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
        connection.text_factory = _text
        # Anki's tables name an order of letters that only Anki has; nothing here depends on it.
        connection.create_collation("unicase", _by_letters)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        self._expect_plain(_TABLES)
        found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
        if found != "ok":
            raise ValueError(found)

    def _expect_plain(self, tables: tuple[str, ...]) -> None:
        """Refuse views, virtual tables and computed columns in the tables' places: reading those would run them."""
        query = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        plain = {name for (name,) in self._connection.execute(query)}
        computed = "SELECT 1 FROM pragma_table_xinfo(?) WHERE hidden"
        for table in tables:
            if table not in plain or self._connection.execute(computed, (table,)).fetchone():
                raise ValueError(f"no table {table}")

    def _read_frame(self) -> None:
        version, models, decks = self._connection.execute("SELECT ver, models, decks FROM col").fetchone() or (0, 0, 0)
        if not isinstance(version, int) or version < _OLDEST_SCHEMA:
            raise ValueError("too old")
        if version > NEWEST_SCHEMA:
            raise self._newer(version)
        self._note_types: dict[int, NoteType]
        self._decks: dict[int, str]
        if version < _FIRST_WITH_TABLES:
            self._note_types, self._decks = read_json_note_types(str(models)), read_json_decks(str(decks))
        else:
            self._expect_plain(_NEWER_TABLES)
            self._note_types = read_note_type_tables(self._connection)
            self._decks = read_deck_table(self._connection)

    def _newer(self, version: int) -> AnkiError:
        says = message(
            "{file} was made by a newer Anki (schema {found}, quizapp knows up to {known}). "
            "Export it there with “Support older Anki versions”.",
            file=self._name,
            found=version,
            known=NEWEST_SCHEMA,
        )
        return AnkiError(says)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Turn what SQLite and the readers raise into a sentence."""
        try:
            yield
        except (sqlite3.Error, msgspec.MsgspecError, ValueError, TypeError, RecursionError) as error:
            says = message("{file} is damaged: the collection in it can't be read.", file=self._name)
            raise AnkiError(says) from error


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _by_letters(one: str, other: str) -> int:
    left, right = one.casefold(), other.casefold()
    return (left > right) - (left < right)
