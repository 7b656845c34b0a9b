"""Python's own syntax messages as messages that can be translated; those not listed are passed on in English."""

import re
from collections.abc import Callable

from quizapp.message import Message, message

_Maker = Callable[[re.Match[str]], Message]


def syntax_message(text: str) -> Message:
    """Return a message for what a SyntaxError says."""
    for pattern, make in _KNOWN:
        found = pattern.fullmatch(text)
        if found:
            return make(found)
    return message("Syntax error: {detail}", detail=text)


def _never_closed(found: re.Match[str]) -> Message:
    return message("{bracket} was never closed", bracket=found[1])


def _unmatched(found: re.Match[str]) -> Message:
    return message("{bracket} closes nothing", bracket=found[1])


def _mismatched(found: re.Match[str]) -> Message:
    return message("{closing} does not close {opening}", closing=found[1], opening=found[2])


def _colon(_found: re.Match[str]) -> Message:
    return message("A colon is missing here")


def _unterminated(_found: re.Match[str]) -> Message:
    return message("This string has no closing quote")


def _block(found: re.Match[str]) -> Message:
    return message("An indented line must follow {statement}", statement=found[1])


def _unexpected_indent(_found: re.Match[str]) -> Message:
    return message("This line is indented without need")


def _unindent(_found: re.Match[str]) -> Message:
    return message("This indentation matches no line above")


def _comma(_found: re.Match[str]) -> Message:
    return message("Not valid Python here. Is a comma missing?")


def _equals(_found: re.Match[str]) -> Message:
    return message("Not valid Python here. Did you mean == instead of =?")


def _cannot_assign(found: re.Match[str]) -> Message:
    return message("Nothing can be assigned to {what}", what=found[1])


def _invalid(_found: re.Match[str]) -> Message:
    return message("Not valid Python here")


def _character(found: re.Match[str]) -> Message:
    return message("The character {character} can't stand in code", character=found[1])


def _number(_found: re.Match[str]) -> Message:
    return message("This is not how a number is written in Python")


_KNOWN: tuple[tuple[re.Pattern[str], _Maker], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (r"'(.)' was never closed", _never_closed),
        (r"unmatched '(.)'", _unmatched),
        (r"closing parenthesis '(.)' does not match opening parenthesis '(.)'.*", _mismatched),
        (r"expected ':'", _colon),
        (r"unterminated .*string literal.*", _unterminated),
        (r"expected an indented block after (.+?)(?: on line \d+)?", _block),
        (r"unexpected indent", _unexpected_indent),
        (r"unindent does not match any outer indentation level", _unindent),
        (r"invalid syntax\. Perhaps you forgot a comma\?", _comma),
        (r"invalid syntax\. Maybe you meant '==' or ':=' instead of '='\?", _equals),
        (r"cannot assign to (.+?) here\. Maybe you meant '==' instead of '='\?", _equals),
        (r"cannot assign to (.+)", _cannot_assign),
        (r"invalid (?:non-printable )?character '?(.+?)'? ?\(?U\+[0-9A-F]+\)?", _character),
        (r"invalid \w+ literal", _number),
        (r"invalid syntax", _invalid),
    )
)
