"""A deck of Anki: its archive's bytes, its entries, and what stands in its collection's tables."""

import io
import json
import sqlite3
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from quizapp.study.anki.exporting import own_exported, write_anki
from quizapp.study.anki.html import to_html
from quizapp.study.anki.pictures import store_pictures
from quizapp.study.anki.problems import AnkiError
from quizapp.study.anki.reading import read_anki
from quizapp.study.own_cards import OwnCard
from tests.fuzz.parts import joined, parted
from tests.fuzz.saying import demand_said, demand_shown
from tests.fuzz.target import Target
from tests.study.anki.decks import PIXEL

_NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
_NAME = "odd.apkg"
_COLLECTION = "collection.anki2"
_TABLES = ("col", "notes", "cards", "revlog")
_CARDS = (
    OwnCard(id="own/torch/0123456789ab", deck="Torch", front="What is `view`? ![a](a.png)", back="It $x^2$ shares."),
    OwnCard(id="own/torch/0123456789ac", deck="Torch::Deep", front="**zero_grad**", back="- a\n- b", concepts=("x",)),
)
_FIELDS = (
    "{{c1::zero_grad}} before {{c2::backward::what}}\x1fMore [sound:a.mp3]",
    r"<div>What is <b>autograd</b>?</div><ul><li>a</li></ul>"
    + "\x1f"
    + r"It gives \(\frac{dy}{dx}\). <img src='a.png'>",
    "<pre><code>x &lt; 1\n</code></pre><table><tr><td>1</td></tr></table>"
    "\x1f[latex]x[/latex] [$]y[/$] <script>z</script>",
)
_CLOZE = {"name": "Cloze", "type": 1, "flds": [{"name": "Text"}, {"name": "Extra"}]}
_CLOZE_SIDES = [
    {"name": "Cloze", "qfmt": "{{cloze:Text}}", "afmt": "{{cloze:Text}}<br>{{#Extra}}{{hint:Extra}}{{/Extra}}"}
]


@cache
def _exported() -> bytes:
    """Return a deck as our own export writes it, with a picture."""
    with TemporaryDirectory() as name:
        (Path(name) / "a.png").write_bytes(PIXEL)
        write_anki(Path(name) / _NAME, own_exported(_CARDS, Path(name)), _NOW)
        return (Path(name) / _NAME).read_bytes()


def _entries() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(_exported())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def byte_seeds() -> tuple[bytes, ...]:
    """Return a deck as it is, and with its entries stored."""
    return _exported(), _zipped(list(_entries().items()))


def entry_seeds() -> tuple[bytes, ...]:
    """Return a deck by its entries, and one that says to be of the newer form."""
    entries = _entries()
    newer = {"meta": b"\x08\x03", "collection.anki21b": b"", "media": b"", _COLLECTION: entries[_COLLECTION]}
    return joined(entries), joined(newer)


@cache
def _tables() -> dict[str, list[list[Any]]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(_entries()[_COLLECTION])
        return {table: [list(row) for row in connection.execute(f"SELECT * FROM {table}")] for table in _TABLES}


def row_seeds() -> tuple[bytes, ...]:
    """Return what stands in a deck's tables, as JSON: as exported, with fields as strangers write them, and a cloze."""
    tables = json.loads(json.dumps(_tables()))
    note, card = tables["notes"][0], tables["cards"][0]
    tables["revlog"] = [[1_700_000_000_000 + ease, card[0], -1, ease, 1, 1, 2500, 9000, 1] for ease in range(5)]
    seeds = [json.dumps(tables)]
    for fields in _FIELDS:
        tables["notes"] = [[*note[:6], fields, *note[7:]], *tables["notes"][1:]]
        seeds.append(json.dumps(tables))
    models = {number: _CLOZE | {"tmpls": _CLOZE_SIDES} for number in json.loads(tables["col"][0][9])}
    tables["notes"] = [[*note[:6], _FIELDS[0], *note[7:]]]
    tables["col"][0][9] = json.dumps(models)
    return tuple(seed.encode() for seed in (*seeds, json.dumps(tables)))


def _zipped(entries: list[tuple[str, bytes]]) -> bytes:
    made = io.BytesIO()
    # A name that is none would be the archive's fault, not its reader's.
    named = {name.encode("utf-8", "replace").decode().replace("\0", "")[:1000] or "x": each for name, each in entries}
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in named.items():
            archive.writestr(name, content)
    return made.getvalue()


def take(data: bytes, place: Path) -> None:
    """Read a deck, put its pictures away, draw its cards."""
    path, pictures = place / _NAME, place / "pictures"
    path.write_bytes(data)
    try:
        deck = read_anki(path, _NOW)
        store_pictures(path, dict(deck.pictures), pictures)
    except AnkiError as error:
        demand_said(error.says)
        demand_shown(str(error))
        assert _NAME in str(error)
        return
    for card in deck.cards:
        assert card.front.strip()
        for side in (card.front, card.back):
            side.encode()
            to_html(side, lambda source: None)
    assert {path, pictures} >= set(place.iterdir())
    assert not any(path.is_dir() for path in (pictures.iterdir() if pictures.exists() else ()))


def take_entries(data: bytes, place: Path) -> None:
    """Take a deck of these entries."""
    take(_zipped(parted(data)), place)


def take_rows(data: bytes, place: Path) -> None:
    """Take a deck whose tables hold this."""
    try:
        tables = json.loads(data)
    except (ValueError, RecursionError):
        return
    if isinstance(tables, dict):
        take(_zipped([*_entries().items(), (_COLLECTION, _collection_of(tables))]), place)


def _collection_of(tables: dict[str, Any]) -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(_entries()[_COLLECTION])
        for table in _TABLES:
            connection.execute(f"DELETE FROM {table}")
            rows = tables.get(table)
            for row in rows if isinstance(rows, list) else ():
                _insert(connection, table, row)
        connection.commit()
        return connection.serialize()


def _insert(connection: sqlite3.Connection, table: str, row: Any) -> None:
    """Insert a row if SQLite takes it; what it does not take can't be in a collection either."""
    if not isinstance(row, list) or not row:
        return
    values = [json.dumps(value) if isinstance(value, dict | list) else value for value in row]
    try:
        connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)
    except (sqlite3.Error, OverflowError, UnicodeEncodeError):
        return


TARGETS = (
    Target(name="deck", seeds=byte_seeds, read=take, largest=1 << 18),
    Target(name="deck-entries", seeds=entry_seeds, read=take_entries, largest=1 << 18),
    Target(name="deck-rows", seeds=row_seeds, read=take_rows),
)
