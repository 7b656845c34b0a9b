"""Anki's card templates: fields, filters and sections in a piece of HTML, filled in for one card."""

import re
from collections.abc import Callable, Mapping
from enum import Enum, auto
from functools import lru_cache
from html import escape, unescape
from typing import Final, TypeAlias

from msgspec import Struct

from quizapp.study.anki.clozes import reveal

LONGEST_SIDE: Final = 200_000
"""Characters; a side that is longer is cut off somewhere behind that, for its reader to see that it is too long."""

_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_SIGN: Final = re.compile(r"\{\{\{?([^{}]*)\}?\}\}")
_OTHER_SIGNS: Final = re.compile(r"\s*\{\{=<% %>=\}\}")
_NOTHING: Final = re.compile(r"(?:\s|&nbsp;|</?(?:br|div) ?/?>)*", re.IGNORECASE)
_TAG: Final = re.compile(r"<[^<>]*>")
_READING: Final = re.compile(r" ?([^ >\[\]]{1,50})\[(?!sound:)([^\[\]]{0,200})\]")


class Side(Enum):
    """Which side of a card is made."""

    FRONT = auto()
    BACK = auto()


class Filling(Struct, frozen=True, kw_only=True):
    """What a template is filled with.

    Attributes:
        fields: values by name, HTML, with what Anki adds: Deck, Tags, Type, Card.
        gap: the number of the gap that a cloze card is about; 0 for other cards.
    """

    fields: Mapping[str, str]
    side: Side
    gap: int = 0


Filter: TypeAlias = Callable[[str, Filling], str]


def fill(template: str, filling: Filling) -> str:
    """Return the side's HTML; whatever the template holds, this raises nothing.

    A field that there is not is empty. `{{FrontSide}}` is empty too: the back of a card is shown below its front.
    """
    parts: list[str] = []
    length = 0
    sections: list[tuple[str, bool]] = []
    for index, piece in enumerate(_pieces(template)):
        kind, name = piece[:1], piece[1:].strip()
        if index % 2 and kind in ("#", "^"):
            sections.append((name, _has(name, filling) == (kind == "#")))
        elif index % 2 and kind == "/":
            if sections and sections[-1][0] == name:
                sections.pop()
        elif all(shown for _, shown in sections):
            parts.append(_value(piece, filling) if index % 2 else piece)
            length += len(parts[-1])
            if length > LONGEST_SIDE:
                break
    return "".join(parts)


@lru_cache(maxsize=512)
def _pieces(template: str) -> tuple[str, ...]:
    """Return the template's text and, in between, what stands in its signs."""
    text = _COMMENT.sub("", template)
    if changed := _OTHER_SIGNS.match(text):
        text = text[changed.end() :].replace("<%", "{{").replace("%>", "}}")
    return tuple(piece.strip() if index % 2 else piece for index, piece in enumerate(_SIGN.split(text)))


def _has(name: str, filling: Filling) -> bool:
    if name in filling.fields:
        return not is_empty(filling.fields[name])
    return filling.gap > 0 and name == f"c{filling.gap}"


def is_empty(value: str) -> bool:
    """Tell whether a field counts as empty: nothing but spaces and line breaks."""
    return _NOTHING.fullmatch(value) is not None


def _value(sign: str, filling: Filling) -> str:
    *filters, name = (part.strip() for part in sign.split(":"))
    value = filling.fields.get(name, "")
    for each in reversed(filters):
        value = FILTERS.get(each.partition(" ")[0], _as_it_is)(value, filling)
    return value


def _as_it_is(value: str, filling: Filling) -> str:
    return value


def _cloze(value: str, filling: Filling) -> str:
    return reveal(value, filling.gap, is_question=filling.side is Side.FRONT)[0]


def _typed(value: str, filling: Filling) -> str:
    """There is nothing to type into on a card here; its back says what the answer was."""
    return value if filling.side is Side.BACK else ""


def _text(value: str, filling: Filling) -> str:
    return escape(unescape(_TAG.sub("", value)), quote=False)


def _nothing(value: str, filling: Filling) -> str:
    return ""


def _furigana(value: str, filling: Filling) -> str:
    return _READING.sub(r"<ruby>\1<rt>\2</rt></ruby>", value)


def _kana(value: str, filling: Filling) -> str:
    return _READING.sub(r"\2", value)


def _kanji(value: str, filling: Filling) -> str:
    return _READING.sub(r"\1", value)


FILTERS: Final[dict[str, Filter]] = {
    "cloze": _cloze,
    "cloze-only": _cloze,
    "type": _typed,
    "text": _text,
    "tts": _nothing,
    "tts-voices": _nothing,
    "furigana": _furigana,
    "kana": _kana,
    "kanji": _kanji,
}
"""What stands before a field's name, nearest to it first; others, as `hint`, leave the field as it is."""
