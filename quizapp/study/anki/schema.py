"""Where a collection keeps its kinds of note and its decks: JSON in one row up to schema 11, tables from 15 on."""

import sqlite3
from collections import defaultdict
from typing import Any

import msgspec
from msgspec import Struct

from quizapp.study.anki.notes import NoteType, Template
from quizapp.study.anki.wire import number_field, text_field

_CLOZE = 1
_LEVEL = "\x1f"
# Fields of Notetype.Config, and of Notetype.Template.Config.
_KIND, _FRONT, _BACK = 1, 1, 2


class _JsonField(Struct):
    name: str


class _JsonTemplate(Struct):
    name: str
    qfmt: str
    afmt: str
    ord: int = 0


class _JsonNoteType(Struct):
    name: str
    flds: list[_JsonField]
    tmpls: list[_JsonTemplate]
    type: int = 0


class _JsonDeck(Struct):
    name: str


def read_json_note_types(text: str) -> dict[int, NoteType]:
    """Return the kinds of note by id.

    Raises:
        msgspec.MsgspecError, ValueError: if they are not what they should be.
    """
    found = msgspec.json.decode(text, type=dict[str, _JsonNoteType])
    return {int(key): _from_json(kind) for key, kind in found.items()}


def _from_json(kind: _JsonNoteType) -> NoteType:
    return NoteType(
        name=kind.name,
        fields=tuple(field.name for field in kind.flds),
        templates={each.ord: Template(each.name, each.qfmt, each.afmt) for each in kind.tmpls},
        is_cloze=kind.type == _CLOZE,
    )


def read_json_decks(text: str) -> dict[int, str]:
    """Return the decks' names by id.

    Raises:
        msgspec.MsgspecError, ValueError: if they are not what they should be.
    """
    found = msgspec.json.decode(text, type=dict[str, _JsonDeck])
    return {int(key): deck.name for key, deck in found.items()}


def read_note_type_tables(connection: sqlite3.Connection) -> dict[int, NoteType]:
    """Return the kinds of note by id.

    Raises:
        sqlite3.Error, ValueError: if they are not what they should be.
    """
    fields: defaultdict[int, list[str]] = defaultdict(list)
    for kind, name in connection.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
        fields[kind].append(str(name))
    templates: defaultdict[int, dict[int, Template]] = defaultdict(dict)
    for kind, ordinal, name, config in connection.execute("SELECT ntid, ord, name, config FROM templates"):
        data = _as_bytes(config)
        templates[kind][ordinal] = Template(str(name), text_field(data, _FRONT), text_field(data, _BACK))
    return {
        kind: NoteType(
            name=str(name),
            fields=tuple(fields[kind]),
            templates=templates[kind],
            is_cloze=number_field(_as_bytes(config), _KIND) == _CLOZE,
        )
        for kind, name, config in connection.execute("SELECT id, name, config FROM notetypes")
    }


def read_deck_table(connection: sqlite3.Connection) -> dict[int, str]:
    """Return the decks' names by id, `::` between the levels.

    Raises:
        sqlite3.Error: if the table is not what it should be.
    """
    found = connection.execute("SELECT id, name FROM decks")
    return {deck: str(name).replace(_LEVEL, "::") for deck, name in found}


def _as_bytes(value: Any) -> bytes:
    if not isinstance(value, bytes):
        raise ValueError("expected bytes")
    return value
