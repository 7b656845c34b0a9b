"""HTML of Anki's cards as Markdown that says the same, and in which no HTML is left."""

import re
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag
from bs4.exceptions import ParserRejectedMarkup
from markdownify import ATX, MarkdownConverter
from msgspec import Struct

from quizapp.study.anki.escaping import (
    JOINER,
    clean,
    code_block,
    escape_text,
    formula,
    inline_code,
    marked,
    safe_link,
)
from quizapp.study.anki.formulas import SIGN, Formula, put_back, take_out
from quizapp.study.anki.scripts import lowered, raised

FindPicture: TypeAlias = Callable[[str], str | None]
"""Takes the name that a card calls a picture by; returns the file that it has here, or None if it has none."""

_DROPPED: Final = (
    *("script", "style", "iframe", "noframes", "template", "title", "svg", "rp", "audio", "video", "object"),
    *("head", "link", "meta", "select", "option", "textarea", "canvas"),
)
_BLOCKS: Final = (
    *("address", "aside", "center", "dd", "details", "dt", "fieldset", "figure", "footer", "form", "header", "main"),
    *("nav", "summary"),
)
_IN_A_LINE: Final = frozenset(
    ("a", "b", "strong", "i", "em", "cite", "dfn", "var", "s", "strike", "del", "sub", "sup", "_inline")
)
_LANGUAGE: Final = re.compile(r"(?:language-|lang-|brush:\s*)([A-Za-z0-9_+#.-]{1,20})")
_STYLES: Final = (
    ("**", re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")),
    ("*", re.compile(r"font-style\s*:\s*italic")),
    ("~~", re.compile(r"text-decoration[^;]*line-through")),
)
_SOUND: Final = re.compile(r"\[(?:sound|anki:play):[^\[\]]{0,300}\]")
_TAG: Final = re.compile(r"<[^<>]{0,2000}>")

_BREAK: Final = "\ue002"
"""Where a line ends, until it is known whether another follows."""

_SPACE_AFTER_BREAK: Final = re.compile(r"(<br ?/?>)\s+", re.IGNORECASE)
_ONLY_BREAK: Final = re.compile(f"([ >]*){_BREAK}+ *")
_EMPTY: Final = re.compile(r"[ >]*")


class Converted(Struct, frozen=True, kw_only=True):
    """A side of a card as Markdown.

    Attributes:
        sounds: how many were left out.
        missing: names of the pictures that could not be shown.
    """

    text: str
    sounds: int = 0
    missing: tuple[str, ...] = ()


def to_markdown(html: str, find_picture: FindPicture) -> Converted:
    """Return HTML as Markdown; whatever it holds, this raises nothing by itself."""
    silent, sounds = _SOUND.subn("", clean(html).replace(_BREAK, ""))
    with_signs, formulas = take_out(silent)
    converter = _Converter(formulas, find_picture)
    try:
        text = converter.convert_soup(_read(with_signs))
    except (RecursionError, ParserRejectedMarkup):
        # Tags inside each other by the hundred: nobody wrote that to be read.
        text = escape_text(" ".join(put_back(_TAG.sub(" ", with_signs), formulas).split()))
    return Converted(text=_with_breaks(text), sounds=sounds, missing=tuple(dict.fromkeys(converter.missing)))


def _read(html: str) -> BeautifulSoup:
    if "<pre" not in html and "<code" not in html:
        html = _SPACE_AFTER_BREAK.sub(r"\1", html)
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.find_all(_DROPPED):
        element.decompose()
    for answer in soup.find_all("hr", id="answer"):
        answer.decompose()
    for text in soup.find_all(string=lambda string: isinstance(string, PreformattedString)):
        text.extract()
    soup.smooth()
    return soup


def _with_breaks(text: str) -> str:
    """Write the ends of lines; two of them end a paragraph, those at a paragraph's end are left out."""
    lines = [_ONLY_BREAK.sub(r"\1", line) if _ONLY_BREAK.fullmatch(line) else line for line in text.split("\n")]
    written: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if _BREAK in line:
            end = "" if _EMPTY.fullmatch(following) else "\\"
            line = line.replace(_BREAK, "").rstrip(" ") + end
        is_second = _EMPTY.fullmatch(line) and written and written[-1].rstrip() == line.rstrip()
        written += [] if is_second else [line.rstrip(" ")]
    return "\n".join(written).strip("\n ")


class _Converter(MarkdownConverter):
    """The library's converter, with what our Markdown has and others have not: formulas, no HTML, no remote pictures.

    Its methods are called by the names of tags: with the element, what its content became, and the tags around it.
    """

    def __init__(self, formulas: tuple[Formula, ...], find_picture: FindPicture) -> None:
        super().__init__(heading_style=ATX, bullets="-", autolinks=False)
        self._formulas = formulas
        self._find_picture = find_picture
        self.missing: list[str] = []

    def escape(self, text: str, parent_tags: set[str]) -> str:
        written = ""
        for index, part in enumerate(SIGN.split(text.replace("\n", " "))):
            if index % 2:
                written += self._formula(self._formulas[int(part)], written, parent_tags)
            else:
                # The parser of formulas takes a digit beside a dollar for a price.
                is_price = written.endswith("$") and part[:1].isdigit()
                after_display = written.endswith("\n")
                written += (JOINER if is_price else "") + escape_text(part.lstrip(" ") if after_display else part)
        return written

    def _formula(self, found: Formula, before: str, parent_tags: set[str]) -> str:
        is_display = found.is_display and _IN_A_LINE.isdisjoint(parent_tags)
        tex = _in_cell(formula(found.tex, is_display=is_display), parent_tags)
        if is_display:
            return f"\n\n{tex}\n\n"
        # What stands before the first character of a text is, to that parser, its last.
        return tex if before and not (before[-1].isdigit() or before[-1] == "$") else JOINER + tex

    def convert_br(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "pre" in parent_tags:
            return "\n" + text
        return " " + text if "_inline" in parent_tags else f"{_BREAK}\n{text}"

    def convert_b(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return self._marked(el, text, parent_tags, "**", ("b", "strong"))

    def convert_i(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return self._marked(el, text, parent_tags, "*", ("i", "em", "cite", "dfn", "var"))

    def convert_s(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return self._marked(el, text, parent_tags, "~~", ("s", "strike", "del"))

    convert_strong = convert_b
    convert_em = convert_cite = convert_dfn = convert_var = convert_i
    convert_del = convert_strike = convert_s

    def convert_span(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "cloze" in (el.get("class") or ()):
            return self._marked(el, text, parent_tags, "**", ("b", "strong"))
        for mark, pattern in _STYLES:
            if pattern.search(str(el.get("style") or "")):
                text = self._marked(el, text, parent_tags, mark, ())
        return text

    def _marked(self, el: Tag, text: str, parent_tags: set[str], mark: str, same: tuple[str, ...]) -> str:
        is_block = "\n\n" in text or "```" in text or f"{_BREAK}\n" in text
        if "_noformat" in parent_tags or is_block or not parent_tags.isdisjoint(same) or mark in text:
            return text
        return _apart(el) + marked(text, mark)

    def convert_sub(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return text if "_noformat" in parent_tags else lowered(text)

    def convert_sup(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return text if "_noformat" in parent_tags else raised(text)

    def convert_rt(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"({text})" if text.strip() else ""

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        address = safe_link(str(el.get("href") or ""))
        is_plain = "_noformat" in parent_tags or "a" in parent_tags or "\n\n" in text or "![" in text
        if is_plain or not address or not text.strip():
            return text
        return f"[{text.strip()}]({address})"

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "_noformat" in parent_tags:
            return ""
        name = str(el.get("src") or "").strip()
        said = escape_text(" ".join(str(el.get("alt") or "").split()))
        picture = self._find_picture(name) if name else None
        if picture is None:
            self.missing += [name] if name else []
            return said
        return f"![{said}]({picture})"

    def convert_code(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "_noformat" in parent_tags:
            return text
        if el.find("br") is not None and "_inline" not in parent_tags and _IN_A_LINE.isdisjoint(parent_tags):
            return self._code_block(el)
        return _apart(el) + _in_cell(inline_code(self._said(el)), parent_tags)

    convert_kbd = convert_samp = convert_tt = convert_code

    def convert_pre(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "_noformat" in parent_tags:
            return text
        if not _IN_A_LINE.isdisjoint(parent_tags):
            return _apart(el) + _in_cell(inline_code(self._said(el)), parent_tags)
        return self._code_block(el)

    def _code_block(self, el: Tag) -> str:
        block = code_block(self._said(el), _language(el))
        return f"\n\n{block}\n\n" if block else ""

    def _said(self, el: Tag) -> str:
        """Return what an element with code says, line by line, its formulas as they were written."""
        parts: list[str] = []
        for node in el.descendants:
            if isinstance(node, NavigableString):
                parts.append(str(node))
            elif isinstance(node, Tag) and (node.name == "br" or (node.name in ("div", "p", "li") and parts)):
                parts.append("\n")
        return put_back("".join(parts), self._formulas)

    def convert_div(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "_noformat" in parent_tags:
            return text
        return f" {text.strip()} " if "_inline" in parent_tags else f"\n\n{text.strip()}\n\n"

    convert_p = convert_div
    convert_article = convert_section = convert_dl = convert_figcaption = convert_caption = convert_div

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "_inline" in parent_tags:
            return f" {text.strip()} "
        written = str(super().convert_li(el, text, parent_tags))  # type: ignore[misc]
        # An item that was never ended holds the next one.
        return "\n" + written if el.parent is not None and el.parent.name == "li" else written

    def convert_hr(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return " " if "_inline" in parent_tags else "\n\n---\n\n"

    def convert_table(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f" {text.strip()} " if "_inline" in parent_tags else f"\n\n{text.strip()}\n\n"

    def get_conv_fn(self, tag_name: str) -> Any:
        return self.convert_div if tag_name in _BLOCKS else super().get_conv_fn(tag_name)  # type: ignore[misc]


def _apart(el: Tag) -> str:
    """Return what keeps an element's marks from those of the one before it."""
    while (
        el.previous_sibling is None and el.parent is not None and el.parent.name in (*_IN_A_LINE, "span", "font", "u")
    ):
        el = el.parent
    return JOINER if isinstance(el.previous_sibling, Tag) and el.previous_sibling.name != "br" else ""


def _in_cell(text: str, parent_tags: set[str]) -> str:
    """Return code or a formula so that it doesn't end the cell of a table that it stands in."""
    return text.replace("|", r"\|") if not parent_tags.isdisjoint(("td", "th")) else text


def _language(el: Tag) -> str:
    """Return the language that a block of code says it is in, "" if it doesn't."""
    inner = el.find("code")
    for element in (el, inner) if isinstance(inner, Tag) else (el,):
        classes = element.get("class") or ()
        if found := _LANGUAGE.search(" ".join(classes)):
            return found[1].lower()
    return ""
