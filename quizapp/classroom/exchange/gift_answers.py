"""What stands between the braces of a GIFT question: answers with weights and feedback, numbers, true or false."""

import re
from typing import Final

from msgspec import Struct

from quizapp.classroom.exchange.gift_blocks import plain

_WEIGHT: Final = re.compile(r"\s*%(-?\d{1,3}(?:\.\d{0,10})?)%")
_TRUTH: Final = re.compile(r"\s*(T|TRUE|F|FALSE)\s*(?:#(.*))?", re.DOTALL | re.IGNORECASE)
_NUMBER: Final = r"[+-]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][+-]?\d{1,2})?"
_RANGE: Final = re.compile(rf"\s*({_NUMBER})\s*\.\.\s*({_NUMBER})\s*")
_AROUND: Final = re.compile(rf"\s*({_NUMBER})\s*(?::\s*({_NUMBER})\s*)?")
FULL: Final = 100.0


class GiftAnswer(Struct, frozen=True):
    """One answer, still with its escapes marked; `weight` is in per cent of the points."""

    text: str
    weight: float
    feedback: str
    is_right_sign: bool


class Number(Struct, frozen=True):
    """A number as typed, and how far off an answer may be."""

    text: str
    tolerance: float


def without_general_feedback(answers: str) -> tuple[str, str]:
    """Cut off what stands behind `####`: said whatever the answer is."""
    before, _, feedback = answers.partition("####")
    return before, feedback


def truth_of(answers: str) -> tuple[bool, str, str] | None:
    """Return whether the statement is true and what is said to a wrong and to a right answer; None if it is no such."""
    found = _TRUTH.fullmatch(answers)
    if found is None:
        return None
    wrong, _, right = (found[2] or "").partition("#")
    return found[1].upper().startswith("T"), wrong, right


def split_answers(answers: str) -> tuple[str, tuple[GiftAnswer, ...]]:
    """Return what stands before the first answer, which should be nothing, and the answers."""
    before, *rest = re.split(r"([=~])", answers)
    pairs = zip(rest[::2], rest[1::2], strict=True)
    return before, tuple(_answer(sign, written) for sign, written in pairs)


def _answer(sign: str, written: str) -> GiftAnswer:
    weight = FULL if sign == "=" else 0.0
    if found := _WEIGHT.match(written):
        weight, written = float(found[1]), written[found.end() :]
    text, _, feedback = written.partition("#")
    return GiftAnswer(text, weight, feedback, sign == "=")


def number_of(text: str) -> Number | None:
    """Return `3.1`, `3.1:0.05` or `3..4` as a number with its tolerance; None if it is none of these."""
    written = plain(text)
    if found := _RANGE.fullmatch(written):
        low, high = float(found[1]), float(found[2])
        return Number(f"{(low + high) / 2:.12g}", float(f"{abs(high - low) / 2:.12g}"))
    if found := _AROUND.fullmatch(written):
        return Number(found[1], abs(float(found[2] or 0)))
    return None
