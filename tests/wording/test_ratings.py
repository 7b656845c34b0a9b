from datetime import timedelta

import pytest

from quizapp.wording import Wording
from quizapp.wording.ratings import interval_words


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (timedelta(seconds=20), "< 1 min"),
        (timedelta(minutes=10), "10 min"),
        (timedelta(minutes=59, seconds=50), "1 h"),
        (timedelta(hours=5), "5 h"),
        (timedelta(days=4), "4 d"),
        (timedelta(days=59), "59 d"),
        (timedelta(days=61), "2 months"),
        (timedelta(days=366), "1 y"),
        (timedelta(days=548), "1.5 y"),
    ],
)
def test_an_interval_is_said_short(interval: timedelta, words: str) -> None:
    assert interval_words(interval, Wording("en")) == words
