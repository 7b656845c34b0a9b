"""Markdown from elsewhere made into what a pack allows: no HTML, no links out of the pack, nothing that ends the text.

What is taken out for that is told.
"""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

from quizapp.message import Message, message
from quizapp.packs.files import PackFiles, Source
from quizapp.packs.links import link_problems
from quizapp.packs.markdown import SEPARATOR, Fence, fences
from quizapp.packs.options import is_option

LARGEST: Final = 100_000
"""Characters of a text; a pack's own files may have a mebibyte."""

_KEPT: Final = re.compile(
    r"(?<!`)(`+)(?!`)[^\n]+?(?<!`)\1(?!`)|\$\$[^$]+\$\$|(?<![\\$\w])\$(?![\s$])[^$\n]+(?<!\s)\$(?!\w)"
)
"""Code and formulas, in which nothing is HTML."""

_HIDDEN: Final = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style|iframe|template)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.I)
_TAG: Final = re.compile(
    r"</?(a|abbr|b|big|blockquote|br|button|center|code|dd|del|details|div|dl|dt|em|embed|figcaption|figure|font|form|h[1-6]"
    r"|hr|i|img|input|ins|kbd|label|li|link|mark|meta|object|ol|p|pre|q|s|samp|section|small|source|span|strike|strong|sub"
    r"|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|video|audio|wbr)(?:\s[^<>]*)?/?>",
    re.I,
)
_MARK_OF: Final = {
    **dict.fromkeys(("b", "strong"), "**"),
    **dict.fromkeys(("i", "em", "var"), "*"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "`"),
    **dict.fromkeys(("p", "div", "center", "table", "ul", "ol", "summary", "details", "section"), "\n\n"),
    **dict.fromkeys(("br", "tr"), "\n"),
    "td": " ",
    "th": " ",
    "li": "\n- ",
}
_ALT: Final = re.compile(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.I)
_PICTURE: Final = re.compile(r"!\[([^\[\]]*)\]\((?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\))?)(?:\s+\"[^\"\n]*\")?\s*\)")
_FENCE_MARK: Final = re.compile(r"\s*(`{3,}|~{3,})")
_BLOCK_SIGN: Final = re.compile(r"\s*(?:[-*+#>|]|\d+[.)])")
_NO_FILES: Final = PackFiles(Path("/nowhere-at-all"))


class Tamed(Struct, frozen=True):
    """A text that a pack allows, and what was taken out of it."""

    text: str
    lost: tuple[Message, ...] = ()


def tamed(text: str) -> Tamed:
    """Return Markdown so that a pack can hold it as a prompt, an explanation or a part of one."""
    lost: dict[str, Message] = {}
    lines = text.split("\n")
    parts: list[str] = []
    at = 0
    for fence in fences(lines):
        parts.append(_prose("\n".join(lines[at : fence.first]), lost))
        parts.extend(_code(lines, fence))
        at = fence.last + 1
    parts.append(_prose("\n".join(lines[at:]), lost))
    whole = "\n".join(part for part in parts if part.strip())
    return Tamed(_without_links(whole, lost).strip("\n"), tuple(lost.values()))


def on_one_line(text: str) -> str:
    """Return Markdown without its line ends: a title, an option."""
    return " ".join(text.split())


def _code(lines: list[str], fence: Fence) -> Iterator[str]:
    """Yield a block of code, closed, and with no word after its language: that would be the pack's own."""
    opening = lines[fence.first]
    mark = _FENCE_MARK.match(opening)
    assert mark is not None
    yield f"\n{mark[0]}python" if fence.info.startswith("python ") else f"\n{opening}"
    yield from ("\n".join(lines[fence.first + 1 : fence.last]),) if fence.last > fence.first + 1 else ()
    if fence.closed:
        yield lines[fence.last] + "\n"
    else:
        yield from (lines[fence.last],) if fence.last > fence.first else ()
        yield mark[0] + "\n"


def _prose(text: str, lost: dict[str, Message]) -> str:
    if "<" in text or "![" in text:
        text = _outside_code(text, lost)
    if SEPARATOR not in text and "[" not in text:
        return text
    lines: list[str] = []
    for line in text.split("\n"):
        if line.rstrip() == SEPARATOR:
            before = lines[-1] if lines else ""
            is_heading = before.strip() and not _BLOCK_SIGN.match(before) and not (len(lines) > 1 and lines[-2].strip())
            lines[-1:] = [f"## {before.strip()}"] if is_heading else [*lines[-1:], "***"]
        else:
            lines.append(re.sub(r"([-*+])", r"\\\1", line, count=1) if is_option(line) else line)
    return "\n".join(lines)


def _outside_code(text: str, lost: dict[str, Message]) -> str:
    """Take HTML and pictures out of what is neither code nor formula."""
    parts: list[str] = []
    at = 0
    for kept in _KEPT.finditer(text):
        parts += [_without_html(text[at : kept.start()], lost), kept[0]]
        at = kept.end()
    return "".join([*parts, _without_html(text[at:], lost)])


def _without_html(text: str, lost: dict[str, Message]) -> str:
    def stand_in(tag: re.Match[str]) -> str:
        name = tag[1].lower()
        if name == "img":
            lost["picture"] = message("a picture is left out; put its file beside the text and name it there")
            said = _ALT.search(tag[0])
            return html.unescape(said[1] or said[2] or "") if said else ""
        if name not in _MARK_OF:
            lost["html"] = message("HTML is taken out, its text is kept: packs allow none")
        return "\n\n" if name == "li" and tag[0].startswith("</") else _MARK_OF.get(name, "")

    def picture(found: re.Match[str]) -> str:
        lost["picture"] = message("a picture is left out; put its file beside the text and name it there")
        return found[1]

    without, count = _HIDDEN.subn("", text)
    if count and any(hidden[1] for hidden in _HIDDEN.finditer(text)):
        lost["html"] = message("HTML is taken out, its text is kept: packs allow none")
    return _PICTURE.sub(picture, _TAG.sub(stand_in, without))


def _without_links(text: str, lost: dict[str, Message]) -> str:
    """Make the links that a pack refuses into plain text: to http addresses, to files that don't come along."""
    lines = text.split("\n")
    refused = [problem.line for problem in link_problems(Source(Path("lesson/item.md"), text), _NO_FILES)]
    for line in dict.fromkeys(line for line in refused if line is not None):
        lost["link"] = message("a link is made plain text: packs allow https addresses and files of their own")
        lines[line - 1] = lines[line - 1].replace("[", "\\[").replace("<", "&lt;")
    return "\n".join(lines)
