from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.packs.model import Card
from quizapp.study.entries import CardWritten
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import Rating
from quizapp.study.own_cards import OwnCard, card_from, card_id, deck_slug, new_card_id, own_pack, title_of, written
from tests.study.sample import Clock, attempt, card, exercise, pack

ONE = OwnCard(
    id="own/mine/000000000001", deck="mine", front="# One `x`\nmore", back="b", concepts=("view",), source="p/l/a"
)
TWO = OwnCard(id="own/mine/000000000002", deck="mine", front="two", back="b")
OTHER = OwnCard(id="own/other/000000000003", deck="other", front="three", back="b")


@pytest.fixture
def learner(learner_of: Callable[..., Learner]) -> Learner:
    return learner_of(card("p/l/a"), exercise("p/l/x"))


def test_cards_become_a_pack_with_a_lesson_for_each_deck() -> None:
    made = own_pack((ONE, OTHER, TWO))

    assert (made.id, [lesson.id for lesson in made.lessons]) == ("own", ["mine", "other"])
    assert [item.id for item in made.items()] == [ONE.id, TWO.id, OTHER.id]


def test_a_card_is_shown_as_it_was_written() -> None:
    (item,) = own_pack((ONE,), language="zh").items()

    assert isinstance(item, Card)
    assert (item.front.read("en"), item.back.read("zh"), item.title.read("en")) == (ONE.front, "b", "One `x`")
    assert (item.concepts, item.source) == (("view",), "p/l/a")


def test_a_card_comes_back_from_its_entry_as_it_was() -> None:
    assert card_from(written(ONE, "batch")) == ONE


def test_written_cards_are_studied_after_the_packs(learner: Learner) -> None:
    learner.write_cards((ONE, TWO))

    assert learner.own_cards() == (ONE, TWO)
    assert [each.id for each in learner.packs] == ["p", "own"]
    assert learner.today().new == ("p/l/a", "p/l/x", ONE.id, TWO.id)


def test_without_cards_there_is_no_pack_of_them(learner: Learner) -> None:
    learner.write_cards((ONE,))

    learner.drop_cards((ONE.id, "p/l/a"))

    assert [each.id for each in learner.packs] == ["p"]
    assert learner.own_cards() == ()


def test_a_changed_card_keeps_its_place_and_its_schedule(learner: Learner) -> None:
    learner.write_cards((ONE, TWO))
    learner.rate(ONE.id, Rating.EASY, 5)
    due = learner.due_at(ONE.id)
    changed = OwnCard(id=ONE.id, deck="other", front="new", back="c")

    learner.write_cards((changed,))

    assert learner.own_cards() == (changed, TWO)
    assert learner.due_at(ONE.id) == due


def test_a_dropped_card_that_is_written_again_is_known_as_well_as_before(learner: Learner) -> None:
    learner.write_cards((ONE,))
    learner.rate(ONE.id, Rating.EASY, 5)
    learner.drop_cards((ONE.id,))

    learner.undo()

    assert learner.own_cards() == (ONE,)
    assert learner.standing(ONE.id).reviews == 1


def test_writing_what_is_there_writes_nothing(learner: Learner, journal: Journal) -> None:
    learner.write_cards((ONE, TWO))
    learner.write_cards((TWO,))

    assert len(journal.rows(CardWritten)) == 2


def test_cards_that_are_written_together_are_taken_back_together(learner: Learner) -> None:
    learner.write_cards((ONE, TWO))

    learner.undo()

    assert learner.own_cards() == ()


def test_other_packs_leave_own_cards_where_they_are(learner: Learner) -> None:
    learner.write_cards((ONE,))

    learner.set_packs((own_pack((TWO,)), pack(card("p/l/b"))))

    assert learner.today().new == ("p/l/b", ONE.id)


def test_a_slip_in_a_concept_of_one_s_own_pack_only_counts_there(learner: Learner) -> None:
    learner.write_cards((ONE,))

    learner.record_attempt(attempt("p/l/x", concept="view"))

    assert learner.standing(ONE.id).slipped_at is None


def test_half_of_a_surrogate_pair_is_written_as_a_question_mark(learner: Learner) -> None:
    learner.write_cards((OwnCard(id=ONE.id, deck="\ud83d", front="f\ud83d", back="\ud83db"),))

    (kept,) = learner.own_cards()
    assert (kept.deck, kept.front, kept.back) == ("?", "f?", "?b")


def test_pictures_lie_where_the_learner_was_told(journal: Journal, clock: Clock) -> None:
    learner = Learner(journal, (), new_per_day=10, clock=clock, pictures=Path("somewhere"))

    learner.write_cards((ONE,))

    assert [item.folder for item in learner.packs[0].items()] == [Path("somewhere")]


@pytest.mark.parametrize(
    ("deck", "begins"), [("mine", "mine"), ("My deck!", "my-deck-"), ("默认", ""), ("", ""), ("a/b", "a-b-")]
)
def test_a_deck_s_word_is_safe_in_an_id(deck: str, begins: str) -> None:
    assert deck_slug(deck).startswith(begins)
    assert deck_slug(deck).replace("-", "").isalnum()


@given(st.text(), st.text())
def test_decks_of_different_names_have_different_words(one: str, other: str) -> None:
    assert (deck_slug(one) == deck_slug(other)) == (one == other)


def test_a_new_card_s_id_names_its_deck_and_is_its_own() -> None:
    ids = {new_card_id("mine") for _ in range(100)}

    assert len(ids) == 100
    assert all(each.startswith("own/mine/") and len(each) == len(ONE.id) for each in ids)
    assert card_id("mine", "0123456789abcdef") == "own/mine/0123456789ab"


@pytest.mark.parametrize(
    ("front", "title"),
    [("> - *x* is", "x* is"), ("\n\n## What", "What"), ("", ""), ("w" * 80, "w" * 59 + "…")],
)
def test_a_title_is_the_first_line_without_marks(front: str, title: str) -> None:
    assert title_of(front) == title
