"""What a file from elsewhere puts into a sentence can be shown: on one line, without signs that act, not endlessly."""

import pytest

from quizapp.message import LONGEST_VALUE, message


def said(value: str) -> str:
    return str(message("found {found}", found=value))


def test_a_value_stands_in_the_sentence_as_it_is() -> None:
    assert "found 中文\u3000é ü {0} \U0001f600" == said("中文\u3000é ü {0} \U0001f600")


def test_a_long_value_is_cut() -> None:
    assert f"found {'x' * LONGEST_VALUE}…" == said("x" * 1_000_000)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n  \n", "\u2028", "\x85", "\v"])
def test_several_lines_become_one(end: str) -> None:
    assert "found one two" == said(f"one{end}two")


@pytest.mark.parametrize(
    ("sign", "shown"),
    [("\x1b[2J", r"\x1b[2J"), ("\u202e", r"\u202e"), ("\udc80", r"\udc80"), ("\0", r"\x00"), ("\ufeff", r"\ufeff")],
)
def test_what_moves_the_cursor_turns_the_line_or_is_no_character_is_spelt(sign: str, shown: str) -> None:
    assert f"found {shown}" == said(sign)


@pytest.mark.parametrize("digits", [600, 5000])
@pytest.mark.parametrize("sign", [1, -1])
def test_a_number_of_thousands_of_digits_is_cut(sign: int, digits: int) -> None:
    assert len(str(message("found {found}", found=sign * 10**digits))) < 100


def test_of_two_that_say_the_same_one_is_enough() -> None:
    assert [message("found {found}", found="x")] == list(
        dict.fromkeys(message("found {found}", found="x") for _ in "ab")
    )
