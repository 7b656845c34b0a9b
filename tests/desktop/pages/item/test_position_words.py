import pytest

from quizapp.desktop.pages.item.position_words import position_words
from quizapp.study.session import Position
from quizapp.wording import Wording


@pytest.mark.parametrize(
    ("position", "words"),
    [(Position(2, 12), "3 of 12"), (Position(12, 12), "12 of 12"), (Position(0, 1), ""), (None, "")],
    ids=["among others", "at the end", "alone", "nowhere"],
)
def test_the_place_of_an_item_is_said_where_there_are_others(position: Position | None, words: str) -> None:
    assert position_words(position, Wording("en")) == words
