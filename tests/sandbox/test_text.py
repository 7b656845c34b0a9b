"""What is shown of a text that someone else chose."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.sandbox.text import encodable, readable, readable_output


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain\n\ttext", "plain\n\ttext"),
        ("中文 é 🙂", "中文 é 🙂"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\rb\x00", "a\\x0db\\x00"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
        ("\ud800", "\\ud800"),
    ],
)
def test_what_moves_the_cursor_or_reorders_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert readable(text) == shown


@given(st.text(st.characters()))
@settings(database=None)
def test_what_is_readable_stays_as_it_is(text: str) -> None:
    assert readable(readable(text)) == readable(text)


@given(st.binary())
@settings(database=None)
def test_any_output_can_be_shown(data: bytes) -> None:
    readable_output(data).encode("utf-8")


def test_a_lone_surrogate_can_be_sent_as_its_escape() -> None:
    assert encodable("x = '\ud800é'") == "x = '\\ud800é'"
