"""What a learner types into a search field, understood; nothing that they type is an error."""

import re
from itertools import pairwise

from msgspec import Struct

from quizapp.search.words import CHINESE, set_apart

MOST_TERMS = 24
MOST_CHARACTERS = 400
"""What is beyond is not looked for: no one types it, and it would only take time."""

_TERM = re.compile(r'["“”]([^"“”]*)(["“”]|$)|([^\s"“”]+)')
_WORD = re.compile(f"[{CHINESE}]|[^\\W_{CHINESE}]+")
_HUMP = "(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"
"""Where a new piece of a name like `CrossEntropyLoss` begins."""
_BEGINNING = f"(?:(?<![^\\W_{CHINESE}])|{_HUMP})"
_END = f"(?![^\\W_{CHINESE}])"


class Term(Struct, frozen=True):
    """What has to be found in one piece.

    Attributes:
        text: as FTS5 takes it apart by itself; holds no quotation marks.
        words: its words, in order; never empty.
        is_open: whether the last word may go on: `nn.Emb` finds `nn.Embedding`.
    """

    text: str
    words: tuple[str, ...]
    is_open: bool = True

    def match(self) -> str:
        """Return the term as FTS5 asks for it."""
        return f'"{self.text}"' + (" *" if self.is_open else "")

    def pattern(self) -> re.Pattern[str]:
        """Return a regular expression that finds the term in the text as it was written."""
        found = [re.escape(self.words[0])]
        for before, word in pairwise(self.words):
            gap = r"[\W_]*" if _is_chinese(before) or _is_chinese(word) else f"(?:[\\W_]+|{_HUMP})"
            found.append(gap + f"(?i:{re.escape(word)})")
        found[0] = f"(?i:{found[0]})"
        beginning = "" if _is_chinese(self.words[0]) else _BEGINNING
        end = "" if self.is_open or _is_chinese(self.words[-1]) else _END
        return re.compile(beginning + "".join(found) + end)


class Query(Struct, frozen=True):
    """What is looked for: every term must be found, anywhere in an item."""

    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)

    def match(self) -> str:
        """Return the query as FTS5 asks for it; "" looks for nothing."""
        return " ".join(term.match() for term in self.terms)


def understand(typed: str) -> Query:
    """Return what is looked for with this text.

    Terms stand apart by spaces; what stands in double quotation marks is one term. Words that FTS5 knows as operators
    are words like all others, and what is neither letter nor digit only parts words.
    """
    found = (_term(*parts.groups(default="")) for parts in _TERM.finditer(typed[:MOST_CHARACTERS]))
    return Query(tuple(dict.fromkeys(term for term in found if term.words))[:MOST_TERMS])


def _term(quoted: str, closing: str, bare: str) -> Term:
    # A quotation mark of another width has become one that FTS5 knows.
    text = set_apart(quoted or bare).replace('"', " ").strip()
    words = tuple(_WORD.findall(text))
    # Who has closed the marks has said what the last word is. A Chinese word is one character and can't go on.
    is_open = not (quoted and closing) and bool(words) and not _is_chinese(words[-1])
    return Term(text, words, is_open)


def _is_chinese(word: str) -> bool:
    return len(word) == 1 and _CHINESE_WORD.match(word) is not None


_CHINESE_WORD = re.compile(f"[{CHINESE}]")
