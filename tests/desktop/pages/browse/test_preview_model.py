import pytest
from msgspec.structs import replace

from quizapp.desktop.pages.browse.preview_model import answer, asked, can_answer
from quizapp.packs.model import Item, Question
from quizapp.wording import Wording
from tests.desktop.desk import EXERCISE, text
from tests.desktop.studying import (
    CARD,
    CHOICE,
    GRADIENT,
    ITEMS,
    LINES,
    MULTIPLE,
    NUMBER,
    ORDER,
    PREDICT,
    SHAPE,
    SPOT,
    TO_SHARE,
    WORD,
)

ENGLISH, CHINESE = Wording("en"), Wording("zh")
EXPLAINED = replace(EXERCISE, explanation=text("Only the head trains.", "只训练分类头。"))


def test_a_card_asks_with_its_front_and_answers_with_its_back() -> None:
    assert (asked(CARD, CHINESE), answer(CARD, CHINESE)) == ("`view` 会复制吗？", "不会，它*共享*内存。")


def test_a_question_asks_with_its_snippet_and_its_options() -> None:
    assert asked(CHOICE, ENGLISH) == "What is `it`?\n\n- `x.clone()`\n- `x.t()`\n- `x.view(-1)`"
    assert "```python\nimport torch" in asked(SHAPE, ENGLISH)


def test_lines_to_put_in_order_are_asked_for_in_another_order() -> None:
    shown = [line for line in asked(ORDER, ENGLISH).splitlines() if line in LINES]

    assert (sorted(shown), shown == list(LINES)) == (sorted(LINES), False)


@pytest.mark.parametrize(
    ("question", "right"),
    [
        (CHOICE, "- `x.t()`"),
        (MULTIPLE, "- `x.t()`\n- `x.view(-1)`"),
        (SHAPE, "The answer is:\n\n```python\n2, 3\n```"),
        (NUMBER, "The answer is:\n\n```python\n6\n```"),
        (WORD, "The answer is:\n\n```python\ndetach\n```"),
        (PREDICT, "The answer is:\n\n```python\n6.0\n```"),
        (ORDER, "The right order:\n\n```python\n" + "\n".join(LINES) + "\n```"),
        (SPOT, "The answer is:\n\n```python\nx = torch.ones(2, 3)\n```"),
    ],
)
def test_a_question_is_answered_with_what_is_right_and_why(question: Question, right: str) -> None:
    assert answer(question, ENGLISH) == f"{right}\n\nBecause of *strides*."


@pytest.mark.parametrize("question", [TO_SHARE, GRADIENT])
def test_what_a_run_will_show_is_asked_with_the_choices_and_answered_with_one(question: Question) -> None:
    choices = [line for line in asked(question, ENGLISH).splitlines() if line.startswith("- ")]

    assert answer(question, ENGLISH).splitlines()[0] in choices


@pytest.mark.parametrize("item", ITEMS)
def test_no_item_explains_itself_before_it_is_answered(item: Item) -> None:
    assert "strides*." not in asked(item, ENGLISH)


def test_the_solution_of_an_exercise_may_be_seen_once_it_was_passed() -> None:
    allowed = [can_answer(EXPLAINED, is_passed=passed) for passed in (False, True)]

    assert (allowed, can_answer(CARD, is_passed=False)) == ([False, True], True)
    assert answer(EXPLAINED, ENGLISH) == "```python\nx = 1\n```\n\nOnly the head trains."


def test_an_option_of_several_lines_stays_one_entry() -> None:
    long = replace(CHOICE, options=(replace(CHOICE.options[0], text=text("```\na\nb\n```", "")),))

    assert asked(long, ENGLISH).endswith("- ```\n  a\n  b\n  ```")
