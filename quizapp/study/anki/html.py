"""Markdown of our cards as the HTML that Anki's cards are made of."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from quizapp.markdown.code import coloured
from quizapp.markdown.html import is_safe_link
from quizapp.markdown.parser import parser
from quizapp.study.anki.escaping import JOINER, clean

if TYPE_CHECKING:
    from markdown_it.token import Token

NamePicture: TypeAlias = Callable[[str], str | None]
"""Takes a picture's path as the Markdown has it; returns the name that it gets in the deck, None to leave it out."""

CSS: Final = """
.card { font-family: system-ui, sans-serif; font-size: 18px; line-height: 1.5; text-align: left;
        max-width: 44em; margin: 0 auto; padding: 0 8px; }
code { font-family: Consolas, Menlo, "DejaVu Sans Mono", monospace; font-size: 0.9em;
       background: #f2f3f5; color: #24292f; border-radius: 4px; padding: 0 3px; }
pre { background: #f2f3f5; color: #24292f; border-radius: 8px; padding: 12px 14px; overflow-x: auto; }
pre code { background: none; padding: 0; }
table { border-collapse: collapse; }
td, th { border-bottom: 1px solid #8888; padding: 4px 12px 4px 4px; text-align: left; }
blockquote { border-left: 3px solid #8888; margin-left: 0; padding-left: 14px; }
img { max-width: 100%; }
"""

_CODE_STYLE: Final = "default"
_LANGUAGE: Final = re.compile(r"[A-Za-z0-9_+#.-]{1,20}")
# Anki reads these in a card's HTML, whatever stands around them.
_ANKIS_SIGN: Final = re.compile(r"\[(?=(?:sound:|anki:|/?latex\]|/?\$\$?\]))")
_MATHJAX_SIGN: Final = re.compile(r"\\(?=[()\[\]])")


def to_html(text: str, name_picture: NamePicture) -> str:
    """Return Markdown as HTML with formulas as MathJax has them; whatever it holds, this raises nothing."""
    return _blocks(parser().parse(clean(text)), name_picture).strip()


def _blocks(tokens: "Sequence[Token]", name_picture: NamePicture) -> str:
    rules: dict[str, Callable[[Any], str]] = {**_RULES, "image": partial(_image, name_picture=name_picture)}
    parts: list[str] = []
    open_links: list[str] = []
    for token in tokens:
        if token.type == "inline":
            parts.append(_blocks(token.children or (), name_picture))
        elif token.type == "link_open":
            address = str(token.attrs.get("href", ""))
            open_links.append("</a>" if is_safe_link(address) else "")
            parts.append(f'<a href="{escape(address)}">' if open_links[-1] else "")
        elif token.type == "link_close":
            parts.append(open_links.pop())
        else:
            parts.append(rules.get(token.type, _tag)(token))
    return "".join(parts)


def _tag(token: "Token") -> str:
    if token.hidden or not token.tag:
        return _said(token.content) if not token.tag else ""
    if token.nesting < 0:
        return f"</{token.tag}>"
    attributes = "".join(f' {name}="{escape(str(value))}"' for name, value in token.attrs.items())
    return f"<{token.tag}{attributes}>"


def _text(token: "Token") -> str:
    return _said(_MATHJAX_SIGN.sub(rf"\\{JOINER}", token.content))


def _said(text: str) -> str:
    return _ANKIS_SIGN.sub("&#91;", escape(text, quote=False))


def _code(token: "Token") -> str:
    return f"<code>{_said(token.content)}</code>"


def _code_block(token: "Token") -> str:
    language = (token.info.split() or [""])[0]
    named = f' class="language-{language}"' if _LANGUAGE.fullmatch(language) else ""
    code = _ANKIS_SIGN.sub("&#91;", coloured(token.content.rstrip("\n"), language or "text", _CODE_STYLE))
    return f"<pre><code{named}>{code}</code></pre>"


def _formula(token: "Token", *, opening: str, closing: str) -> str:
    # Anki takes two closing braces for the end of a gap, and so does it without gaps in a template.
    tex = escape(token.content.strip(), quote=False).replace("}}", "} }")
    return f"{opening}{tex}{closing}"


def _image(token: "Token", *, name_picture: NamePicture) -> str:
    name = name_picture(str(token.attrs.get("src", "")))
    said = escape(token.content)
    return f'<img src="{escape(name)}" alt="{said}">' if name is not None else said


_display = partial(_formula, opening=r"<div>\[", closing=r"\]</div>")

_RULES: Final[dict[str, Callable[[Any], str]]] = {
    "text": _text,
    "softbreak": lambda _: "\n",
    "hardbreak": lambda _: "<br>",
    "code_inline": _code,
    "fence": _code_block,
    "code_block": _code_block,
    "math_inline": partial(_formula, opening=r"\(", closing=r"\)"),
    "math_inline_double": _display,
    "math_block": _display,
}
"""How each kind of token is written; a token without a rule is its tag."""
