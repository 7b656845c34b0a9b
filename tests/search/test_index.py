import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.search.documents import OwnTexts, Part, document
from quizapp.search.index import SearchError, SearchIndex
from quizapp.search.query import understand
from tests.search.sample import EMBEDDING, FREEZE, ITEMS, LOSS, PACK, VIEW, card


@pytest.fixture
def index(tmp_path: Path) -> SearchIndex:
    made = SearchIndex(tmp_path / "search.sqlite")
    made.prepare()
    made.take_in(document(item, PACK.concepts) for item in ITEMS)
    return made


def found(index: SearchIndex, typed: str) -> list[str]:
    return list(index.find(understand(typed)))


@pytest.mark.parametrize("typed", ["嵌入", "嵌", "入是什", "嵌入是什么", "Embedding 查的", "nn.Embedding查", "权重"])
def test_chinese_is_found_by_any_part_of_it(index: SearchIndex, typed: str) -> None:
    assert found(index, typed) == [EMBEDDING.id]


def test_characters_that_do_not_stand_together_are_not_found_as_if_they_did(index: SearchIndex) -> None:
    assert found(index, "嵌是") == []


def test_a_word_is_found_although_part_of_it_is_bold(index: SearchIndex) -> None:
    assert found(index, "分类头") == [FREEZE.id]


@pytest.mark.parametrize(
    "typed", ["requires_grad", "requires", "grad_", "REQUIRES_GRAD", "requires_gr", "requires grad"]
)
def test_a_name_with_underscores_is_found_by_parts_and_as_a_whole(index: SearchIndex, typed: str) -> None:
    assert FREEZE.id in found(index, typed)


@pytest.mark.parametrize("typed", ["nn.Embedding", "nn.Emb", "embedding", "EMBED", "ｎｎ．Ｅｍｂ"])
def test_a_name_with_dots_is_found_by_its_beginning(index: SearchIndex, typed: str) -> None:
    assert found(index, typed) == [EMBEDDING.id]


@pytest.mark.parametrize("typed", ["torch.Tensor.view", "Tensor.view", "torch.T", "tensor.vi"])
def test_a_long_name_is_found_by_parts_and_as_a_whole(index: SearchIndex, typed: str) -> None:
    assert found(index, typed) == [VIEW.id]


@pytest.mark.parametrize("typed", ["CrossEntropyLoss", "crossent", "entropy", "entropy loss", "Loss"])
def test_a_name_with_humps_is_found_by_each(index: SearchIndex, typed: str) -> None:
    assert found(index, typed) == [LOSS.id]


def test_the_inside_of_a_latin_word_is_not_found(index: SearchIndex) -> None:
    assert found(index, "mbedding") == []


def test_every_term_has_to_be_found(index: SearchIndex) -> None:
    assert found(index, "gradient 稀疏") == [EMBEDDING.id]
    assert found(index, "gradient clone") == []


def test_words_in_quotation_marks_have_to_stand_together(index: SearchIndex) -> None:
    assert found(index, '"row of its"') == [EMBEDDING.id]
    assert found(index, '"of row"') == []


@pytest.mark.parametrize("typed", ["AND", "OR", "NEAR(a, b)", "*", '"', "😀", "view *", "title:view", "a' OR 1=1 --"])
def test_nothing_that_is_typed_is_an_error(index: SearchIndex, typed: str) -> None:
    index.find(understand(typed))


def test_an_item_is_found_by_its_id_and_its_concept(index: SearchIndex) -> None:
    assert found(index, "p/l/freeze") == [FREEZE.id]
    assert found(index, "冻结参数") == [FREEZE.id]


def test_a_hit_in_the_title_comes_first(index: SearchIndex) -> None:
    often = card("often", "stride stride stride stride", "stride " * 30)
    titled = card("titled", "short", "a much longer text that says other things " * 5, title="What a stride is")
    index.take_in((document(often, {}), document(titled, {})))

    assert found(index, "stride")[:2] == [titled.id, often.id]


def test_of_two_texts_the_one_that_says_it_more_densely_comes_first(index: SearchIndex) -> None:
    thin = card("thin", "leaf " + "and many other words " * 20)
    dense = card("dense", "leaf, leaf!")
    index.take_in((document(thin, {}), document(dense, {})))

    assert found(index, "leaf") == [dense.id, thin.id]


def test_what_very_many_items_hold_is_found_in_all_of_them_titles_first(
    index: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizapp.search.index.MOST_RANKED", 3)
    cards = [card(f"{number}", "zebra " * number, title="A zebra" if number == 4 else "t") for number in range(1, 6)]
    index.take_in(document(each, {}) for each in cards)

    assert found(index, "zebra") == ["p/l/4", "p/l/1", "p/l/2", "p/l/3", "p/l/5"]


def test_a_document_takes_the_place_of_the_one_before(index: SearchIndex) -> None:
    index.take_in((document(FREEZE, {}, OwnTexts(note="remember zebra")),))
    assert found(index, "zebra") == [FREEZE.id]

    index.take_in((document(FREEZE, {}),))
    assert found(index, "zebra") == []
    assert found(index, "freeze") == [FREEZE.id]


def test_what_was_dropped_is_not_found(index: SearchIndex) -> None:
    index.drop((FREEZE.id,))

    assert found(index, "冻结") == []
    assert FREEZE.id not in index.digests()


def test_a_snippet_says_why_an_item_was_found(index: SearchIndex) -> None:
    query = understand("梯度")

    found = index.snippets((EMBEDDING.id,), query, "zh")[EMBEDDING.id]

    assert found.part is Part.BACK
    assert [found.text[start:end] for start, end in found.marks] == ["梯度"]


def test_an_index_that_is_there_already_is_used_again(index: SearchIndex, tmp_path: Path) -> None:
    again = SearchIndex(tmp_path / "search.sqlite")
    again.prepare()

    assert again.digests().keys() == {item.id for item in ITEMS}
    assert found(again, "嵌入") == [EMBEDDING.id]


def damage(path: Path) -> None:
    path.write_bytes(b"no database, but some bytes" * 100)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def make_older(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 0")
    connection.close()


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("harm", [damage, cut_short, make_older, empty])
def test_an_index_that_is_of_no_use_is_made_anew(
    index: SearchIndex, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    path = tmp_path / "search.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    harm(path)

    again = SearchIndex(path)
    again.prepare()

    assert again.digests() == {}
    again.take_in((document(VIEW, {}),))
    assert found(again, "视图") == [VIEW.id]


def test_a_place_where_no_index_can_be_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "search.sqlite").mkdir()

    with pytest.raises(SearchError, match="search index"):
        SearchIndex(tmp_path / "search.sqlite").prepare()


def test_an_index_that_is_gone_is_told_in_a_sentence(index: SearchIndex, tmp_path: Path) -> None:
    index.throw_away()

    with pytest.raises(SearchError):
        index.find(understand("view"))


CHINESE = "张量梯度嵌入的是在"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_every_piece_of_a_chinese_text_finds_it(index: SearchIndex, data: st.DataObject) -> None:
    text = data.draw(st.text(alphabet=CHINESE + "a，", min_size=1, max_size=14).filter(lambda each: each.strip("，a")))
    start = data.draw(st.integers(0, len(text) - 1))
    piece = text[start : data.draw(st.integers(start + 1, len(text)))]
    index.take_in((document(card("any", text), {}),))

    # What begins inside a Latin word is not looked for.
    if understand(piece) and not (piece[0] == "a" and start and text[start - 1] == "a"):
        assert "p/l/any" in found(index, piece)
