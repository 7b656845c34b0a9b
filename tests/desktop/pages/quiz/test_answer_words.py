import pytest

from quizapp.desktop.pages.quiz.answer_words import Told, told
from quizapp.desktop.pages.quiz.model import Came, ResultLine, to_detail
from quizapp.judging.questions import Answer
from quizapp.packs.model import Question
from quizapp.study.quizzes.quiz import Given
from quizapp.wording import Wording
from tests.desktop import studying
from tests.desktop.desk import EXERCISE

EN, ZH = Wording("en"), Wording("zh")


def line_of(question: Question, answer: Answer | None, *, right: bool = False, words: str = "words") -> ResultLine:
    given = None
    if answer is not None:
        given = Given(item=question.id, answer=words, right=right, seconds=1.0, detail=to_detail(answer))
    came = Came.OPEN if given is None else Came.RIGHT if right else Came.WRONG
    return ResultLine(1, question.id, question, came, given)


@pytest.mark.parametrize(
    ("question", "answer", "given", "right"),
    [
        (studying.CHOICE, (0,), "`x.clone()`", "`x.t()`"),
        (studying.MULTIPLE, (0, 1), "`x.clone()`\n\n`x.t()`", "`x.t()`\n\n`x.view(-1)`"),
        (studying.NUMBER, "5", "`5`", "`6`"),
        (studying.SHAPE, "3, 2", "`3, 2`", "`2, 3`"),
        (studying.SPOT, (3,), "Line 3: `print(x.sum().item())`", "Line 2: `x = torch.ones(2, 3)`"),
        (studying.TO_SHARE, (1,), "No", "Yes"),
        (
            studying.ORDER,
            (1, 0, 2),
            "```python\nloss.backward()\noptimizer.zero_grad()\noptimizer.step()\n```",
            "```python\noptimizer.zero_grad()\nloss.backward()\noptimizer.step()\n```",
        ),
    ],
)
def test_a_wrong_answer_stands_beside_the_right_one(question: Question, answer: Answer, given: str, right: str) -> None:
    said = told(line_of(question, answer), EN)

    assert (given, right) == (said.given, said.right)
    assert said.why.endswith("Because of *strides*.")


def test_a_right_answer_needs_no_other() -> None:
    assert "" == told(line_of(studying.CHOICE, (1,), right=True), EN).right


def test_the_reason_of_a_chosen_option_comes_before_the_explanation() -> None:
    assert "It copies.\n\nBecause of *strides*." == told(line_of(studying.CHOICE, (0,)), EN).why


def test_an_answer_is_told_in_the_reader_s_language() -> None:
    said = told(line_of(studying.CHOICE, (0,)), ZH)

    assert ("它是什么？" in said.asked.replace("`", ""), "克隆") == (True, said.given)


def test_where_nothing_was_answered_the_right_answer_is_told() -> None:
    said = told(line_of(studying.NUMBER, None), EN)

    assert ("", "`6`") == (said.given, said.right)


def test_the_snippet_stands_under_the_prompt() -> None:
    assert told(line_of(studying.PREDICT, "7"), EN).asked.startswith("What is `it`?\n\n```python\nimport torch")


def test_an_answer_to_what_the_question_was_once_is_told_in_its_words() -> None:
    assert "`words`" == told(line_of(studying.CHOICE, (9,)), EN).given


def test_an_exercise_is_told_with_its_solution() -> None:
    given = Given(item=EXERCISE.id, answer="x = 2\n", right=False, seconds=1.0)

    said = told(ResultLine(1, EXERCISE.id, EXERCISE, Came.WRONG, given), EN)

    assert Told("Freeze it.", "```python\nx = 2\n```", "```python\nx = 1\n```", "") == said


def test_an_answer_to_what_is_gone_is_told_as_it_was_kept() -> None:
    given = Given(item="p/l/gone", answer="a\nb", right=True, seconds=1.0)

    assert "```text\na\nb\n```" == told(ResultLine(1, "p/l/gone", None, Came.RIGHT, given), EN).given
