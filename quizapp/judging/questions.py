"""Whether an answer to a question is right; what does not matter in what was typed is tolerated."""

import random
import re
import unicodedata
from collections.abc import Callable, Hashable
from fractions import Fraction
from typing import TypeAlias

from quizapp.packs.model import Asked, Question, QuestionKind

Answer: TypeAlias = tuple[int, ...] | str
"""Indices of what was chosen, `lines` indices in the learner's order, or a line number; else the text as typed."""

TYPED_ELSEWHERE = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "「": '"', "」": '"', "【": "[", "】": "]", "、": ",", "。": "."}
    | {"−": "-", "–": "-", "—": "-", "×": "x"}
)
"""What Chinese input methods and word processors make of ASCII, beyond the full-width forms that NFKC covers."""

NUMBER = re.compile(r"[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?|\d+/0*[1-9]\d*)", re.ASCII)
SHAPE = re.compile(r"(?:(?:torch\.)?Size)?([(\[{ ]*)((?:\d+[, x]+)*\d*)([)\]} ]*)", re.ASCII)
LONGEST = 60
"""Characters of a number or shape; what is longer is no answer."""


def judge_answer(question: Question, answer: Answer) -> bool:
    """Tell whether an answer is right; an answer of the wrong sort (text where an option is chosen) is not."""
    kind = question.kind
    if question.choices:
        return answer == tuple(n for n, choice in enumerate(question.choices) if choice in question.answers)
    if kind is QuestionKind.NUMBER and question.tolerance:
        return isinstance(answer, str) and _is_near(question.answers, answer, question.tolerance)
    if kind in READINGS:
        read = read_shape if question.asks is Asked.SHAPE else READINGS[kind]
        return isinstance(answer, str) and _is_accepted(question.answers, answer, read)
    if kind is QuestionKind.SPOT:
        return _is_line(question.answers, answer)
    if not isinstance(answer, tuple):
        return False
    if kind is QuestionKind.ORDER:
        return sorted(answer) == list(range(len(question.lines))) and _is_in_order(question, answer)
    right = {index for index, option in enumerate(question.options) if option.right}
    if kind is QuestionKind.CHOICE:
        return len(answer) == 1 and answer[0] in right
    return set(answer) == right


def shuffled_lines(question: Question) -> tuple[int, ...]:
    """Return the order in which to show the lines: the same for each question, never one that is already right.

    Lines that are all alike have no wrong order; they stay as they are.
    """
    order = list(range(len(question.lines)))
    # The seed is the id alone: a learner who leaves and comes back finds the lines where they were.
    random.Random(question.id).shuffle(order)
    for _ in order:
        if not _is_in_order(question, tuple(order)):
            break
        order.append(order.pop(0))
    return tuple(order)


def read_text(typed: str) -> Hashable | None:
    """Read a short text: white space, quotes or backticks around it and `()` at its end do not count; case does."""
    text = "".join(_plain(typed).split())
    stripped = text.strip("`'\"").removesuffix("()").strip("`'\"")
    return stripped or None


def read_number(typed: str) -> Hashable | None:
    """Read a number or fraction by its value: `6`, `6.0` and `12/2` are equal."""
    text = "".join(_plain(typed).split()).strip("`'\"")
    if NUMBER.fullmatch(text) and len(text) <= LONGEST:
        return Fraction(text)
    return text.lower() if text.lower().lstrip("+-") in ("nan", "inf") else None


def read_shape(typed: str) -> Hashable | None:
    """Read a shape: `(4, 2, 3)`, `[4,2,3]`, `4 2 3`, `4x2x3`, `torch.Size([4, 2, 3])`; `()` has no dimension."""
    text = " ".join(_plain(typed).split()).strip("`'\"")
    match = SHAPE.fullmatch(text) if len(text) <= LONGEST else None
    if match is None or not (match[1].strip() or match[2]):
        return None
    return tuple(int(size) for size in re.findall(r"\d+", match[2]))


def read_print(typed: str) -> Hashable | None:
    """Read what a snippet prints, line by line; white space, empty lines and the kind of quotes do not count."""
    lines = ("".join(line.split()).replace('"', "'") for line in _plain(typed).strip("`").splitlines())
    return tuple(line for line in lines if line)


READINGS: dict[QuestionKind, Callable[[str], Hashable | None]] = {
    QuestionKind.SHAPE: read_shape,
    QuestionKind.NUMBER: read_number,
    QuestionKind.TEXT: read_text,
    QuestionKind.PREDICT: read_print,
}
"""How each kind of typed answer is read; equal readings are equal answers, None is no answer."""


def _is_accepted(accepted: tuple[str, ...], answer: str, read: Callable[[str], Hashable | None]) -> bool:
    reading = read(answer)
    return reading is not None and any(read(each) == reading for each in accepted)


def _is_near(accepted: tuple[str, ...], answer: str, tolerance: float) -> bool:
    """Tell whether a number is as close to an accepted one as the question asks; by the decimals as written."""
    reading = read_number(answer)
    numbers = [number for each in accepted if isinstance(number := read_number(each), Fraction)]
    if isinstance(reading, Fraction):
        return any(abs(reading - number) <= Fraction(repr(tolerance)) for number in numbers)
    return _is_accepted(accepted, answer, read_number)


def _is_line(accepted: tuple[str, ...], answer: Answer) -> bool:
    if isinstance(answer, tuple):
        return len(answer) == 1 and _is_accepted(accepted, str(answer[0]), read_number)
    return _is_accepted(accepted, answer, read_number)


def _is_in_order(question: Question, order: tuple[int, ...]) -> bool:
    """Tell whether the lines read right in this order; lines of the same text are interchangeable."""
    return [question.lines[index].rstrip() for index in order] == [line.rstrip() for line in question.lines]


def _plain(typed: str) -> str:
    """Return the text with full-width and typographic characters as plain ones."""
    return unicodedata.normalize("NFKC", typed.translate(TYPED_ELSEWHERE))
