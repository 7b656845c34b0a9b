"""Markdown as HTML without a look of its own: a sentence for a label, a whole text for a page that has one."""

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING

from quizapp.markdown.html import is_safe_link, join_chinese_lines
from quizapp.markdown.parser import parser

if TYPE_CHECKING:
    from markdown_it.token import Token

Code = Callable[[str], str]
"""Turns a stretch of inline code, not yet escaped, into HTML."""

_FORMULAS = frozenset(("math_inline", "math_inline_double", "math_block"))
_BLOCKS_OF_CODE = frozenset(("fence", "code_block"))


def plain_code(code: str) -> str:
    """Return inline code as HTML."""
    return f"<code>{escape(code)}</code>"


def sentence_html(text: str, code: Code = plain_code) -> str:
    """Return a sentence as HTML within a line: emphasis, code and links; what would begin a block stays as written.

    A formula stands as its TeX, a picture as its description.
    """
    return _html(parser().parseInline(text), code)


def bare_html(text: str, code: Code = plain_code) -> str:
    """Return a whole text as HTML: paragraphs, lists, tables, blocks of code, and in them what a sentence may have."""
    return _html(parser().parse(text), code)


def _html(tokens: Sequence["Token"], code: Code) -> str:
    open_links: list[str] = []
    return "".join(_said(token, code, open_links) for token in tokens)


def _said(token: "Token", code: Code, open_links: list[str]) -> str:
    if token.type == "inline":
        return "".join(_said(child, code, open_links) for child in join_chinese_lines(token.children or []))
    if token.type == "code_inline" or token.type in _FORMULAS:
        return code(token.content.strip("\n"))
    if token.type in _BLOCKS_OF_CODE:
        return f"<pre><code>{escape(token.content)}</code></pre>\n"
    if token.type == "image":
        return f"[{escape(token.content)}]"
    if token.type in ("link_open", "link_close"):
        return _link(token, open_links)
    if token.hidden or not token.tag:
        return "\n" if token.type == "softbreak" else escape(token.content)
    # Attributes are left out: none is needed, and none can do harm then.
    return f"</{token.tag}>" if token.nesting < 0 else f"<{token.tag}>"


def _link(token: "Token", open_links: list[str]) -> str:
    if token.nesting < 0:
        return open_links.pop()
    address = str(token.attrs.get("href", ""))
    is_safe = is_safe_link(address)
    open_links.append("</a>" if is_safe else "")
    return f'<a href="{escape(address)}">' if is_safe else ""
