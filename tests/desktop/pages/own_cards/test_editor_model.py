from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.desktop.pages.own_cards.editor_model import (
    CardDraft,
    decks_of,
    draft_of,
    draft_of_code,
    fenced,
    in_deck,
    last_deck,
    whole_lines,
)
from quizapp.markdown.plain import plain_text
from quizapp.packs.model import Check, Exercise, Text
from quizapp.study.own_cards import OwnCard

WHOLE = CardDraft("Views", "Does `t` copy?", "No.", "views, strides")
EXERCISE = Exercise(
    id="basics/views/one",
    folder=Path(),
    title=Text("en", {"en": "Views"}),
    prompt=Text("en", {"en": "Look."}),
    starter="",
    solution="",
    checks=(Check(observe="x"),),
    concepts=("views", "strides"),
)


def test_a_card_with_deck_front_and_back_is_complete() -> None:
    assert WHOLE.is_complete


@pytest.mark.parametrize("missing", ["deck", "front", "back"])
def test_a_card_without_one_of_them_is_not(missing: str) -> None:
    fields = {"deck": "Views", "front": "Does it?", "back": "No."} | {missing: " \n"}

    assert not CardDraft(**fields).is_complete


def test_concepts_are_separated_by_commas_of_either_language_and_each_counts_once() -> None:
    draft = CardDraft(concepts=" views, 步长，strides、views ;")

    assert draft.concept_words == ("views", "步长", "strides")


def test_a_new_card_gets_an_id_of_its_deck() -> None:
    card = WHOLE.card()

    assert card.id.startswith("own/")
    assert (card.deck, card.front, card.back, card.concepts) == ("Views", "Does `t` copy?", "No.", ("views", "strides"))


def test_two_new_cards_are_two_cards() -> None:
    assert WHOLE.card().id != WHOLE.card().id


def test_an_edited_card_keeps_its_id_in_another_deck_too() -> None:
    card = OwnCard(id="own/views/0123456789ab", deck="Views", front="Q", back="A", source="basics/views/one")
    draft = draft_of(card)

    moved = CardDraft("Strides", draft.front, draft.back, draft.concepts, draft.source, draft.id).card()

    assert (moved.id, moved.deck, moved.source) == (card.id, "Strides", card.source)


def test_editing_nothing_changes_nothing() -> None:
    card = OwnCard(id="own/views/0123456789ab", deck="Views", front="Q", back="A", concepts=("a", "b"))

    assert draft_of(card).card() == card


def test_selected_code_becomes_the_back_with_the_exercise_s_concepts() -> None:
    draft = draft_of_code("    x = 1\n    y = 2\n", EXERCISE)

    assert draft == CardDraft(back="```python\nx = 1\ny = 2\n```", concepts="views, strides", source="basics/views/one")


@given(st.text(alphabet="`ab \n", max_size=30))
def test_whatever_back_ticks_the_code_holds_the_block_ends_where_it_ends(code: str) -> None:
    assert plain_text(f"{fenced(code)}\n\nafter").endswith("after")


def test_decks_are_offered_once_and_in_order() -> None:
    cards = [OwnCard(id=f"own/d/{number}", deck=deck, front="", back="") for number, deck in enumerate("bAab")]

    assert decks_of(cards) == ("A", "a", "b")


def test_a_new_card_goes_to_the_deck_that_was_used_last() -> None:
    cards = [OwnCard(id=f"own/d/{number}", deck=deck, front="", back="") for number, deck in enumerate("ab")]

    assert [in_deck(CardDraft(), last_deck(known, "My cards")).deck for known in (cards, [])] == ["b", "My cards"]


def test_the_next_card_keeps_deck_and_concepts() -> None:
    assert WHOLE.next() == CardDraft(deck="Views", concepts="views, strides")


@pytest.mark.parametrize(
    ("before", "selected", "code"),
    [
        ("    ", "x = 1\u2029    y = 2", "    x = 1\n    y = 2"),
        ("y = ", "x.t()", "x.t()"),
        ("", "x = 1", "x = 1"),
        ("    ", "\u2029  ", ""),
        ("", "", ""),
    ],
)
def test_a_selection_begins_with_its_line_where_only_blanks_were_left_out(
    before: str, selected: str, code: str
) -> None:
    assert whole_lines(before, selected) == code
