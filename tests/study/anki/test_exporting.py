from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.packs.library import read_library
from quizapp.shipped import shipped
from quizapp.study.anki.exporting import Exported, ExportedCard, own_exported, pack_exported, write_anki
from quizapp.study.anki.html import to_html
from quizapp.study.anki.markdown import to_markdown
from quizapp.study.anki.problems import AnkiError
from quizapp.study.anki.reading import read_anki
from quizapp.study.own_cards import OwnCard
from tests.study.anki.decks import PIXEL, Maker

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
OWN = OwnCard(
    id="own/torch/0123456789ab",
    deck="torch",
    front="What is $a<b$?\n\n![a net](net.png)",
    back="```python\nx = [1]\n```\n\n$$\\frac{a}{b}$$",
    concepts=("autograd", "two words"),
)


def _export(tmp_path: Path, *cards: OwnCard, at: datetime = NOW) -> Path:
    pictures = tmp_path / "pictures"
    pictures.mkdir(exist_ok=True)
    (pictures / "net.png").write_bytes(PIXEL)
    path = tmp_path / "out.apkg"
    write_anki(path, own_exported(cards, pictures), at)
    return path


def _notes(maker: Maker) -> list[Any]:
    return [maker.collection.get_note(note) for note in maker.collection.find_notes("")]


def test_anki_reads_what_was_written(tmp_path: Path, maker_in: Callable[[str], Maker]) -> None:
    maker = maker_in("theirs")
    maker.take(_export(tmp_path, OWN))

    (note,) = _notes(maker)
    (card,) = note.cards()
    assert "quizapp/own/torch/0123456789ab" == note.guid
    assert ["autograd", "two_words"] == sorted(note.tags)
    assert "torch" == maker.collection.decks.name(card.did)
    assert r"\(a&lt;b\)" in card.question()
    assert r"\[\frac{a}{b}\]" in card.answer()
    assert '<pre><code class="language-python">' in card.answer()


def test_pictures_go_along(tmp_path: Path, maker_in: Callable[[str], Maker]) -> None:
    maker = maker_in("theirs")
    maker.take(_export(tmp_path, OWN))

    (note,) = _notes(maker)
    (name,) = maker.collection.media.files_in_str(note.mid, note.fields[0])
    assert PIXEL == (Path(maker.collection.media.dir()) / name).read_bytes()


def test_the_same_cards_are_the_same_notes_every_time(tmp_path: Path, maker_in: Callable[[str], Maker]) -> None:
    maker = maker_in("theirs")
    maker.take(_export(tmp_path, OWN))
    changed = OwnCard(id=OWN.id, deck=OWN.deck, front="New front", back=OWN.back)
    maker.take(_export(tmp_path, changed, at=NOW + timedelta(days=1)))

    assert ["<p>New front</p>"] == [note.fields[0] for note in _notes(maker)]
    assert 1 == sum(deck.name == "torch" for deck in maker.collection.decks.all_names_and_ids())


@pytest.mark.parametrize("form", ["new.apkg", "legacy.colpkg"])
def test_through_anki_and_back_it_is_the_same_card(tmp_path: Path, maker_in: Callable[[str], Maker], form: str) -> None:
    maker = maker_in("theirs")
    maker.take(_export(tmp_path, OWN))

    deck = read_anki(maker.export(form), datetime.now(UTC))

    (card,) = deck.cards
    (picture,) = deck.pictures
    assert (OWN.id, OWN.deck, OWN.back) == (card.item, card.deck, card.back)
    assert OWN.front.replace("net.png", picture) == card.front


def test_the_shipped_pack_goes_to_anki_and_back(tmp_path: Path, maker_in: Callable[[str], Maker]) -> None:
    pack = read_library(shipped("content")).packs[0]
    cards = list(pack_exported(pack, "zh"))
    written = write_anki(tmp_path / "out.apkg", cards, NOW)
    maker = maker_in("theirs")
    maker.take(tmp_path / "out.apkg")

    deck = read_anki(maker.export("legacy.apkg"), datetime.now(UTC))

    assert written.cards == len(cards) == len(deck.cards) > 20
    # Its pictures are .svg, which are not taken from a stranger's deck.
    assert (written.pictures, {}, {}) == (deck.missing, dict(deck.left_out), dict(deck.lost))
    assert {card.deck for card in cards} == {named.deck for named in deck.decks()}


def test_a_picture_outside_is_left_out(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.png").write_bytes(PIXEL)
    sources = ("../secret.png", str(tmp_path / "secret.png"), "file:///secret.png", "gone.png", "https://e.org/a.png")
    front = " ".join(f"![x]({source})" for source in sources)
    card = ExportedCard(item="a/b/c", deck="d", front=front, back="", tags=(), folder=inside, within=inside)

    assert Exported(1, 0) == write_anki(tmp_path / "out.apkg", [card], NOW)


def test_where_it_cannot_be_written_nothing_is_left(tmp_path: Path) -> None:
    path = tmp_path / "no" / "out.apkg"

    with pytest.raises(AnkiError) as raised:
        write_anki(path, [], NOW)

    assert f"{path} can't be written: No such file or directory." == str(raised.value)


def test_a_file_that_was_there_stays_where_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "out.apkg"
    path.write_text("before")

    def fail() -> Any:
        raise OSError(28, "No space left on device")
        yield

    with pytest.raises(OSError, match="No space"):
        write_anki(path, fail(), NOW)

    assert "before" == path.read_text()


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("a\\\nb", "<p>a<br>b</p>"),
        ("[l](https://e.org)", '<p><a href="https://e.org">l</a></p>'),
        ("[l](http://e.org) [m](javascript:x)", "<p>l [m](javascript:x)</p>"),
        ("<b>&amp;", "<p>&lt;b&gt;&amp;</p>"),
        ("[sound:x.mp3] `[latex]`", "<p>&#91;sound:x.mp3] <code>&#91;latex]</code></p>"),
        ("\\\\(x\\\\)", "<p>\\\u2060(x\\\u2060)</p>"),
        ("$a}}$", r"<p>\(a} }\)</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
    ],
)
def test_markdown_becomes_html(markdown: str, html: str) -> None:
    assert html.split() == to_html(markdown, lambda source: None).split()


@given(st.text(st.sampled_from("ab中 \n*_`$\\[]()<>&#-1.|~!"), max_size=40))
def test_whatever_the_markdown_only_our_tags_come_out(markdown: str) -> None:
    html = to_html(markdown, lambda source: None)

    assert "<script" not in html and "<img" not in html
    to_markdown(unescape(html), lambda name: None)
