"""Text that a run printed or an error says, made safe to show: nothing in it moves the cursor or reorders the line."""

import re

_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but newline and tab
    "\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"  # bidi, invisible
    "\ud800-\udfff\U000e0000-\U000e007f]"  # lone surrogates, tags
)


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def readable(text: str) -> str:
    r"""Return the text with control characters (but `\n` and `\t`), bidi marks and lone surrogates as escapes."""
    return text if text.isprintable() else _UNSHOWABLE.sub(_escape, text)


def readable_output(data: bytes) -> str:
    """Return what a program wrote as text; bytes that are not UTF-8 become escapes too."""
    return readable(data.decode("utf-8", "backslashreplace").replace("\r\n", "\n"))


def encodable(text: str) -> str:
    """Return the text with lone surrogates as escapes, so that it can be sent as UTF-8."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")
