"""Formulas in Anki's HTML: found before the HTML is read, because a tag in one is none of the card's."""

import re
from html import unescape
from typing import Final

from msgspec import Struct

LONGEST: Final = 20_000
"""Characters; what is longer stays text, as does what begins and doesn't end."""

_OPENING: Final = re.compile(r"\\\(|\\\[|\[\$\$\]|\[\$\]|\[latex\]")
_CLOSING: Final = {
    r"\(": (r"\)", False),
    r"\[": (r"\]", True),
    "[$]": ("[/$]", False),
    "[$$]": ("[/$$]", True),
    "[latex]": ("[/latex]", False),
}
_BREAK: Final = re.compile(r"<br\b[^<>]*>|</div>", re.IGNORECASE)
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>")
_BLOCK: Final = re.compile(r"</?(?:p|ul|ol|li|table|tr|td|th|pre|h[1-6]|blockquote)\b", re.IGNORECASE)
_LATEX_MATH: Final = re.compile(
    r"\\begin\{(?:displaymath|math)\}(.*?)\\end\{(?:displaymath|math)\}|\$\$(.+?)\$\$|\$(.+?)\$", re.DOTALL
)

_BEGIN, _END = "\ue000", "\ue001"

_WRITTEN_MARK: Final = re.compile(r"[\ue000\ue001]|&#(?:x0*e00[01]|0*5734[45]);?", re.IGNORECASE)

SIGN: Final = re.compile(f"{_BEGIN}([0-9]+){_END}")
"""What stands in a formula's place: its number, between two characters that the text itself can't have."""


class Formula(Struct, frozen=True):
    """A formula: TeX without dollars, whether it stands on lines of its own, and the text as it was written."""

    tex: str
    is_display: bool
    written: str


def take_out(html: str) -> tuple[str, tuple[Formula, ...]]:
    """Return the HTML with a sign in place of each formula, and the formulas."""
    html = _WRITTEN_MARK.sub("\ufffd", html)
    parts: list[str] = []
    formulas: list[Formula] = []
    at = 0
    for opening in _OPENING.finditer(html):
        closing, is_display = _CLOSING[opening[0]]
        end = html.find(closing, opening.end(), opening.end() + LONGEST) if opening.start() >= at else -1
        inside = html[opening.end() : end]
        if end < 0 or _BLOCK.search(inside):
            continue
        parts.append(html[at : opening.start()])
        parts += _signs(_plain(inside), (opening[0], closing), formulas, is_display=is_display)
        at = end + len(closing)
    return "".join([*parts, html[at:]]), tuple(formulas)


def put_back(text: str, formulas: tuple[Formula, ...]) -> str:
    """Return a text with its formulas as they were written, for where none can be shown."""
    return SIGN.sub(lambda sign: formulas[int(sign[1])].written, text)


def _signs(text: str, marks: tuple[str, str], formulas: list[Formula], *, is_display: bool) -> list[str]:
    if marks[0] == "[latex]" and (found := list(_LATEX_MATH.finditer(text))):
        return _signs_of_latex(text, found, formulas)
    return [_sign(text, f"{marks[0]}{text}{marks[1]}", formulas, is_display=is_display)]


def _signs_of_latex(text: str, found: list[re.Match[str]], formulas: list[Formula]) -> list[str]:
    """Read a piece of a LaTeX document: text with formulas of its own."""
    parts: list[str] = []
    at = 0
    for math in found:
        parts.append(_as_html(text[at : math.start()]))
        parts.append(_sign(math[1] or math[2] or math[3] or "", math[0], formulas, is_display=math[3] is None))
        at = math.end()
    return [*parts, _as_html(text[at:])]


def _sign(tex: str, written: str, formulas: list[Formula], *, is_display: bool) -> str:
    if not tex.strip():
        return ""
    formulas.append(Formula(tex.strip(), is_display, written))
    return f"{_BEGIN}{len(formulas) - 1}{_END}"


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", _BREAK.sub("\n", html))).replace("\xa0", " ")


def _as_html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
