"""The index: one SQLite file with an FTS5 table, that may be thrown away at any time."""

import sqlite3
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import msgspec

from quizapp.message import SaysError, message
from quizapp.packs.model import ItemId
from quizapp.search.documents import Document, Segment
from quizapp.search.query import Query
from quizapp.search.snippets import Snippet, best_snippet
from quizapp.search.words import set_apart

APPLICATION_ID = 0x715A5345
VERSION = 1
"""To be raised when documents, words or tables change: an index of another version is made anew."""

WEIGHTS = (10.0, 3.0, 2.0, 4.0, 1.0)
"""What a hit counts in title, prose, code, the learner's own, names."""

MOST_RANKED = 4000

BUSY_SECONDS = 5.0
MAPPED_BYTES = 1 << 28

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(tuple[Segment, ...])


class SearchError(SaysError):
    """The index can't be read or written; nothing is lost with it."""


class SearchIndex:
    """Takes documents in and finds items. Thread-safe: finding never waits for taking in.

    Every call opens the file for itself, which costs less than a millisecond: nothing has to be closed in the end, and
    a file that was thrown away is simply not met again.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._items: dict[int, ItemId] = {}

    def prepare(self) -> None:
        """Make the file ready to use: one that is damaged, of another version or no index is made anew.

        Raises:
            SearchError: if there can't be an index here.
        """
        with self._telling():
            try:
                usable = self._is_usable()
            except sqlite3.DatabaseError:
                usable = False
            if not usable:
                self.throw_away()
                self._create()

    def throw_away(self) -> None:
        """Delete the file.

        Raises:
            SearchError: if it can't be deleted.
        """
        self._items = {}
        with self._telling():
            for ending in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + ending).unlink(missing_ok=True)

    def digests(self) -> dict[ItemId, bytes]:
        """Return the digest of every document that is in the index.

        Raises:
            SearchError: if the file can't be read.
        """
        with self._reading() as connection:
            return dict(connection.execute("SELECT item, digest FROM documents"))

    def take_in(self, documents: Iterable[Document]) -> None:
        """Put documents into the index, each in place of the one that it had of the item; all or none.

        Raises:
            SearchError: if the file can't be written.
        """
        with self._writing() as connection:
            for document in documents:
                _remove(connection, document.item)
                _add(connection, document)

    def drop(self, items: Iterable[ItemId]) -> None:
        """Take items out of the index; all or none.

        Raises:
            SearchError: if the file can't be written.
        """
        with self._writing() as connection:
            for item in items:
                _remove(connection, item)

    def find(self, query: Query) -> tuple[ItemId, ...]:
        """Return every item that holds all the terms, first those whose title does, then the best.

        What very many items hold tells none from another: if it is in more than `MOST_RANKED`, they come in the order
        in which they were taken in.

        Raises:
            SearchError: if the file can't be read.
        """
        if not query:
            return ()
        match = query.match()
        with self._reading() as connection:
            found = (*_numbers(connection, f"{{title}} : ({match})"), *_numbers(connection, match))
            numbers = dict.fromkeys(number for (number,) in found)
            items = self._items_of(connection, numbers)
        return tuple([items[number] for number in numbers])

    def snippets(
        self, items: Iterable[ItemId], query: Query, language: str, unanswered: Container[ItemId] = ()
    ) -> Mapping[ItemId, Snippet]:
        """Return why these items were found; those that only their titles explain are left out.

        Of the `unanswered` something else is rather returned than what answers them.

        Raises:
            SearchError: if the file can't be read.
        """
        found = {}
        with self._reading() as connection:
            for item in items:
                segments = _segments(connection, item)
                avoid = item in unanswered
                if (snippet := best_snippet(segments, query, language, avoid_answers=avoid)) is not None:
                    found[item] = snippet
        return found

    def _items_of(self, connection: sqlite3.Connection, numbers: Iterable[int]) -> Mapping[int, ItemId]:
        """Return the items by number; they are read again only where one is not known yet."""
        items = self._items
        if any(number not in items for number in numbers):
            self._items = items = dict(connection.execute("SELECT number, item FROM documents"))
        return items

    def _is_usable(self) -> bool:
        if not self._path.exists():
            return False
        with closing(self._connect()) as connection:
            found = (_pragma(connection, "application_id"), _pragma(connection, "user_version"))
            return found == (APPLICATION_ID, VERSION) and _pragma(connection, "quick_check") == "ok"

    def _create(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with closing(self._connect()) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("BEGIN IMMEDIATE")
            # AUTOINCREMENT: a number that was given is never given to another item.
            connection.execute(
                "CREATE TABLE documents (number INTEGER PRIMARY KEY AUTOINCREMENT, item TEXT NOT NULL UNIQUE,"
                " digest BLOB NOT NULL, segments BLOB NOT NULL, names TEXT NOT NULL)"
            )
            # Without content: the texts as they were written stand in `documents`. The lengths of beginnings that are
            # indexed too make one or two letters fast.
            connection.execute(
                "CREATE VIRTUAL TABLE words USING fts5"
                "(title, prose, code, own, names, content = '', tokenize = 'unicode61', prefix = '1 2')"
            )
            connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("COMMIT")

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=BUSY_SECONDS, isolation_level=None)
        connection.execute(f"PRAGMA mmap_size = {MAPPED_BYTES}")
        # What a power cut takes is indexed again.
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._telling(), closing(self._connect()) as connection:
            # One look at the file, whatever is taken in meanwhile.
            connection.execute("BEGIN")
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._telling(), closing(self._connect()) as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError, msgspec.MsgspecError) as error:
            says = message(
                "The search index {path} can't be used ({reason}). Everything but searching works; "
                "allow writing to its folder, and look whether the disk is full.",
                path=str(self._path),
                reason=str(error),
            )
            raise SearchError(says) from error


_RANKED = "SELECT rowid FROM words WHERE words MATCH ?6 ORDER BY bm25(words, ?1, ?2, ?3, ?4, ?5)"
_FOUND = "SELECT rowid FROM words WHERE words MATCH ?"


def _numbers(connection: sqlite3.Connection, match: str) -> list[tuple[int]]:
    found = connection.execute(_FOUND, (match,)).fetchall()
    if len(found) > MOST_RANKED:
        return found
    return connection.execute(_RANKED, (*WEIGHTS, match)).fetchall()


def _add(connection: sqlite3.Connection, document: Document) -> None:
    *_, names = columns = document.columns()
    row = (document.item, document.digest(), _encoder.encode(document.segments), names)
    statement = "INSERT INTO documents (item, digest, segments, names) VALUES (?, ?, ?, ?)"
    number = connection.execute(statement, row).lastrowid
    connection.execute(
        "INSERT INTO words (rowid, title, prose, code, own, names) VALUES (?, ?, ?, ?, ?, ?)",
        (number, *map(set_apart, columns)),
    )


def _remove(connection: sqlite3.Connection, item: ItemId) -> None:
    statement = "DELETE FROM documents WHERE item = ? RETURNING number, segments, names"
    for number, segments, names in connection.execute(statement, (item,)).fetchall():
        # A table without content has to be told what stood in the row.
        *columns, _ = Document(item, _decoder.decode(segments)).columns()
        connection.execute(
            "INSERT INTO words (words, rowid, title, prose, code, own, names) VALUES ('delete', ?, ?, ?, ?, ?, ?)",
            (number, *map(set_apart, columns), set_apart(names)),
        )


def _segments(connection: sqlite3.Connection, item: ItemId) -> tuple[Segment, ...]:
    stored = connection.execute("SELECT segments FROM documents WHERE item = ?", (item,)).fetchone()
    return _decoder.decode(stored[0]) if stored else ()


def _pragma(connection: sqlite3.Connection, name: str) -> Any:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]
