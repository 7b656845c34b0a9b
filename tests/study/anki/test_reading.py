from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.study.anki.deck import AnkiDeck, Named, TakenCard, Why
from quizapp.study.anki.reading import digits_of, read_anki
from quizapp.study.model import Rating
from tests.study.anki.conftest import Made
from tests.study.anki.decks import FORMS


def _read(path: Path) -> AnkiDeck:
    return read_anki(path, datetime.now(UTC))


def _sides(deck: AnkiDeck) -> dict[str, str]:
    return {card.front: card.back for card in deck.cards}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_deck_gives_the_same_cards(made: Made, form: str) -> None:
    deck = _read(made.paths[form])
    (picture,) = deck.pictures

    assert _sides(deck) == {
        "What is **autograd**?": r"It gives $\frac{dy}{dx}$.",
        "*stride*": f"steps ![]({picture})",
        f"steps ![]({picture})": "*stride*",
        "**\u2060\\[...\\]\u2060** before backward": "**zero_grad** before backward\\\nMore",
        "zero_grad before **\u2060\\[what\\]\u2060**": "zero_grad before **backward**\\\nMore",
        "Which layer?": "Linear",
        "Suspended": "yes",
    }
    assert (deck.sounds, deck.missing, dict(deck.left_out)) == (2, 1, {})


@pytest.mark.parametrize("form", FORMS)
def test_reviews_come_with_their_time_and_rating(made: Made, form: str) -> None:
    deck = _read(made.paths[form])

    assert [(review.at, review.rating) for review in deck.reviews] == [
        (made.answers[0], Rating.AGAIN),
        (made.answers[1], Rating.GOOD),
    ]
    assert {deck.cards[review.card].front for review in deck.reviews} == {"What is **autograd**?"}


def test_every_form_gives_the_same_ids(made: Made) -> None:
    decks = [_read(path) for path in made.paths.values()]

    assert len({tuple(card.digits for card in deck.cards) for deck in decks}) == 1
    assert len({tuple(review.id for review in deck.reviews) for deck in decks}) == 1


def test_the_decks_in_a_file_are_counted(made: Made) -> None:
    deck = _read(made.paths["new.apkg"])

    assert (Named("Torch", 5, 2), Named("Torch::Tensors", 2, 0)) == deck.decks()


def test_tags_become_concepts_but_for_those_that_anki_sets(made: Made) -> None:
    card = _card(made, "What is **autograd**?")

    assert ("autograd",) == card.concepts


def test_a_suspended_card_stays_suspended(made: Made) -> None:
    assert _card(made, "Suspended").is_suspended
    assert not _card(made, "Which layer?").is_suspended


def test_a_review_from_the_future_is_left_out(made: Made) -> None:
    before = datetime.fromtimestamp(made.answers[0] / 1000, UTC) - timedelta(hours=1)

    deck = read_anki(made.paths["new.apkg"], before)

    assert (deck.reviews, dict(deck.lost)) == ((), {Why.FUTURE: 2})


def test_progress_is_told_and_may_end_the_reading(made: Made) -> None:
    class Enough(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done == 3:
            raise Enough(total)

    with pytest.raises(Enough, match="7"):
        read_anki(made.paths["new.apkg"], datetime.now(UTC), stop)


def test_each_card_of_a_note_has_digits_of_its_own() -> None:
    assert digits_of("guid", 0) != digits_of("guid", 1)
    assert digits_of("guid", 0) == digits_of("guid", 0)


def _card(made: Made, front: str) -> TakenCard:
    return next(card for card in _read(made.paths["new.apkg"]).cards if card.front == front)
