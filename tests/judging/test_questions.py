from pathlib import Path
from typing import Any

import pytest

from quizapp.judging.questions import judge_answer, shuffled_lines
from quizapp.packs.model import Asked, Option, Question, QuestionKind
from tests.judging.sample import text


def question(kind: QuestionKind, *answers: str, **sides: Any) -> Question:
    return Question(
        id=sides.pop("id", "pack/lesson/question"),
        folder=Path("lesson"),
        title=text("title"),
        kind=kind,
        prompt=text("prompt"),
        explanation=text("explanation"),
        answers=answers,
        **sides,
    )


def options(*right: bool) -> tuple[Option, ...]:
    return tuple(Option(text=text(str(index)), right=each) for index, each in enumerate(right))


def test_a_choice_is_one_right_option() -> None:
    choice = question(QuestionKind.CHOICE, options=options(False, True, False))

    assert [judge_answer(choice, answer) for answer in ((1,), (0,), (), (1, 0), (9,), "1")] == [True] + [False] * 5


def test_multiple_is_all_right_options_and_no_other() -> None:
    multiple = question(QuestionKind.MULTIPLE, options=options(True, False, True))

    assert [judge_answer(multiple, answer) for answer in ((0, 2), (2, 0), (0,), (0, 1, 2), ())] == [
        True,
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "(4, 2, 3)",
        "[4,2,3]",
        "4 2 3",
        "4, 2, 3",
        " 4,2,3, ",
        "torch.Size([4, 2, 3])",
        "Size([4, 2, 3])",
        "（４，２，３）",
        "【4，2，3】",
        "4、2、3",
        "4×2×3",
        "`(4, 2, 3)`",
    ],
)
def test_a_shape_may_be_written_in_many_ways(typed: str) -> None:
    assert judge_answer(question(QuestionKind.SHAPE, "4, 2, 3"), typed)


@pytest.mark.parametrize(
    "typed", ["", "4, 3, 2", "4, 2", "423", "4, 2, 3, 1", "-4, 2, 3", "four", "(4 2 3) x", "9" * 9999]
)
def test_another_shape_is_wrong(typed: str) -> None:
    assert not judge_answer(question(QuestionKind.SHAPE, "4, 2, 3"), typed)


@pytest.mark.parametrize("typed", ["()", "[]", "torch.Size([])"])
def test_a_scalar_has_no_dimension(typed: str) -> None:
    assert judge_answer(question(QuestionKind.SHAPE, "()"), typed)
    assert not judge_answer(question(QuestionKind.SHAPE, "()"), "")


@pytest.mark.parametrize("typed", ["6", "6.0", " 6 ", "６", "６．０", "+6", "6.", "12/2", "0.6e1", "`6`"])
def test_a_number_counts_by_its_value(typed: str) -> None:
    assert judge_answer(question(QuestionKind.NUMBER, "6"), typed)


@pytest.mark.parametrize("typed", ["", "7", "-6", "6.01", "six", "6 6", "1/0", "1e999999999", "6" * 999])
def test_another_number_is_wrong(typed: str) -> None:
    assert not judge_answer(question(QuestionKind.NUMBER, "6"), typed)


def test_every_accepted_answer_is_right() -> None:
    either = question(QuestionKind.NUMBER, "0.1", "-1")

    assert [judge_answer(either, typed) for typed in ("0.10", "−1", "－1", "1")] == [True, True, True, False]


def test_nan_is_a_number_that_one_can_type() -> None:
    assert judge_answer(question(QuestionKind.NUMBER, "nan"), "NaN")


@pytest.mark.parametrize("typed", ["contiguous", " contiguous ", "`contiguous()`", "'contiguous'", "contiguous（）"])
def test_space_quotes_and_trailing_brackets_of_a_text_do_not_count(typed: str) -> None:
    assert judge_answer(question(QuestionKind.TEXT, "contiguous"), typed)


@pytest.mark.parametrize("typed", ["", "Contiguous", "contiguous(x)", "is_contiguous"])
def test_case_and_spelling_of_a_text_count(typed: str) -> None:
    assert not judge_answer(question(QuestionKind.TEXT, "contiguous()"), typed)


