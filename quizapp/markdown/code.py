"""Code as HTML, coloured by pygments."""

from functools import lru_cache
from typing import Any

from quizapp.markdown.style import PageStyle


@lru_cache(maxsize=256)
def coloured(code: str, language: str, code_style: str) -> str:
    """Return code as HTML without a frame around it; an unknown language stays uncoloured."""
    from pygments import highlight

    return str(highlight(code, _lexer(language), _formatter(code_style))).rstrip("\n")


def code_block(code: str, language: str, style: PageStyle) -> str:
    """Return a block of code on its ground.

    A one-cell table, because QTextDocument has no padding on <pre>.
    """
    body = coloured(code.rstrip("\n"), language, style.code_style)
    margin = round(style.size * 0.7)
    return (
        f'<table width="100%" cellpadding="{style.code_padding}" cellspacing="0" bgcolor="{style.code_ground}" '
        f'style="margin-top:{margin}px; margin-bottom:{style.size:.0f}px">'
        f"<tr><td><pre>{body}</pre></td></tr></table>"
    )


@lru_cache(maxsize=32)
def _lexer(language: str) -> Any:
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return get_lexer_by_name("text", stripnl=False)


@lru_cache(maxsize=8)
def _formatter(code_style: str) -> Any:
    from pygments.formatters import HtmlFormatter

    return HtmlFormatter(noclasses=True, nowrap=True, style=code_style)
