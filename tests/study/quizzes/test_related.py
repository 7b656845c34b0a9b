from msgspec.structs import replace

from quizapp.study.quizzes.related import cards_about
from tests.study.sample import card, pack, question

VIEWS, BOTH, OTHER = card("p/l/views", "view"), card("p/l/both", "stride", "view"), card("p/l/other", "grad")


def test_the_cards_that_share_a_concept_in_lesson_order() -> None:
    assert ("p/l/views", "p/l/both") == cards_about((pack(VIEWS, OTHER, BOTH),), question("p/l/q", "view"))


def test_a_question_is_no_card() -> None:
    assert () == cards_about((pack(question("p/l/other", "view")),), question("p/l/q", "view"))


def test_an_item_without_concepts_has_no_cards() -> None:
    assert () == cards_about((pack(VIEWS),), question("p/l/q"))


def test_the_same_word_of_another_pack_is_another_concept() -> None:
    elsewhere = replace(pack(card("o/l/views", "view")), id="o")

    assert () == cards_about((elsewhere,), question("p/l/q", "view"))
