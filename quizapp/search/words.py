"""How text is taken apart into what can be found, so that FTS5's `unicode61` finds Chinese and code as well.

`unicode61` splits at everything that is neither letter nor digit, which makes `nn.Embedding` and `requires_grad` runs
of words, but takes a run of Chinese for one word. So Chinese characters are set apart with spaces: each becomes a word,
and a run of them that is looked for becomes a phrase. Tried with 20,000 items against pairs of characters (half as much
text again to index, no faster) and against FTS5's `trigram` (finds nothing shorter than three characters).
"""

import re
import unicodedata
from collections.abc import Iterable

CHINESE = "々〇぀-ヿ㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff"
"""What is set apart, as the inside of a regular expression's set: Han characters and Japanese syllables."""

_CHINESE = re.compile(f"[{CHINESE}]")
_CONTROL = re.compile("[\x00-\x1f\x7f\ud800-\udfff]+")
_EMPHASIS = re.compile(r"\*\*|`+")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]+")
_HUMP = re.compile(r"[a-z0-9][A-Z]|[A-Z][A-Z][a-z]")
_PIECE = re.compile(r"[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z0-9]+")


def set_apart(text: str) -> str:
    """Return the text in the form in which it is indexed and looked for; it may hold anything, also halves of pairs."""
    whole = unicodedata.normalize("NFKC", _CONTROL.sub(" ", text))
    return _CHINESE.sub(r" \g<0> ", whole)


def without_emphasis(prose: str) -> str:
    """Return Markdown without the marks that may stand inside a word: `**重**要` is found as 重要."""
    return _EMPHASIS.sub("", prose)


def pieces(texts: Iterable[str]) -> tuple[str, ...]:
    """Return what the names in the texts that are written like `CrossEntropyLoss` are put together from, in order.

    Each name once: `("Cross Entropy Loss", "Batch Norm2d")`.
    """
    names = dict.fromkeys(name for text in texts for name in _NAME.findall(text))
    return tuple(" ".join(_PIECE.findall(name)) for name in names if _HUMP.search(name))
