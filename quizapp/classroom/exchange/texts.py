"""Text in the formats that Moodle knows, as Markdown."""

import re
from enum import StrEnum
from typing import Final

from quizapp.classroom.exchange.taming import Tamed, tamed
from quizapp.message import Message, message
from quizapp.study.anki.escaping import escape_text
from quizapp.study.anki.markdown import to_markdown


class Format(StrEnum):
    """How a text is marked up; `moodle` is what it takes a text for that does not say."""

    MOODLE = "moodle"
    HTML = "html"
    MARKDOWN = "markdown"
    PLAIN = "plain"


LONGEST_HTML: Final = 20_000
"""Characters; in what is longer tags are only taken out: reading thousands of broken ones takes minutes."""

_TAG: Final = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});")
_KEPT: Final = re.compile(r"(`[^`\n]+`)|\\\(((?:(?!\\\().){1,2000}?)\\\)|(\$\$[^$]+\$\$)", re.DOTALL)
_FORMULA: Final = re.compile(r"\$\$([^$]+?)\$\$", re.DOTALL)


def as_markdown(text: str, written_in: Format) -> Tamed:
    """Return a text as Markdown that a pack allows, and what was taken out for that."""
    match written_in:
        case Format.MARKDOWN:
            return tamed(text)
        case Format.PLAIN:
            return tamed(_escaped(text))
        case Format.HTML:
            return _from_html(text)
    return _from_html(text.replace("\n", "<br>")) if _TAG.search(text) else tamed(_lightly_escaped(text))


def _from_html(text: str) -> Tamed:
    if len(text) > LONGEST_HTML:
        return tamed(text)
    # Moodle's filter draws what stands between two dollars; the converter knows TeX by its brackets.
    converted = to_markdown(_FORMULA.sub(r"\\(\1\\)", text), lambda _: None)
    safe = tamed(converted.text)
    lost: tuple[Message, ...] = safe.lost
    if converted.missing:
        lost = (message("a picture is left out; put its file beside the text and name it there"), *lost)
    return Tamed(safe.text, lost)


def _escaped(text: str) -> str:
    return "\n".join(escape_text(line) for line in text.split("\n"))


def _lightly_escaped(text: str) -> str:
    """Escape what is neither code between backticks nor a formula: whoever writes those by hand means them."""
    parts: list[str] = []
    at = 0
    for kept in _KEPT.finditer(text):
        formula = f"${kept[2].strip()}$" if kept[2] else f"${kept[3][2:-2].strip()}$" if kept[3] else ""
        parts += [_escaped(text[at : kept.start()]), formula.replace("\n", " ") or kept[0]]
        at = kept.end()
    return "".join([*parts, _escaped(text[at:])])
