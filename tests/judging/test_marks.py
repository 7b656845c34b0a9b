from quizapp.judging.marks import (
    Mark,
    accepted_answer,
    in_words,
    line_marks,
    option_marks,
    order_marks,
)
from tests.desktop.studying import CHOICE, MULTIPLE, NUMBER, ORDER, SPOT


def test_a_wrong_option_is_marked_and_the_right_one_too() -> None:
    assert option_marks(CHOICE, (0,)) == (Mark.CHOSEN_WRONG, Mark.MISSED, Mark.PLAIN)


def test_every_right_option_that_was_not_chosen_is_marked() -> None:
    assert option_marks(MULTIPLE, (1,)) == (Mark.PLAIN, Mark.CHOSEN_RIGHT, Mark.MISSED)


def test_lines_count_from_one() -> None:
    assert line_marks(SPOT, (3,)) == (Mark.PLAIN, Mark.MISSED, Mark.CHOSEN_WRONG)


def test_only_the_lines_that_must_move_are_marked_wrong() -> None:
    assert order_marks(ORDER, (1, 2, 0)) == (Mark.CHOSEN_RIGHT, Mark.CHOSEN_RIGHT, Mark.CHOSEN_WRONG)


def test_an_answer_is_kept_in_the_packs_own_language() -> None:
    assert in_words(MULTIPLE, (0, 2)) == "`x.clone()` | `x.view(-1)`"
    assert in_words(ORDER, (2, 0, 1)) == "optimizer.step()\noptimizer.zero_grad()\nloss.backward()"
    assert in_words(SPOT, (3,)) == "3"
    assert in_words(NUMBER, " 6") == " 6"


def test_a_typed_answer_is_told_and_a_chosen_one_is_marked() -> None:
    assert accepted_answer(NUMBER) == "6"
    assert accepted_answer(CHOICE) is None
