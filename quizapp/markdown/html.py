"""Markdown to the HTML that QTextDocument shows well."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from quizapp.markdown.code import code_block
from quizapp.markdown.formulas import PlacedFormula, place_formula
from quizapp.markdown.parser import parser
from quizapp.markdown.style import PageStyle, style_sheet

if TYPE_CHECKING:
    from markdown_it.token import Token

FORMULA = "formula:"
"""How the address of a formula's picture begins; a key of `Rendered.formulas`."""

PictureSize = Callable[[str], tuple[float, float] | None]
"""Says how large a picture is, in logical pixels, or None if it may not or can't be shown."""


@dataclass(frozen=True)
class Rendered:
    """A text as HTML, with the formulas that it shows by the address of their pictures.

    Attributes:
        depends_on_width: something was made to fit `PageStyle.width`, or would be in a narrower one.
    """

    html: str
    style_sheet: str
    formulas: dict[str, PlacedFormula]
    depends_on_width: bool


@dataclass
class _Sheet:
    """What the rules below need to know, and what they leave behind, while one text is rendered."""

    style: PageStyle
    picture_size: PictureSize
    formulas: dict[str, PlacedFormula] = field(default_factory=dict)
    open_links: list[str] = field(default_factory=list)
    depends_on_width: bool = False


def render(text: str, style: PageStyle, picture_size: PictureSize) -> Rendered:
    """Render a text; whatever it holds, this raises nothing: what can't be shown is shown as it is written."""
    sheet = _Sheet(style, picture_size)
    markdown = parser()
    body = "".join(_render_blocks(markdown.parse(text), sheet))
    return Rendered(f"<body>{body}</body>", style_sheet(style), sheet.formulas, sheet.depends_on_width)


def _render_blocks(tokens: Sequence["Token"], sheet: _Sheet) -> list[str]:
    return [RULES.get(token.type, _render_tag)(token, sheet) for token in tokens]


def _render_tag(token: "Token", sheet: _Sheet) -> str:
    if not token.tag or token.hidden:
        return "" if token.tag or not token.content else escape(token.content)
    if token.nesting < 0:
        return f"</{token.tag}>"
    return f"<{token.tag}{_attributes(token)}>"


def _attributes(token: "Token") -> str:
    if token.tag in ("td", "th"):
        # As an attribute: a style of its own would hide the cell's style sheet from QTextDocument.
        return f' align="{str(token.attrs.get("style", "")).removeprefix("text-align:") or "left"}"'
    return "".join(f' {name}="{escape(str(value))}"' for name, value in token.attrs.items())


def _inline(token: "Token", sheet: _Sheet) -> str:
    return "".join(_render_blocks(join_chinese_lines(token.children or []), sheet))


def join_chinese_lines(tokens: list["Token"]) -> list["Token"]:
    """Leave out the line breaks between two Chinese characters, which would show as a space."""
    contents = ["", *(token.content for token in tokens), ""]
    return [
        token
        for token, before, after in zip(tokens, contents, contents[2:], strict=False)
        if token.type != "softbreak" or not (_is_chinese(before[-1:]) and _is_chinese(after[:1]))
    ]


def _is_chinese(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"


def _text(token: "Token", sheet: _Sheet) -> str:
    return escape(token.content)


def _softbreak(token: "Token", sheet: _Sheet) -> str:
    return "\n"


def _code_inline(token: "Token", sheet: _Sheet) -> str:
    return _inline_code(token.content, sheet.style)


def _inline_code(content: str, style: PageStyle) -> str:
    code = escape(content)
    return f'<code style="background-color: {style.code_ground}">{code}</code>'


def _fence(token: "Token", sheet: _Sheet) -> str:
    language = (token.info.split() or ["text"])[0]
    return code_block(token.content, language, sheet.style)


def _table_open(token: "Token", sheet: _Sheet) -> str:
    margin = f"margin-top:4px; margin-bottom:{sheet.style.size:.0f}px"
    return f'<table class="data" border="0" cellspacing="0" style="{margin}">'


def _quote_open(token: "Token", sheet: _Sheet) -> str:
    style = sheet.style
    margin = f"margin-top:4px; margin-bottom:{style.size * 0.7:.0f}px"
    return (
        f'<table border="0" cellspacing="0" cellpadding="0" style="{margin}"><tr>'
        f'<td width="3" style="background-color:{style.rule}"></td>'
        f'<td class="muted" style="padding-left:{style.size:.0f}px; padding-top:3px">'
    )


def _quote_close(token: "Token", sheet: _Sheet) -> str:
    return "</td></tr></table>"


def _link_open(token: "Token", sheet: _Sheet) -> str:
    address = str(token.attrs.get("href", ""))
    safe = is_safe_link(address)
    sheet.open_links.append("</a>" if safe else "")
    return f'<a href="{escape(address)}">' if safe else ""


def _link_close(token: "Token", sheet: _Sheet) -> str:
    return sheet.open_links.pop()


def is_safe_link(address: str) -> bool:
    """Whether a link may be offered: an https address with a host and nobody's name or password in it."""
    try:
        parts = urlsplit(address)
        return parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False


def _image(token: "Token", sheet: _Sheet) -> str:
    source, description = str(token.attrs.get("src", "")), escape(token.content)
    size = sheet.picture_size(source)
    if size is None:
        return f'<span class="muted">[{description}]</span>'
    sheet.depends_on_width = True
    width = min(size[0], sheet.style.width)
    height = size[1] * width / size[0]
    return f'<img src="{escape(source)}" width="{round(width)}" height="{round(height)}" alt="{description}">'


def _formula_inline(token: "Token", sheet: _Sheet) -> str:
    return _formula(token.content, sheet, display=False)


def _formula_double(token: "Token", sheet: _Sheet) -> str:
    return _formula(token.content, sheet, display=True)


def _formula_block(token: "Token", sheet: _Sheet) -> str:
    margin = f"margin-top:{sheet.style.size * 0.3:.0f}px; margin-bottom:{sheet.style.size:.0f}px"
    return f'<p align="center" style="{margin}">{_formula(token.content.strip(), sheet, display=True)}</p>'


def _formula(tex: str, sheet: _Sheet, *, display: bool) -> str:
    style = sheet.style
    placed = place_formula(tex, style.size, style.x_height, style.text, style.width, display=display)
    if placed is None:
        return _inline_code(tex, style)
    sheet.depends_on_width |= placed.formula.width > style.width / 2
    address = f"{FORMULA}{len(sheet.formulas)}"
    sheet.formulas[address] = placed
    middle = ' style="vertical-align: middle"' if placed.centred else ""
    return f'<img src="{address}" width="{placed.width}" height="{placed.height}" alt="{escape(tex)}"{middle}>'


RULES: dict[str, Callable[[Any, _Sheet], str]] = {
    "inline": _inline,
    "text": _text,
    "softbreak": _softbreak,
    "code_inline": _code_inline,
    "fence": _fence,
    "code_block": _fence,
    "table_open": _table_open,
    "blockquote_open": _quote_open,
    "blockquote_close": _quote_close,
    "link_open": _link_open,
    "link_close": _link_close,
    "image": _image,
    "math_inline": _formula_inline,
    "math_inline_double": _formula_double,
    "math_block": _formula_block,
}
"""How each kind of token is written; a token without a rule is its tag."""
