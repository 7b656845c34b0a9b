"""Colours Python line by line, right across triple quotes: a line starts in the state in which the last one ended."""

import re
from typing import Any

from pygments.lexer import ExtendedRegexLexer, LexerContext
from pygments.lexers.python import PythonLexer
from pygments.styles import get_style_by_name
from pygments.token import Comment, String
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument, QTextFormat

from quizapp.desktop.widgets.editor.units import by_units

# Strings and comments carry it, so that a bracket inside them can be told from code.
_PROSE = QTextFormat.Property.UserProperty.value + 1

_WIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U0001f000-\U0003ffff]+"
)


class _LineLexer(ExtendedRegexLexer, PythonLexer):  # type: ignore[misc]
    """PythonLexer whose state stack can be read after a line."""


class PythonHighlighter(QSyntaxHighlighter):
    """Highlights a document with a pygments style.

    Each distinct state stack of the lexer gets a number, which Qt keeps as the block's state and compares to know
    how far a change reaches.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._lexer = _LineLexer()
        self._numbers: dict[tuple[str, ...], int] = {("root",): 0}
        self._stacks: list[tuple[str, ...]] = [("root",)]
        self._formats: dict[Any, QTextCharFormat | None] = {}
        self._style: Any = None
        self._wide_points: float | None = None

    def set_look(self, style: str, wide_points: float | None) -> None:
        """Use a pygments style, and a size in points for CJK and emoji (None: the font's own); colours all anew."""
        self._style = get_style_by_name(style)
        self._wide_points = wide_points
        self._formats = {}
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line; called by Qt."""
        if self._style is None:
            return
        context = LexerContext(text + "\n", 0, stack=list(self._stacks[max(self.previousBlockState(), 0)]))
        narrow = text.isascii()
        position = 0
        for _, token, value in self._lexer.get_tokens_unprocessed(context=context):
            length = len(value) if narrow else len(by_units(value))
            wanted = self._format_of(token)
            if wanted is not None:
                self.setFormat(position, length, wanted)
            position += length
        if not narrow and self._wide_points is not None:
            self._shrink_wide(text)
        self.setCurrentBlockState(self._number(tuple(context.stack)))

    def _number(self, stack: tuple[str, ...]) -> int:
        if stack not in self._numbers:
            self._numbers[stack] = len(self._stacks)
            self._stacks.append(stack)
        return self._numbers[stack]

    def _shrink_wide(self, text: str) -> None:
        # A fallback font is taller than the code's: at its own size it would make the line grow.
        for run in _WIDE.finditer(text):
            start = len(by_units(text[: run.start()]))
            for position in range(start, start + len(by_units(run[0]))):
                smaller = QTextCharFormat(self.format(position))
                smaller.setFontPointSize(self._wide_points or 0)
                self.setFormat(position, 1, smaller)

    def _format_of(self, token: Any) -> QTextCharFormat | None:
        if token not in self._formats:
            self._formats[token] = _text_format(self._style.style_for_token(token), is_prose(token))
        return self._formats[token]


def is_prose(token: Any) -> bool:
    """Tell whether a pygments token is a string or a comment; code inside an f-string's braces is not."""
    return (token in Comment or token in String) and token is not String.Interpol


def is_code(block: QTextBlock, position: int) -> bool:
    """Tell whether the character at a position (UTF-16 units) of a highlighted line is neither string nor comment."""
    for part in block.layout().formats():
        if part.start <= position < part.start + part.length:
            return not part.format.boolProperty(_PROSE)
    return True


def _text_format(style: dict[str, Any], prose: bool) -> QTextCharFormat | None:
    if not (style["color"] or style["bold"] or style["italic"] or prose):
        return None
    text_format = QTextCharFormat()
    if style["color"]:
        text_format.setForeground(QColor(f"#{style['color']}"))
    if style["bold"]:
        text_format.setFontWeight(QFont.Weight.Bold)
    if style["italic"]:
        text_format.setFontItalic(True)
    if prose:
        text_format.setProperty(_PROSE, True)
    return text_format
