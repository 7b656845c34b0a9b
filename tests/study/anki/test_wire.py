import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.anki.wire import number_field, read_fields, text_field


def test_fields_are_read_by_their_kind() -> None:
    data = b"\x08\x96\x01" + b"\x12\x02ab" + b"\x19" + bytes(8) + b"\x25" + bytes(4)

    assert [(1, 150), (2, b"ab"), (3, bytes(8)), (4, bytes(4))] == list(read_fields(data))
    assert (150, "ab", 0, "") == (
        number_field(data, 1),
        text_field(data, 2),
        number_field(data, 9),
        text_field(data, 9),
    )


@pytest.mark.parametrize("data", [b"\x08", b"\x12\x05ab", b"\x0b", b"\xff" * 11, b"\x19\x00"])
def test_what_is_no_message_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        list(read_fields(data))


@given(st.binary(max_size=60))
def test_whatever_the_bytes_they_are_read_or_refused(data: bytes) -> None:
    try:
        fields = list(read_fields(data))
    except ValueError:
        return
    assert all(number >= 0 for number, _ in fields)
