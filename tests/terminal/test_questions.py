"""What is typed becomes an answer of the question's own sort, or is asked for again."""

import pytest

from quizapp.judging.questions import Answer, judge_answer, shuffled_lines
from quizapp.packs.library import Library
from quizapp.packs.model import Question, QuestionKind
from quizapp.terminal.questions import read_answer


def question_of(kind: QuestionKind, library: Library) -> Question:
    return next(
        item
        for item in library.packs[0].items()
        if isinstance(item, Question) and item.kind is kind and not item.choices
    )


@pytest.mark.parametrize(
    ("kind", "typed", "answer"),
    [
        (QuestionKind.CHOICE, "2", (1,)),
        (QuestionKind.CHOICE, "1 2", None),
        (QuestionKind.CHOICE, "99", None),
        (QuestionKind.CHOICE, "two", None),
        (QuestionKind.MULTIPLE, "2, 1", (0, 1)),
        (QuestionKind.MULTIPLE, "1 1", None),
        (QuestionKind.SPOT, "1", (1,)),
        (QuestionKind.SPOT, "0", None),
        (QuestionKind.NUMBER, "0.5", "0.5"),
        (QuestionKind.SHAPE, "(2, 3)", "(2, 3)"),
        (QuestionKind.TEXT, "", None),
    ],
)
def test_what_is_typed_is_read(kind: QuestionKind, typed: str, answer: Answer | None, library: Library) -> None:
    assert read_answer(question_of(kind, library), typed) == answer


def test_the_right_order_can_be_typed(library: Library) -> None:
    question = question_of(QuestionKind.ORDER, library)
    shown = shuffled_lines(question)
    typed = " ".join(str(shown.index(line) + 1) for line in range(len(question.lines)))

    answer = read_answer(question, typed)

    assert answer is not None
    assert judge_answer(question, answer)


def test_an_order_names_every_line(library: Library) -> None:
    assert read_answer(question_of(QuestionKind.ORDER, library), "1 2") is None
