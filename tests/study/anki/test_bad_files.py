"""Files that are no decks, or decks that mean harm: one sentence each, and nothing is written."""

import json
import sqlite3
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import zstandard

from quizapp.study.anki import archive
from quizapp.study.anki.deck import AnkiDeck, Why
from quizapp.study.anki.problems import AnkiError
from quizapp.study.anki.reading import read_anki
from tests.study.anki.conftest import Made


def _read(path: Path) -> AnkiDeck:
    return read_anki(path, datetime.now(UTC))


def _says(path: Path) -> str:
    with pytest.raises(AnkiError) as raised:
        _read(path)
    return str(raised.value)


def _zip(path: Path, **entries: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries.items():
            file.writestr(name.replace("__", "."), content)
    return path


def _changed(made: Made, form: str, to: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    with zipfile.ZipFile(made.paths[form]) as file:
        entries = {name: file.read(name) for name in file.namelist()}
    change(entries)
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries.items():
            file.writestr(name, content)
    return to


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "deck.apkg"

    assert f"{path} can't be read: No such file or directory." == _says(path)


@pytest.mark.parametrize("content", [b"", b"PK", b"just a text", b"PK\x05\x06" + b"\xff" * 18, b"\x00" * 100_000])
def test_a_file_that_is_no_zip(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "deck.apkg"
    path.write_bytes(content)

    says = _says(path)

    assert says.startswith("deck.apkg") and ("no complete zip file" in says or "far too many" in says)


@pytest.mark.parametrize("form", ["new.apkg", "legacy.apkg"])
def test_a_deck_cut_short_anywhere(made: Made, tmp_path: Path, form: str) -> None:
    whole = made.paths[form].read_bytes()
    path = tmp_path / "deck.apkg"
    for share in range(0, 100, 7):
        path.write_bytes(whole[: len(whole) * share // 100])

        assert "it was cut short" in _says(path)


@pytest.mark.parametrize("form", ["new.apkg", "legacy.apkg"])
def test_a_deck_with_a_damaged_byte_is_read_or_refused_in_words(made: Made, tmp_path: Path, form: str) -> None:
    whole = bytearray(made.paths[form].read_bytes())
    path = tmp_path / "deck.apkg"
    for at in range(0, len(whole), max(len(whole) // 60, 1)):
        damaged = bytearray(whole)
        damaged[at] ^= 0xFF
        path.write_bytes(damaged)
        try:
            _read(path)
        except AnkiError as error:
            assert "deck.apkg" in str(error)


def test_a_zip_without_a_collection(tmp_path: Path) -> None:
    path = _zip(tmp_path / "deck.apkg", photo__png=b"x")

    assert "deck.apkg is no deck of Anki: there is no collection in it." == _says(path)


def test_a_collection_that_is_no_sqlite_file(tmp_path: Path) -> None:
    path = _zip(tmp_path / "deck.apkg", collection__anki2=b"not a database")

    assert "deck.apkg is damaged: the collection in it can't be read." == _says(path)


def test_a_database_of_another_program(tmp_path: Path) -> None:
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE songs (id)")
        path = _zip(tmp_path / "deck.apkg", collection__anki2=connection.serialize())
    connection.close()

    assert "deck.apkg is damaged: the collection in it can't be read." == _says(path)


def test_views_in_place_of_tables(made: Made, tmp_path: Path) -> None:
    def to_views(entries: dict[str, bytes]) -> None:
        connection = sqlite3.connect(":memory:")
        connection.deserialize(entries["collection.anki21"])
        connection.execute("ALTER TABLE revlog RENAME TO hidden")
        connection.execute("CREATE VIEW revlog AS SELECT * FROM hidden")
        entries["collection.anki21"] = connection.serialize()
        connection.close()

    path = _changed(made, "legacy.apkg", tmp_path / "deck.apkg", to_views)

    assert "deck.apkg is damaged: the collection in it can't be read." == _says(path)


@pytest.mark.parametrize("column", ["mod", "ord"])
def test_a_card_with_an_endless_number_is_left_out(made: Made, tmp_path: Path, column: str) -> None:
    def to_endless(entries: dict[str, bytes]) -> None:
        connection = sqlite3.connect(":memory:")
        connection.deserialize(entries["collection.anki21"])
        connection.execute(f"UPDATE cards SET {column} = 9e999 WHERE id = (SELECT min(id) FROM cards)")
        connection.commit()
        entries["collection.anki21"] = connection.serialize()
        connection.close()

    deck = _read(_changed(made, "legacy.apkg", tmp_path / "deck.apkg", to_endless))

    assert 1 == deck.left_out[Why.DAMAGED]
    assert deck.cards


def test_a_newer_schema(made: Made, tmp_path: Path) -> None:
    def to_newer(entries: dict[str, bytes]) -> None:
        connection = sqlite3.connect(":memory:")
        connection.deserialize(entries["collection.anki21"])
        connection.execute("UPDATE col SET ver = 99")
        connection.commit()
        entries["collection.anki21"] = connection.serialize()
        connection.close()

    path = _changed(made, "legacy.apkg", tmp_path / "deck.apkg", to_newer)

    assert (
        "deck.apkg was made by a newer Anki (schema 99, quizapp knows up to 18). "
        "Export it there with “Support older Anki versions”."
    ) == _says(path)


def test_a_newer_form(made: Made, tmp_path: Path) -> None:
    path = _changed(made, "new.apkg", tmp_path / "deck.apkg", lambda entries: entries.update(meta=b"\x08\x09"))

    assert "deck.apkg was made by a newer Anki than quizapp knows." in _says(path)


@pytest.mark.parametrize("media", [b"not zstd", zstandard.compress(b"\xff\xff\xff")])
def test_a_damaged_list_of_media(made: Made, tmp_path: Path, media: bytes) -> None:
    path = _changed(made, "new.apkg", tmp_path / "deck.apkg", lambda entries: entries.update(media=media))

    assert _says(path).startswith("deck.apkg is damaged: ")


def test_a_bomb(tmp_path: Path) -> None:
    path = _zip(tmp_path / "deck.apkg", collection__anki2=b"\x00" * (archive.FREE_OF_RATIO + (2 << 20)))

    assert "deck.apkg was not unpacked: “collection.anki2” takes" in _says(path)


def test_a_bomb_of_zstd(tmp_path: Path) -> None:
    bomb = zstandard.compress(b"\x00" * (archive.FREE_OF_RATIO + (2 << 20)))
    path = _zip(tmp_path / "deck.apkg", collection__anki21b=bomb)

    assert "as no deck does." in _says(path)


def test_an_entry_that_lies_about_its_size(tmp_path: Path) -> None:
    path = _zip(tmp_path / "deck.apkg", collection__anki2=b"x" * 5000)
    path.write_bytes(path.read_bytes().replace((5000).to_bytes(4, "little"), (50).to_bytes(4, "little")))

    assert _says(path).startswith("deck.apkg is damaged: ")


def test_names_that_lead_out_of_the_folder_are_only_names(made: Made, tmp_path: Path) -> None:
    def lead_out(entries: dict[str, bytes]) -> None:
        entries["../../evil.png"] = b"x"
        entries["media"] = json.dumps({"../../evil.png": "net 1.png"}).encode()

    path = _changed(made, "legacy.apkg", tmp_path / "deck.apkg", lead_out)

    deck = _read(path)

    assert ["../../evil.png"] == list(deck.pictures.values())
    assert all("/" not in name and ".." not in name for name in deck.pictures)


def test_media_that_are_missing_are_counted(made: Made, tmp_path: Path) -> None:
    path = _changed(made, "legacy.apkg", tmp_path / "deck.apkg", lambda entries: entries.__delitem__("0"))

    deck = _read(path)

    assert (7, 2, {}) == (len(deck.cards), deck.missing, dict(deck.pictures))
