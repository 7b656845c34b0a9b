import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.wording import Wording
from quizapp.wording.lengths import length_words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 min"),
        (0.2, "1 s"),
        (45, "45 s"),
        (59.6, "1 min"),
        (12 * 60, "12 min"),
        (3600, "1 h"),
        (12_000, "3 h 20 min"),
        (360_100, "100 h"),
    ],
)
def test_a_length_of_time_is_short(seconds: float, words: str) -> None:
    assert length_words(seconds, Wording("en")) == words


@given(st.floats(0, 1e9))
def test_every_length_can_be_said(seconds: float) -> None:
    assert length_words(seconds, Wording("en"))
