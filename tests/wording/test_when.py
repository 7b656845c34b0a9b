from datetime import UTC, datetime, timedelta

import pytest

from quizapp.wording import Wording
from quizapp.wording.when import when_words

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (timedelta(seconds=-5), "in a minute"),
        (timedelta(seconds=40), "in a minute"),
        (timedelta(minutes=20), "in 20 minutes"),
        (timedelta(hours=6, minutes=30), "today at 18:30"),
        (timedelta(hours=13), "tomorrow"),
        (timedelta(days=4), "in 4 days"),
    ],
)
def test_a_moment_is_said_as_one_says_it(ahead: timedelta, words: str) -> None:
    assert when_words(NOON + ahead, NOON, Wording("en")) == words


def test_a_moment_in_another_time_zone_is_said_in_the_readers() -> None:
    there = (NOON + timedelta(hours=2)).astimezone()

    assert when_words(there, NOON, Wording("en")) == "today at 14:00"
