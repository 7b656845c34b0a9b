from datetime import UTC, datetime
from pathlib import Path

from quizapp.desktop.pages.settings.anki_model import Choice, choices, export_pack, file_name
from quizapp.study.anki.reading import read_anki
from quizapp.study.own_cards import OwnCard, own_pack
from tests.study.sample import card, exercise, pack


def test_packs_with_cards_can_be_chosen() -> None:
    with_cards = pack(card("p/l/one"), exercise("p/l/two"), card("p/l/three"))
    own = own_pack([OwnCard(id="own/a/000000000000", deck="a", front="f", back="b")])

    assert (Choice(with_cards.id, with_cards.title.read("en"), 2),) == choices((with_cards, own), "en")
    assert () == choices((pack(exercise("p/l/two")),), "en")


def test_a_file_name_suits_every_system() -> None:
    assert ["a-b- c.apkg", "中文.apkg", "quizapp.apkg"] == [file_name(title) for title in ("a/b: c?", "中文", "?")]


def test_a_pack_is_written_as_a_deck(tmp_path: Path) -> None:
    export_pack(tmp_path / "out.apkg", pack(card("p/l/one"), exercise("p/l/two")), "en")

    deck = read_anki(tmp_path / "out.apkg", datetime.now(UTC))
    assert [("f", "b")] == [(card.front, card.back) for card in deck.cards]
