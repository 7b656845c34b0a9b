from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from quizapp.study.anki.deck import AnkiDeck, TakenCard
from quizapp.study.anki.problems import AnkiError
from quizapp.study.anki.reading import read_anki
from quizapp.study.anki.taking import Taken, take_anki
from quizapp.study.entries import Rated
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import ItemState, Rating
from quizapp.study.own_cards import OwnCard
from tests.study.anki.conftest import Made
from tests.study.anki.decks import PIXEL
from tests.study.sample import Clock

CARD = TakenCard(
    digits="0123456789ab",
    item=None,
    deck="torch",
    front="f",
    back="b",
    concepts=(),
    modified=1_700_000_000_000,
    is_suspended=False,
)


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime.now(UTC))


@pytest.fixture
def learner(learner_of: Callable[..., Learner]) -> Learner:
    return learner_of()


@pytest.fixture
def take(learner: Learner, clock: Clock, made: Made, tmp_path: Path) -> Callable[[AnkiDeck], Taken]:
    return lambda deck: take_anki(learner, deck, made.paths["new.apkg"], tmp_path / "pictures", clock.now)


def _deck(*cards: TakenCard) -> AnkiDeck:
    return AnkiDeck(name="deck.apkg", cards=cards)


def _fronts(learner: Learner) -> list[str]:
    return [card.front for card in learner.own_cards()]


def test_cards_and_reviews_come_into_the_journal(
    learner: Learner, take: Callable[[AnkiDeck], Taken], made: Made, tmp_path: Path
) -> None:
    deck = read_anki(made.paths["new.apkg"], datetime.now(UTC))

    assert Taken(new=7, changed=0, reviews=2) == take(deck)

    first = next(card for card in learner.own_cards() if "autograd" in card.front)
    reviews = learner.history(first.id)
    assert [Rating.AGAIN, Rating.GOOD] == [review.rating for review in reviews]
    assert made.answers == [round(review.at.timestamp() * 1000) for review in reviews]
    (picture,) = deck.pictures
    assert PIXEL == (tmp_path / "pictures" / picture).read_bytes()


@pytest.mark.parametrize("form", ["new.apkg", "legacy.colpkg"])
def test_a_deck_taken_twice_changes_nothing(
    learner: Learner, take: Callable[[AnkiDeck], Taken], made: Made, form: str
) -> None:
    take(read_anki(made.paths["new.apkg"], datetime.now(UTC)))
    before = learner.entries()

    assert Taken() == take(read_anki(made.paths[form], datetime.now(UTC)))
    assert before == learner.entries()


def test_the_cards_are_studied_as_a_pack_with_their_pictures(
    journal: Journal, take: Callable[[AnkiDeck], Taken], made: Made, tmp_path: Path
) -> None:
    take(read_anki(made.paths["new.apkg"], datetime.now(UTC)))

    (own,) = Learner(journal, (), new_per_day=10, pictures=tmp_path / "pictures").packs
    assert ["Torch", "Torch::Tensors"] == sorted(lesson.title.read("en") for lesson in own.lessons)
    assert {tmp_path / "pictures"} == {item.folder for lesson in own.lessons for item in lesson.items} | {own.folder}


def test_a_suspended_card_is_suspended_here(learner: Learner, take: Callable[[AnkiDeck], Taken]) -> None:
    take(_deck(replace(CARD, is_suspended=True)))

    assert ItemState.SUSPENDED is learner.state(learner.own_cards()[0].id)


def test_one_undo_takes_the_cards_back_and_another_import_brings_them_again(
    learner: Learner, take: Callable[[AnkiDeck], Taken], made: Made, clock: Clock
) -> None:
    deck = read_anki(made.paths["new.apkg"], datetime.now(UTC))
    take(deck)
    learner.undo()
    assert [] == _fronts(learner)
    assert 2 == len(learner.entries(Rated))

    clock.forward(minutes=1)

    assert Taken(new=7) == take(deck)
    assert 7 == len(_fronts(learner))


def test_a_card_that_was_thrown_away_comes_again(
    learner: Learner, take: Callable[[AnkiDeck], Taken], clock: Clock
) -> None:
    take(_deck(CARD))
    learner.drop_cards([learner.own_cards()[0].id])
    clock.forward(minutes=1)

    assert Taken(new=1) == take(_deck(CARD))


def test_what_was_changed_here_stays(learner: Learner, take: Callable[[AnkiDeck], Taken]) -> None:
    take(_deck(CARD))
    (card,) = learner.own_cards()
    learner.write_cards([replace(card, front="better")])

    assert Taken() == take(_deck(CARD))
    assert ["better"] == _fronts(learner)


def test_what_was_changed_in_anki_later_comes_over(learner: Learner, take: Callable[[AnkiDeck], Taken]) -> None:
    take(_deck(CARD))

    assert Taken(changed=1) == take(_deck(replace(CARD, front="new", modified=CARD.modified + 1000)))
    assert ["new"] == _fronts(learner)


def test_a_card_that_was_moved_in_anki_stays_the_same_card(learner: Learner, take: Callable[[AnkiDeck], Taken]) -> None:
    take(_deck(CARD))
    moved = replace(CARD, deck="other", modified=CARD.modified + 1000)

    assert Taken(changed=1) == take(_deck(moved))
    assert [("own/torch/0123456789ab", "other")] == [(card.id, card.deck) for card in learner.own_cards()]


def test_an_own_card_that_went_to_anki_comes_back_as_itself(
    learner: Learner, take: Callable[[AnkiDeck], Taken], clock: Clock
) -> None:
    own = OwnCard(id="own/torch/aaaaaaaaaaaa", deck="torch", front="f", back="b")
    learner.write_cards([own])
    clock.forward(days=1)
    modified = round(clock.now.timestamp()) * 1000

    assert Taken(changed=1) == take(_deck(replace(CARD, item=own.id, back="longer", modified=modified)))
    assert [replace(own, back="longer")] == list(learner.own_cards())


def test_a_note_from_the_future_counts_as_changed_now(
    learner: Learner, take: Callable[[AnkiDeck], Taken], clock: Clock
) -> None:
    take(_deck(replace(CARD, modified=10**14)))

    assert () == learner.warnings
    assert clock.now + timedelta() == learner.entries()[0].at


def test_nothing_is_taken_where_pictures_cannot_be_written(
    learner: Learner, made: Made, clock: Clock, tmp_path: Path
) -> None:
    deck = read_anki(made.paths["new.apkg"], datetime.now(UTC))
    (tmp_path / "pictures").write_text("in the way")

    with pytest.raises(AnkiError, match=r"can't be written"):
        take_anki(learner, deck, made.paths["new.apkg"], tmp_path / "pictures", clock.now)

    assert () == learner.entries()
