"""Starts a new pack: a folder with a card, a question and an exercise, which records and verifies as it is."""

import json
import re
from pathlib import Path
from typing import Final

from msgspec import Struct

from quizapp.classroom.starting_texts import CONCEPT, FILES
from quizapp.message import SaysError, message
from quizapp.packs.lessons import SLUG
from quizapp.packs.texts import LANGUAGE

_FALLBACK: Final = "en"
_NOT_IN_SLUGS: Final = re.compile("[^a-z0-9_]+")


class StartError(SaysError):
    """A new pack can't be made there, or can't be called so."""


class NewPack(Struct, frozen=True, kw_only=True):
    """What the author says of the pack that they begin."""

    id: str
    title: str
    language: str = _FALLBACK
    authors: tuple[str, ...] = ()
    licence: str = "MIT"


def id_from(name: str) -> str:
    """Return an id for a pack in a folder of this name: `My Pack` gives `my-pack`."""
    return _NOT_IN_SLUGS.sub("-", name.lower()).strip("-") or "pack"


def start_pack(folder: Path, new: NewPack) -> None:
    """Write the files of a new pack.

    Raises:
        StartError: if the folder holds something, or the id or the language can't be one.
        OSError: if it can't be written.
    """
    if not SLUG.fullmatch(new.id):
        raise StartError(message('Only a-z, 0-9, - and _ can stand in a pack\'s id, not "{id}".', id=new.id))
    if not LANGUAGE.fullmatch(new.language):
        raise StartError(message('Write a language as "en" or "zh", not "{language}".', language=new.language))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StartError(message("{folder} is there already and not empty; name a new folder.", folder=str(folder)))
    values = {
        "id": _quoted(new.id),
        "title": _quoted(new.title),
        "language": _quoted(new.language),
        "authors": f"[{', '.join(map(_quoted, new.authors))}]",
        "licence": _quoted(new.licence),
        "concept": _quoted(CONCEPT.get(new.language, CONCEPT[_FALLBACK])),
    }
    for path, text in FILES.get(new.language, FILES[_FALLBACK]).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_filled(path, text, values, _in_line(new.title)), encoding="utf-8", newline="\n")


def _filled(path: str, text: str, values: dict[str, str], title: str) -> str:
    if path == "pack.toml":
        return text.format(**values)
    return text.format(name=title) if path == "README.md" else text


def _quoted(text: str) -> str:
    """Return a text as TOML writes it; its rules for what is escaped hold all that JSON does."""
    return json.dumps(_in_line(text), ensure_ascii=False).replace("\x7f", "\\u007f")


def _in_line(text: str) -> str:
    """Return a text in one line, and of a terminal's bytes that are no text what can be written."""
    return " ".join(text.encode("utf-8", "replace").decode().split())
