"""Text as Markdown that says just that, and marks set so that they are read as marks."""

import re
from typing import Final
from urllib.parse import quote, urlsplit

JOINER: Final = "\u2060"
"""A word joiner: neither space nor punctuation, never seen. Between two marks it keeps them apart."""

_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ALWAYS: Final = re.compile(r"[\\`*\[\]$|~]")
_UNDERSCORE: Final = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY_OR_TAG: Final = re.compile(r"&(?=[#A-Za-z]|$)|<(?=[A-Za-z/!?]|$)")
_LAST: Final = re.compile(r"!$")
_BEGINS: Final = re.compile(r"( *)(?:(>|[#+\-=:](?=[#+\-=:\s]|$))|([0-9]{1,9})([.)])(?=\s|$))")
_TICKS: Final = re.compile(r"`+")


def clean(text: str) -> str:
    """Return a text without characters that can't be shown or stored; spaces that don't break are spaces."""
    return _UNPRINTABLE.sub("", text).replace("\xa0", " ")


def escape_text(text: str) -> str:
    """Return one line of text as Markdown that says just that, also where a line begins with it."""
    text = _ALWAYS.sub(r"\\\g<0>", text)
    for pattern in (_UNDERSCORE, _ENTITY_OR_TAG, _LAST):
        text = pattern.sub(r"\\\g<0>", text)
    if begins := _BEGINS.match(text):
        sign = f"\\{begins[2]}" if begins[2] else f"{begins[3]}\\{begins[4]}"
        text = f"{begins[1]}{sign}{text[begins.end() :]}"
    return text


def marked(text: str, mark: str) -> str:
    """Set a mark around a text; one between a letter and punctuation would not be read as such."""
    core = text.strip(" ")
    if not core:
        return text
    before, _, after = text.partition(core)
    opening = "" if core[0].isalnum() else JOINER
    closing = "" if core[-1].isalnum() else JOINER
    return f"{before}{mark}{opening}{core}{closing}{mark}{after}"


def inline_code(code: str) -> str:
    """Return code that stands on a line, "" if there is none."""
    code = " ".join(code.split())
    ticks = "`" * (_longest_ticks(code) + 1)
    pad = " " if code.startswith("`") or code.endswith("`") else ""
    return f"{ticks}{pad}{code}{pad}{ticks}" if code else ""


def code_block(code: str, language: str) -> str:
    """Return a fenced block, "" if there is no code."""
    code = code.strip("\n")
    fence = "`" * max(3, _longest_ticks(code) + 1)
    return f"{fence}{language}\n{code}\n{fence}" if code.strip() else ""


def formula(tex: str, *, is_display: bool) -> str:
    """Return TeX between dollars, on one line, so that it doesn't end them; "" if there is none."""
    tex = re.sub(r"\\.|\$", lambda found: r"\$" if found[0] == "$" else found[0], clean(tex), flags=re.DOTALL)
    # What a comment hides is left out: it would hide the rest of the line.
    lines = (re.sub(r"(?<!\\)%.*", "", line).strip() for line in tex.splitlines())
    tex = " ".join(line for line in lines if line)
    backslashes = len(tex) - len(tex.rstrip("\\"))
    tex += "{}" if backslashes % 2 else ""
    dollars = "$$" if is_display else "$"
    return f"{dollars}{tex}{dollars}" if tex else ""


def safe_link(address: str) -> str:
    """Return a web address as it may stand in Markdown, "" for one that no card may lead to."""
    address = clean(address).strip()
    try:
        parts = urlsplit(address)
        if parts.scheme != "https" or not parts.hostname or "@" in parts.netloc:
            return ""
    except ValueError:
        return ""
    return quote(address, safe="!#$%&'*+,/:;=?~", errors="replace")


def _longest_ticks(code: str) -> int:
    return max((len(ticks) for ticks in _TICKS.findall(code)), default=0)
