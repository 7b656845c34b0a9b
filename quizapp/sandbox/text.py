"""Text that a run printed or an error says, made safe to show: nothing in it moves the cursor or reorders the line."""

from quizapp.message import showable


def readable(text: str) -> str:
    r"""Return the text with control characters (but `\n` and `\t`), bidi marks and lone surrogates as escapes."""
    return text if text.isprintable() else showable(text)


def readable_output(data: bytes) -> str:
    """Return what a program wrote as text; bytes that are not UTF-8 become escapes too."""
    return readable(data.decode("utf-8", "backslashreplace").replace("\r\n", "\n"))


def encodable(text: str) -> str:
    """Return the text with lone surrogates as escapes, so that it can be sent as UTF-8."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")
