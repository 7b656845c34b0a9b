"""What is to be said of an option or a line once the question is answered. Without Qt."""

from difflib import SequenceMatcher
from enum import StrEnum

from quizapp.judging.questions import Answer
from quizapp.packs.model import Question, QuestionKind

TYPED = frozenset((QuestionKind.SHAPE, QuestionKind.NUMBER, QuestionKind.TEXT, QuestionKind.PREDICT))
"""The kinds that are answered by typing."""


class Mark(StrEnum):
    """How an option or a line came out."""

    PLAIN = "plain"
    CHOSEN_RIGHT = "chosen_right"
    CHOSEN_WRONG = "chosen_wrong"
    MISSED = "missed"  # right, and not chosen


def option_marks(question: Question, answer: Answer) -> tuple[Mark, ...]:
    """Return the mark of every option, or choice of what a run will show."""
    if question.choices:
        right = question.answers
        return tuple(_mark(choice in right, number in answer) for number, choice in enumerate(question.choices))
    return tuple(_mark(option.right, number in answer) for number, option in enumerate(question.options))


def line_marks(question: Question, answer: Answer) -> tuple[Mark, ...]:
    """Return the mark of every line of the snippet in which the faulty one was looked for."""
    count = len((question.code or "").splitlines())
    return tuple(_mark(str(number) in question.answers, number in answer) for number in range(1, count + 1))


def order_marks(question: Question, answer: Answer) -> tuple[Mark, ...]:
    """Return the mark of every line in the order in which the learner put them: wrong are those that must move."""
    placed = [question.lines[index] for index in answer if isinstance(index, int)]
    in_order = SequenceMatcher(None, placed, question.lines, autojunk=False).get_matching_blocks()
    right = {block.a + offset for block in in_order for offset in range(block.size)}
    return tuple(Mark.CHOSEN_RIGHT if place in right else Mark.CHOSEN_WRONG for place in range(len(placed)))


def _mark(right: bool, chosen: bool) -> Mark:
    if chosen:
        return Mark.CHOSEN_RIGHT if right else Mark.CHOSEN_WRONG
    return Mark.MISSED if right else Mark.PLAIN


def in_words(question: Question, answer: Answer) -> str:
    """Return an answer as the learner's statistics keep it, in the pack's own language."""
    if isinstance(answer, str):
        return answer
    if question.choices:
        return " | ".join(question.choices[index] for index in answer)
    if question.kind in (QuestionKind.CHOICE, QuestionKind.MULTIPLE):
        texts = (question.options[index].text for index in answer)
        return " | ".join(text.read(text.native) for text in texts)
    if question.kind is QuestionKind.ORDER:
        return "\n".join(question.lines[index] for index in answer)
    return ", ".join(str(number) for number in answer)


def accepted_answer(question: Question) -> str | None:
    """Return the answer to show beside a wrong typed one; None where the marks show what is right."""
    is_typed = question.kind in TYPED and not question.choices
    return question.answers[0] if is_typed and question.answers else None
