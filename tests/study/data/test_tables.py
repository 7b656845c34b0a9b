from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.data.errors import DataError, NotWhole
from quizapp.study.data.exporting import export_reviews
from quizapp.study.data.stored import understood
from quizapp.study.data.tables import read_table
from quizapp.study.entries import Answered, Attempted, Rated, Row
from quizapp.study.model import Rating
from tests.study.data.sample import ENTRIES
from tests.study.sample import NOON


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "words.csv"


def entries(path: Path) -> list[object]:
    read = [understood(row) for row in read_table(path).reviews]
    return [row.entry for row in read if row is not None]


def test_cards_have_a_front_and_a_back(path: Path) -> None:
    path.write_text("Front,back,Concepts\nWhat is a view?,Shared memory,views strides\n")

    (card,) = read_table(path).cards

    assert ("words", "What is a view?", "Shared memory", ("views", "strides")) == (
        card.deck,
        card.front,
        card.back,
        card.concepts,
    )


def test_a_card_has_the_same_id_each_time(path: Path) -> None:
    path.write_text("front,back\na,b\n")
    before = read_table(path).cards[0].id
    path.write_text("back;front\nanother back;a\n")

    assert before == read_table(path).cards[0].id


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_spreadsheets_separate_in_several_ways(path: Path, separator: str) -> None:
    path.write_text(f'\ufefffront{separator}back\n"a{separator}\n1"{separator}b\n', "utf-8")

    assert [(f"a{separator}\n1", "b")] == [(card.front, card.back) for card in read_table(path).cards]


def test_lines_without_a_back_are_told_with_their_number(path: Path) -> None:
    path.write_text("front,back\na,b\nc\n\nd,e\n")

    table = read_table(path)

    assert (2, [3]) == (len(table.cards), [unread.number for unread in table.unread])


def test_a_table_of_ours_is_read_back(path: Path) -> None:
    rows = [Row(id=str(number), device="d", at=NOON, entry=entry) for number, entry in enumerate(ENTRIES[:3])]
    export_reviews(rows, path)

    read = entries(path)

    assert [Rated, Answered, Attempted] == [type(entry) for entry in read]
    assert ENTRIES[0] == read[0]
    assert NOON == datetime.fromtimestamp(read_table(path).reviews[0].at / 1e6, UTC)


def test_a_review_has_the_same_id_each_time(path: Path) -> None:
    path.write_text("utc,item,kind,rating\n2026-03-02T12:00:00Z,p/l/a,card,good\n")

    assert read_table(path).reviews == read_table(path).reviews


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("yesterday,p/l/a,card,good", "no time"),
        ("0001-01-01T00:00:00+23:59,p/l/a,card,good", "no time"),
        ("2026-03-02,,card,good", "which item"),
        ("2026-03-02,p/l/a,deck,good", "none of card, question and exercise"),
        ("2026-03-02,p/l/a,card,fine", "none of again, hard, good and easy"),
        ("2026-03-02,p/l/a,card,", "lacks the rating"),
    ],
)
def test_what_is_wrong_with_a_line_is_told(path: Path, line: str, why: str) -> None:
    path.write_text(f"utc,item,kind,rating\n{line}\n")

    (unread,) = read_table(path).unread

    assert 2 == unread.number
    assert why in str(unread.why)


def test_ratings_may_be_numbers(path: Path) -> None:
    path.write_text("utc,item,kind,rating\n2026-03-02T12:00:00Z,p/l/a,card,1\n")

    assert [Rated(item="p/l/a", rating=Rating.AGAIN, seconds=0.0)] == entries(path)


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"\xff\xfe\x00f", b"{}", b"\n\nfront,back\n"])
def test_what_is_no_such_table_is_told(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    with pytest.raises(NotWhole):
        read_table(path)


def test_a_table_that_is_not_there_is_told(path: Path) -> None:
    with pytest.raises(DataError, match="There is no file"):
        read_table(path)


@given(st.text(max_size=200))
def test_any_text_below_the_names_is_read_or_told(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("table") / "t.csv"
    path.write_bytes(b"utc,item,kind,rating,front\n" + text.encode("utf-8", "surrogatepass"))

    try:
        read_table(path)
    except DataError as error:
        assert str(error)
