"""How far the next line is indented, and what Backspace removes: rules on text, without Qt."""

import re

STEP = 4

_OPENS_BLOCK = re.compile(r":\s*$")
_LEAVES_BLOCK = re.compile(r"^\s*(return|pass|break|continue|raise)\b")
_STRING = re.compile(r"(\"\"\"|''').*?(\1|$)|\"(\\.|[^\"\\])*\"?|'(\\.|[^'\\])*'?")
_COMMENT = re.compile(r"#.*$")


def leading_spaces(line: str) -> str:
    """Return what a line is indented with."""
    return line[: len(line) - len(line.lstrip())]


def indentation_after(before_cursor: str) -> str:
    """Return the indentation of the line that Enter makes, given the part of the line before the cursor."""
    code = _COMMENT.sub("", _STRING.sub("_", before_cursor)).rstrip()
    own = leading_spaces(before_cursor)
    if _OPENS_BLOCK.search(code) or code.endswith(("(", "[", "{")):
        return own + " " * STEP
    if _LEAVES_BLOCK.match(code) and _is_closed(code):
        return own[:-STEP]
    return own


def columns_to_remove(before_cursor: str) -> int:
    """Return how many characters Backspace takes: back to the last tab stop where only spaces stand before."""
    if not before_cursor or before_cursor.strip(" "):
        return 1
    return (len(before_cursor) - 1) % STEP + 1


def _is_closed(code: str) -> bool:
    return all(code.count(opening) <= code.count(closing) for opening, closing in ("()", "[]", "{}"))
