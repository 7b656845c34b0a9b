"""The one Markdown parser: CommonMark with tables, strikethrough and dollar formulas; HTML is off."""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


@lru_cache(maxsize=1)
def parser() -> "MarkdownIt":
    """Return the parser, made when first asked for."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    markdown = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    # "costs $5 or $6" is no formula.
    return markdown.use(dollarmath_plugin, allow_space=False, allow_digits=False, allow_labels=False)
