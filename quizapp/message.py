"""A sentence for the user before it is in a language: a template and the values to put into it.

Layers that must not know the reader's language (packs, sandbox, study) raise errors that carry a `Message`;
`quizapp.wording` turns it into English or Chinese. Babel extracts the templates by the name `message`.
"""

import re
from typing import Final

from msgspec import Struct, field

LONGEST_VALUE: Final = 500
"""Characters of a value that a sentence repeats: files from elsewhere hold longer ones."""

_LONGEST_NUMBER: Final = 60
_LARGEST_NUMBER: Final = 10**_LONGEST_NUMBER

_UNSHOWABLE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but newline and tab
    "\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"  # bidi, invisible
    "\ud800-\udfff\U000e0000-\U000e007f]"  # lone surrogates, tags
)


class Message(Struct, frozen=True):
    """A gettext template with `{name}` fields, and their values."""

    template: str
    values: dict[str, str | int | float] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.template, tuple(self.values.items())))

    def __str__(self) -> str:
        return self.template.format(**self.values)


def message(template: str, /, **values: str | int | float) -> Message:
    """Make a message; the template must be a literal, so that it can be extracted for translation."""
    return Message(template, {name: _in_a_sentence(value) for name, value in values.items()})


def _in_a_sentence(value: str | int | float) -> str | int | float:
    if isinstance(value, str):
        return on_one_line(value)
    # Python refuses to write out a number of thousands of digits.
    return f"{hex(value)[:_LONGEST_NUMBER]}…" if isinstance(value, int) and abs(value) > _LARGEST_NUMBER else value


def on_one_line(text: str) -> str:
    """Return a text as it can stand in a sentence: on one line, cut, with escapes for what can't be shown."""
    if text.isprintable() and len(text) <= LONGEST_VALUE:
        return text
    cut = text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…"
    lines = (line.strip() for line in cut.splitlines())
    return showable(" ".join(line for line in lines if line) if len(cut.splitlines()) > 1 else cut.rstrip("\r\n"))


def showable(text: str) -> str:
    """Return a text with escapes for characters that move the cursor, reorder the line, or are none."""
    return _UNSHOWABLE.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


class SaysError(Exception):
    """An error that tells the user, in one sentence, what is wrong and what to do."""

    def __init__(self, says: Message) -> None:
        super().__init__(str(says))
        self.says = says
