import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.data.lines import LineError, head_line, read_head, read_row, row_line
from quizapp.study.data.stored import StoredRow
from quizapp.study.entries import encode_entry
from tests.study.data.sample import ENTRIES, rated
from tests.study.sample import NOON

ROW = StoredRow("a" * 32, "d" * 32, 1_700_000_000_123_456, encode_entry(rated()).encode())


def test_a_head_is_read_as_it_was_written() -> None:
    head = read_head(head_line("d" * 32, NOON))

    assert head is not None
    assert ("d" * 32, NOON, 1) == (head.device, head.made, head.format)


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_kind_of_row_is_read_as_it_was_written(entry: object) -> None:
    row = StoredRow("a" * 32, "d" * 32, 1, encode_entry(entry).encode())  # type: ignore[arg-type]

    assert row == read_row(row_line(row))


def test_a_line_without_a_sum_is_read_too() -> None:
    line = row_line(ROW)

    assert ROW == read_row(line[: line.index(b',"sum"')] + b"}\n")


@pytest.mark.parametrize("more", [b'{"x":' * 10_000 + b"1" + b"}" * 10_000, b'"\xff"'])
def test_an_entry_that_nobody_can_read_is_no_row(more: bytes) -> None:
    line = (
        b'{"id":"a","device":"d","at":"2026-03-02T12:00:00Z","entry":{"kind":"rated","item":"p/l/a","x":' + more + b"}}"
    )

    with pytest.raises(LineError, match="it is no row of a journal"):
        read_row(line)


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"])
def test_a_time_that_no_calendar_has_is_none_of_a_row(at: str) -> None:
    line = b'{"id":"a","device":"d","at":"%s","entry":{"kind":"rated","item":"p/l/a"}}' % at.encode()

    with pytest.raises(LineError, match="it is no row of a journal"):
        read_row(line)


@pytest.mark.parametrize("line", [b'{"quizapp":' + b"[" * 10_000, b'{"quizapp":"\xff"}', b'{"x":' * 10_000])
def test_a_first_line_that_nobody_can_read_is_no_head(line: bytes) -> None:
    assert read_head(line) is None


@given(st.data())
def test_a_byte_that_was_changed_is_noticed(data: st.DataObject) -> None:
    line = bytearray(row_line(ROW).rstrip(b"\n"))
    place = data.draw(st.integers(0, len(line) - 1))
    before = line[place]
    line[place] = data.draw(st.integers(0, 255).filter(lambda byte: byte != before))

    try:
        read = read_row(bytes(line))
    except LineError:
        return
    # Only the mark of the sum itself, or the case of a digit in it, may change without a word.
    assert read == ROW


@given(st.binary(max_size=200))
def test_any_bytes_are_a_row_or_told(line: bytes) -> None:
    try:
        read_row(line)
    except LineError as error:
        assert str(error)


@given(kept=st.integers(0, len(row_line(ROW)) - 3))
def test_a_line_cut_short_is_told(kept: int) -> None:
    with pytest.raises(LineError):
        read_row(row_line(ROW)[:kept])
