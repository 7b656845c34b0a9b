from quizapp.desktop.pages.browse.own import own_texts
from quizapp.search.documents import OwnTexts
from quizapp.study.standing import Standing, StepKind

PASSED = Standing(kind=StepKind.EXERCISE, passed=True)


def test_all_that_was_written_about_an_item_stands_together() -> None:
    own = own_texts({"a": "remember"}, {"a": "x = 1", "b": "y = 1"}, {"b": "y = 0"}, {"b": PASSED})

    assert own == {
        "a": OwnTexts(note="remember", draft="x = 1"),
        "b": OwnTexts(draft="y = 1", attempt="y = 0", is_passed=True),
    }


def test_a_passed_exercise_is_there_although_nothing_of_it_is_left() -> None:
    assert own_texts({}, {}, {}, {"a": PASSED}) == {"a": OwnTexts(is_passed=True)}


def test_of_cards_and_questions_it_does_not_matter_whether_they_went_well() -> None:
    known = Standing(kind=StepKind.CARD, passed=True)

    assert own_texts({}, {}, {}, {"a": known, "b": Standing(kind=StepKind.EXERCISE)}) == {}
