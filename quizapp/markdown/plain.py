"""A text without its marks: for screen readers, tool tips and terminals."""

from typing import TYPE_CHECKING

from quizapp.markdown.parser import parser

if TYPE_CHECKING:
    from markdown_it.token import Token

_WITH_CONTENT = frozenset(
    ("text", "code_inline", "math_inline", "math_inline_double", "math_block", "fence", "code_block")
)


def plain_text(text: str, *, keeps_code: bool = False) -> str:
    """Return what a Markdown text says, one line a block; a picture says its description.

    Inline code stays between backticks if `keeps_code`, as in the sentences of `quizapp.wording`.
    """
    lines = (_said(token, keeps_code) for token in parser().parse(text))
    return "\n".join(line for line in lines if line)


def plain_sentence(text: str, *, keeps_code: bool = False) -> str:
    """Return what a sentence in Markdown says; what would begin a block in a longer text is part of it."""
    return "".join(_said(token, keeps_code) for token in parser().parseInline(text))


def _said(token: "Token", keeps_code: bool) -> str:
    if token.type == "inline":
        return "".join(_said(child, keeps_code) for child in token.children or ())
    if token.type == "image":
        return token.content
    if token.type in ("softbreak", "hardbreak"):
        return " "
    if token.type == "code_inline" and keeps_code:
        return f"`{token.content}`"
    return token.content.strip("\n") if token.type in _WITH_CONTENT else ""
