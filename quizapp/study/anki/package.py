"""What lies in a deck's archive: the collection in one of its forms, and the list of media."""

import unicodedata

import msgspec
from msgspec import Struct

from quizapp.message import message
from quizapp.not_json import NOT_JSON
from quizapp.study.anki.archive import Archive
from quizapp.study.anki.problems import AnkiError
from quizapp.study.anki.wire import number_field, read_fields, text_field

SUFFIXES = (".apkg", ".colpkg")

LARGEST_COLLECTION = 4 << 30
"""Bytes; a million reviews take 100 MB."""

LARGEST_MEDIA_LIST = 64 << 20

_NEWEST_FORM = 3
# A package of a newer form has an older collection beside its own, whose only note asks to update Anki.
_COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
_MEDIA_LIST = "media"
_META = "meta"
# Fields of PackageMetadata, of MediaEntries, and of MediaEntry.
_META_VERSION, _ENTRIES, _ENTRY_NAME, _ENTRY_FILE = 1, 1, 1, 255


class Contents(Struct, frozen=True, kw_only=True):
    """What an archive holds.

    Attributes:
        collection: the entry with the collection.
        is_zstd: whether collection and media are zstd streams.
        media: the name by which cards call a file, to the entry that holds it.
    """

    collection: str
    is_zstd: bool
    media: dict[str, str]


def read_contents(archive: Archive) -> Contents:
    """Find out what an archive holds.

    Raises:
        AnkiError: if it holds no collection, is of a newer form, or its list of media is damaged.
    """
    if _META in archive and _form(archive) > _NEWEST_FORM:
        raise AnkiError(
            message(
                "{file} was made by a newer Anki than quizapp knows. "
                "Export it there with “Support older Anki versions”.",
                file=archive.name,
            )
        )
    collection = next((name for name in _COLLECTIONS if name in archive), None)
    if collection is None:
        raise AnkiError(message("{file} is no deck of Anki: there is no collection in it.", file=archive.name))
    is_zstd = collection == _COLLECTIONS[0]
    return Contents(collection=collection, is_zstd=is_zstd, media=_read_media_list(archive, is_zstd=is_zstd))


def _form(archive: Archive) -> int:
    try:
        return number_field(archive.read(_META, 1 << 10), _META_VERSION)
    except ValueError:
        return 0


def _read_media_list(archive: Archive, *, is_zstd: bool) -> dict[str, str]:
    if _MEDIA_LIST not in archive:
        return {}
    data = archive.read(_MEDIA_LIST, LARGEST_MEDIA_LIST, is_zstd=is_zstd)
    try:
        listed = _listed_as_fields(data) if is_zstd else _listed_as_json(data)
    except (ValueError, *NOT_JSON) as error:
        raise AnkiError(message("{file} is damaged: its list of media can't be read.", file=archive.name)) from error
    return {unicodedata.normalize("NFC", name): entry for name, entry in listed.items()}


def _listed_as_json(data: bytes) -> dict[str, str]:
    names = msgspec.json.decode(data or b"{}", type=dict[str, str])
    return {name: entry for entry, name in names.items()}


def _listed_as_fields(data: bytes) -> dict[str, str]:
    """Read `MediaEntries`: one field 1 for each file, in which 1 is its name and 255, if there, its entry's number."""
    listed: dict[str, str] = {}
    entries = (value for field, value in read_fields(data) if field == _ENTRIES and isinstance(value, bytes))
    for index, entry in enumerate(entries):
        # A file without a number of its own is called by its place in the list.
        listed[text_field(entry, _ENTRY_NAME)] = str(number_field(entry, _ENTRY_FILE) or index)
    return listed
