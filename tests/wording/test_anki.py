from pathlib import Path

from quizapp.packs.model import ItemId
from quizapp.study.anki.deck import AnkiDeck, TakenCard, TakenReview, Why
from quizapp.study.anki.exporting import Exported
from quizapp.study.anki.taking import LookedAt, Taken
from quizapp.study.model import Rating
from quizapp.wording.anki import deck_words, exported_words, left_out_words, taken_words
from quizapp.wording.speech import Wording

ENGLISH = Wording("en")
PATH = Path("deck.apkg")


def _card(deck: str, item: ItemId | None = None) -> TakenCard:
    return TakenCard(
        digits="0" * 12, item=item, deck=deck, front="f", back="b", concepts=(), modified=0, is_suspended=False
    )


def _looked(deck: AnkiDeck, cards: int = 0, reviews: int = 0) -> LookedAt:
    return LookedAt(path=PATH, deck=deck, new_cards=cards, new_reviews=reviews)


def test_a_deck_is_told_before_it_is_taken() -> None:
    review = TakenReview(id="r", card=0, at=0, rating=Rating.GOOD, milliseconds=0)
    deck = AnkiDeck(name="deck.apkg", cards=(_card("A"), _card("B")), reviews=(review,))

    assert (
        "A: 1 card, 1 review",
        "B: 1 card, 0 reviews",
        "It brings 2 new cards and 1 new review.",
    ) == deck_words(_looked(deck, 2, 1), ENGLISH)


def test_many_decks_are_counted() -> None:
    deck = AnkiDeck(name="deck.apkg", cards=tuple(_card(f"D{number:02}") for number in range(10)))

    assert "and 2 more decks" in deck_words(_looked(deck, 10), ENGLISH)


def test_nothing_new_and_nothing_at_all_are_told() -> None:
    assert ("There is no card in it that can be taken.",) == deck_words(_looked(AnkiDeck(name="d")), ENGLISH)
    there = deck_words(_looked(AnkiDeck(name="d", cards=(_card("A"),))), ENGLISH)
    assert "All of it is here already, but for what was changed in Anki since." == there[-1]


def test_what_is_left_out_is_told_with_why() -> None:
    deck = AnkiDeck(
        name="d",
        left_out={Why.EMPTY: 1, Why.TOO_LONG: 2, Why.OCCLUSION: 1, Why.DAMAGED: 3},
        lost={Why.NO_CARD: 4, Why.FUTURE: 1},
        sounds=2,
        missing=1,
    )

    assert (
        "1 card is left out: its front is empty.",
        "2 cards are left out: far too long.",
        "1 card is left out: it covers parts of a picture.",
        "3 cards are left out: damaged.",
        "4 reviews are left out: their cards are not taken.",
        "1 review is left out: it is from the future.",
        "1 picture is left out: not in the file, or of a kind that cards don’t show.",
        "2 sounds are left out.",
    ) == left_out_words(deck, ENGLISH)


def test_what_came_of_it_is_told() -> None:
    assert "deck.apkg: nothing new." == taken_words(Taken(), PATH, ENGLISH)
    assert "deck.apkg: 1 new card · 2 new reviews" == taken_words(Taken(new=1, reviews=2), PATH, ENGLISH)
    assert "deck.apkg: 2 changed cards" == taken_words(Taken(changed=2), PATH, ENGLISH)
    assert "deck.apkg: 3 cards" == exported_words(Exported(3, 0), PATH, ENGLISH)
    assert "deck.apkg: 1 card · 2 pictures" == exported_words(Exported(1, 2), PATH, ENGLISH)
