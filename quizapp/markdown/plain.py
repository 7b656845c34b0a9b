"""A text without its marks: for screen readers and tool tips."""

from typing import TYPE_CHECKING

from quizapp.markdown.parser import parser

if TYPE_CHECKING:
    from markdown_it.token import Token

_WITH_CONTENT = frozenset(
    ("text", "code_inline", "math_inline", "math_inline_double", "math_block", "fence", "code_block")
)


def plain_text(text: str) -> str:
    """Return what a Markdown text says, one line a block; a picture says its description."""
    lines = (_said(token) for token in parser().parse(text))
    return "\n".join(line for line in lines if line)


def _said(token: "Token") -> str:
    if token.type == "inline":
        return "".join(_said(child) for child in token.children or ())
    if token.type == "image":
        return token.content
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return token.content.strip("\n") if token.type in _WITH_CONTENT else ""