@pytest.mark.parametrize("typed", ["tensor([1, 2])\nTrue", " tensor([1,2]) \n\n True\n", "tensor（[1，2]）\nTrue"])
def test_white_space_of_what_is_printed_does_not_count(typed: str) -> None:
    assert judge_answer(question(QuestionKind.PREDICT, "tensor([1, 2])\nTrue"), typed)


def test_both_quotes_are_one_in_what_is_printed() -> None:
    assert judge_answer(question(QuestionKind.PREDICT, "{'a': 1}"), '{"a": 1}')


@pytest.mark.parametrize("typed", ["", "True\ntensor([1, 2])", "tensor([1, 2]) True", "tensor([1, 2])"])
def test_the_lines_that_are_printed_count(typed: str) -> None:
    assert not judge_answer(question(QuestionKind.PREDICT, "tensor([1, 2])\nTrue"), typed)


def test_the_faulty_line_is_one_of_the_answers() -> None:
    spot = question(QuestionKind.SPOT, "3", "5")

    assert [judge_answer(spot, answer) for answer in ((3,), (5,), "3", (4,), (3, 5), ())] == [True] * 3 + [False] * 3


LINES = ("opt.zero_grad()", "for x in xs:", "    opt.step()", "opt.zero_grad()", "loss.backward()")


def test_lines_of_the_same_text_are_interchangeable() -> None:
    order = question(QuestionKind.ORDER, lines=LINES)

    assert judge_answer(order, (0, 1, 2, 3, 4))
    assert judge_answer(order, (3, 1, 2, 0, 4))
    assert not judge_answer(order, (1, 0, 2, 3, 4))


@pytest.mark.parametrize("answer", [(), (0, 1, 2, 3), (0, 1, 2, 0, 4), (0, 1, 2, 3, 9), "0 1 2 3 4"])
def test_every_line_must_be_used_once(answer: tuple[int, ...] | str) -> None:
    assert not judge_answer(question(QuestionKind.ORDER, lines=LINES), answer)


@pytest.mark.parametrize("lines", [("a", "b"), ("a", "a", "b"), LINES])
@pytest.mark.parametrize("number", range(20))
def test_lines_are_never_shown_in_the_right_order(lines: tuple[str, ...], number: int) -> None:
    order = question(QuestionKind.ORDER, lines=lines, id=f"pack/lesson/{number}")

    shown = shuffled_lines(order)

    assert sorted(shown) == list(range(len(lines)))
    assert not judge_answer(order, shown)
    assert shown == shuffled_lines(order)


@pytest.mark.parametrize("lines", [(), ("a",), ("a", "a")])
def test_lines_without_a_wrong_order_stay_as_they_are(lines: tuple[str, ...]) -> None:
    assert sorted(shuffled_lines(question(QuestionKind.ORDER, lines=lines))) == list(range(len(lines)))


def test_of_choices_to_predict_the_right_one_is_right() -> None:
    gradient = question(QuestionKind.PREDICT, "zero", asks=Asked.GRADIENT, observe="w")

    assert [judge_answer(gradient, answer) for answer in ((1,), (0,), (1, 2), "zero")] == [True, False, False, False]


def test_a_shape_to_predict_is_read_as_a_shape() -> None:
    shape = question(QuestionKind.PREDICT, "3, 4", asks=Asked.SHAPE, observe="y")

    assert [judge_answer(shape, answer) for answer in ("(3，4)", "4, 3")] == [True, False]


@pytest.mark.parametrize(
    ("typed", "is_right"),
    [("3.15", True), ("3.13", True), ("3.151", False), ("22/7", True), ("3", False), ("nan", False), ("pi", False)],
)
def test_a_number_may_be_off_by_the_tolerance_in_decimals_and_no_further(typed: str, is_right: bool) -> None:
    assert is_right == judge_answer(question(QuestionKind.NUMBER, "3.14", tolerance=0.01), typed)
