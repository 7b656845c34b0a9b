"""Markdown as instructors write it, made into HTML that QTextDocument can show, bare HTML or plain text; without Qt.

markdown-it and ziamath are imported when the first text is rendered, not when this package is.
"""

from quizapp.markdown.bare import bare_html, sentence_html
from quizapp.markdown.formulas import Formula, PlacedFormula
from quizapp.markdown.html import Rendered, render
from quizapp.markdown.plain import plain_sentence, plain_text
from quizapp.markdown.style import PageStyle

__all__ = [
    "Formula",
    "PageStyle",
    "PlacedFormula",
    "Rendered",
    "bare_html",
    "plain_sentence",
    "plain_text",
    "render",
    "sentence_html",
]
