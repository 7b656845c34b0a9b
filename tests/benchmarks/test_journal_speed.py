"""Prints how fast the journal is written and replayed."""

import time
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.study.entries import Rated
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import Rating
from tests.study.sample import NOON, Clock, card, pack

REVIEWS = 10_000
CARDS = pack(*(card(f"p/l/{number}") for number in range(600)))

pytestmark = pytest.mark.benchmark


def test_ten_thousand_reviews_written_and_replayed(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    with Journal(path) as journal:
        begun = time.perf_counter()
        for number in range(REVIEWS):
            entry = Rated(item=f"p/l/{number % 600}", rating=Rating(number % 4 + 1), seconds=5.0)
            journal.append(entry, NOON + timedelta(minutes=number))
        written = time.perf_counter()
    with Journal(path) as journal:
        opened = time.perf_counter()
        learner = Learner(journal, (CARDS,), new_per_day=10, clock=Clock())
        replayed = time.perf_counter()
        learner.today()
        planned = time.perf_counter()

    print(
        f"\nappend a row        {(written - begun) / REVIEWS * 1000:7.2f} ms\n"
        f"replay {REVIEWS} rows  {(replayed - opened) * 1000:7.0f} ms\n"
        f"plan today          {(planned - replayed) * 1000:7.1f} ms"
    )
    assert learner.progress(tuple(item.id for item in CARDS.items())).begun == 600
