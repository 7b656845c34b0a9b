"""Finds what a reader would not see as its author meant it: formulas that can't be drawn, pictures that are none."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote
from xml.etree import ElementTree

from quizapp.classroom.languages import texts_of
from quizapp.markdown.formulas import draw_formula
from quizapp.markdown.parser import parser
from quizapp.message import Message, message
from quizapp.packs.model import Item

if TYPE_CHECKING:
    from markdown_it.token import Token

_FORMULAS: Final = frozenset(("math_inline", "math_inline_double", "math_block"))
_BEGINNINGS: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")
"""Of the files of pictures that are no SVG."""


def faults_of_texts(item: Item) -> Iterator[Message]:
    """Yield a message for each formula and picture in the item's texts that would not be shown, or not be read out.

    Links, and whether a picture's file is there, are looked at when the pack is read.
    """
    for name, text in texts_of(item):
        for written in text.by_language.values():
            for token in _all_of(parser().parse(written)):
                yield from _faults_of(token, name, item.folder)


def _all_of(tokens: Sequence["Token"]) -> Iterator["Token"]:
    for token in tokens:
        yield token
        yield from _all_of(token.children or ())


def _faults_of(token: "Token", name: str, folder: Path) -> Iterator[Message]:
    if token.type in _FORMULAS and draw_formula(token.content.strip(), 16.0, "#000000", display=False) is None:
        yield message("{name}: the formula `{formula}` can't be drawn.", name=name, formula=token.content.strip())
    elif token.type == "image":
        address = str(token.attrs["src"])
        if not token.content.strip():
            yield message(
                "{name}: the picture {file} has no description for those who can't see it.", name=name, file=address
            )
        if not _is_picture(folder / unquote(address)):
            yield message("{name}: {file} can't be drawn; is it a picture?", name=name, file=address)


def _is_picture(path: Path) -> bool:
    try:
        if path.suffix.lower() == ".svg":
            return ElementTree.parse(path).getroot().tag.rpartition("}")[2] == "svg"
        with path.open("rb") as file:
            return file.read(16).startswith(_BEGINNINGS)
    except (OSError, ElementTree.ParseError):
        return False
