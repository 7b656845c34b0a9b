"""Prints how long each statistic takes with a million reviews of 20,000 items.

The limit: under 500 ms each, off the GUI thread. The tables are read once for all of them; what reading takes stands
by itself, and what a statistic takes from reading to the answer stands beside it. The median of a few times.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC
from pathlib import Path
from shutil import copyfile

import pytest

from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.statistics.attempts import count_attempts
from quizapp.study.statistics.concepts import measure_concepts
from quizapp.study.statistics.days import Days
from quizapp.study.statistics.forecast import forecast_due
from quizapp.study.statistics.hardest import find_hardest
from quizapp.study.statistics.items import read_items
from quizapp.study.statistics.memory import spread_of_difficulty, spread_of_stability
from quizapp.study.statistics.overview import decay_of, look_over, read_past
from quizapp.study.statistics.period import Period
from quizapp.study.statistics.retention import measure_retention
from quizapp.study.statistics.review_days import count_review_days
from quizapp.study.statistics.steps import read_steps
from quizapp.study.statistics.time_spent import add_up_time
from tests.study.million import ITEMS, REVIEWS, UNTIL, kept_million
from tests.study.sample import Clock

TIMES = 5
DAYS = Days(UTC, 4)

pytestmark = pytest.mark.benchmark


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    kept, made = kept_million()
    with Journal(Path(copyfile(kept, tmp_path / "journal.sqlite"))) as journal:
        yield Learner(journal, (made,), new_per_day=20, clock=Clock(UNTIL))


def milliseconds(work: Callable[[], object]) -> float:
    times = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1000


def test_each_statistic_of_a_million_reviews(learner: Learner) -> None:
    packs, query, standings = learner.packs, learner.query, learner.standings()
    past = read_past(query, standings, learner.tuning)
    steps, items = past.steps, past.items

    reading_steps = milliseconds(lambda: read_steps(query))
    reading_items = milliseconds(lambda: read_items(query, standings))
    of_steps: dict[str, Callable[[], object]] = {
        "reviews per day": lambda: count_review_days(steps, UNTIL, DAYS),
        "true retention": lambda: measure_retention(steps, DAYS, 0.9),
        "time spent": lambda: add_up_time(steps, UNTIL, DAYS),
        "attempts until passing": lambda: count_attempts(steps),
        "hardest items": lambda: find_hardest(steps, 10),
    }
    of_items: dict[str, Callable[[], object]] = {
        "due forecast": lambda: forecast_due(items, UNTIL, DAYS),
        "stability": lambda: spread_of_stability(items),
        "difficulty": lambda: spread_of_difficulty(items),
        "concepts": lambda: measure_concepts(packs, items, UNTIL, decay_of(learner.tuning)),
    }
    print(f"\nread {REVIEWS} steps     {reading_steps:6.0f} ms\nread {ITEMS} items       {reading_items:6.0f} ms")
    for reading, counted in ((reading_steps, of_steps), (reading_items, of_items)):
        for name, work in counted.items():
            taken = milliseconds(work)
            print(f"{name:24}{taken:6.0f} ms, {reading + taken:4.0f} ms with reading")
    everything = milliseconds(lambda: look_over(past, packs, Period.ALL, UNTIL, DAYS))
    print(f"all of them             {everything:6.0f} ms, from what was read")
    assert steps.at.size == REVIEWS
