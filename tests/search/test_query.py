import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.search.query import MOST_TERMS, Query, understand


@pytest.fixture(scope="module")
def table() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(title, prose)")
    connection.execute("INSERT INTO words VALUES ('and or near not', '梯 度 a b c')")
    return connection


def words(typed: str) -> list[tuple[str, ...]]:
    return [term.words for term in understand(typed).terms]


def test_terms_stand_apart_by_spaces() -> None:
    assert words("nn.Emb  梯度") == [("nn", "Emb"), ("梯", "度")]


def test_what_stands_in_quotation_marks_is_one_term() -> None:
    assert words('"two words" three') == [("two", "words"), ("three",)]


def test_chinese_quotation_marks_do_the_same() -> None:
    assert words("“two words”") == [("two", "words")]


def test_an_open_mark_reaches_to_the_end() -> None:
    assert words('"two words') == [("two", "words")]


def test_the_last_word_may_go_on_until_the_marks_are_closed() -> None:
    assert [understand(typed).terms[0].is_open for typed in ("nn.Emb", '"nn.Emb', '"nn.Emb"')] == [True, True, False]


def test_a_chinese_word_is_whole() -> None:
    assert not understand("梯度").terms[0].is_open


def test_operators_are_words() -> None:
    assert words("a AND b OR NEAR(c)") == [("a",), ("AND",), ("b",), ("OR",), ("NEAR", "c")]


@pytest.mark.parametrize("typed", ["", "   ", "*", '"', '""', "()", "-", "😀", "…", "^:{}+", "__", "\0"])
def test_where_there_is_no_word_nothing_is_looked_for(typed: str) -> None:
    assert understand(typed) == Query()


def test_a_word_that_is_said_twice_is_one_term() -> None:
    assert words("grad grad") == [("grad",)]


def test_nobody_types_more_terms_than_these() -> None:
    assert len(understand(" ".join(f"w{number}" for number in range(90))).terms) == MOST_TERMS


@given(st.text(max_size=60))
def test_nothing_that_is_typed_breaks_the_syntax(table: sqlite3.Connection, typed: str) -> None:
    if query := understand(typed):
        table.execute("SELECT rowid FROM words WHERE words MATCH ?", (query.match(),)).fetchall()
        table.execute("SELECT rowid FROM words WHERE words MATCH ?", (f"{{title}} : ({query.match()})",)).fetchall()


SYNTAX = st.lists(
    st.sampled_from(
        [
            *('"', "'", "*", "(", ")", "^", "+", "-", ":", ";", "--", "_", "\\", "%", " ", "\0", "\ud83d", "😀", "＂"),
            *("AND", "OR", "NOT", "NEAR", "NEAR(a b, 2)", "title:", "{a b}", "梯度", "a", "İ", "é", "e\u0301"),
        ]
    ),
    max_size=12,
)


@given(SYNTAX)
def test_not_even_what_fts5_means_something_by(table: sqlite3.Connection, typed: list[str]) -> None:
    if query := understand("".join(typed)):
        table.execute("SELECT rowid FROM words WHERE words MATCH ?", (query.match(),)).fetchall()


def pattern_finds(typed: str, text: str) -> list[str]:
    return [found[0] for term in understand(typed).terms for found in term.pattern().finditer(text)]


def test_a_term_is_found_again_as_it_was_written() -> None:
    assert pattern_finds("nn.emb", "An `nn.Embedding`, or nn . EMBED") == ["nn.Emb", "nn . EMB"]


def test_the_inside_of_a_word_is_no_hit_but_a_hump_is() -> None:
    assert pattern_finds("norm", "abnorm BatchNorm2d norm") == ["Norm", "norm"]


def test_a_hit_may_go_over_humps() -> None:
    assert pattern_finds('"entropy loss"', "CrossEntropyLoss") == ["EntropyLoss"]


def test_chinese_is_found_anywhere_and_between_marks() -> None:
    assert pattern_finds("梯度", "求梯度，再求梯**度") == ["梯度", "梯**度"]


def test_a_closed_term_is_not_a_beginning() -> None:
    assert pattern_finds('"grad"', "gradient grad") == ["grad"]
