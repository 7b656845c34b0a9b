"""Prints how long each statistic takes with a million reviews of 20,000 items.

The limit: under 500 ms each, off the GUI thread. The tables are read once for all of them; what reading takes stands
by itself, and what a statistic takes from reading to the answer stands beside it. The median of a few times.
"""

import sqlite3
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, timedelta
from pathlib import Path

import numpy as np
import pytest

from quizapp.packs.model import Pack
from quizapp.study.journal import to_microseconds
from quizapp.study.model import Tuning
from quizapp.study.standing import Stage, Standing
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
from quizapp.study.statistics.steps import Query, read_steps
from quizapp.study.statistics.time_spent import add_up_time
from quizapp.study.tables import create_tables
from tests.study.million import ITEMS, REVIEWS, UNTIL, many_items

TIMES = 5
DAYS = Days(UTC, 4)
TUNING = Tuning()

pytestmark = pytest.mark.benchmark


def fill(path: Path, pack: Pack) -> None:
    """Write tables as the schedule has them: what statistics read is as large as with a journal, and made faster."""
    chance = np.random.default_rng(1)
    begin, end = to_microseconds(UNTIL - timedelta(days=4 * 365)), to_microseconds(UNTIL)
    item, at = np.sort(chance.integers(1, ITEMS + 1, REVIEWS)), chance.integers(begin, end, REVIEWS)
    kind, rating = np.where(item % 10 < 8, 0, item % 10 - 7), chance.choice(4, REVIEWS, p=(0.08, 0.12, 0.7, 0.1)) + 1
    columns = (item, at, kind, rating, chance.integers(2000, 60_000, REVIEWS), rating > 1, chance.choice(4, REVIEWS))
    rows = zip(*(column.tolist() for column in columns), strict=True)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE rows (kind TEXT, item TEXT, device TEXT)")
        create_tables(connection)
        connection.executemany(
            "INSERT INTO items (id, state, reviews, lapses, passed, is_open, failures, spent, suspended, note)"
            " VALUES (?, 2, 50, 1, 1, 0, 0, 0, 0, '')",
            ((each.id,) for each in pack.items()),
        )
        connection.executemany(
            "INSERT INTO steps VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, ?, 12.5, 0.91234, 34.5678, 5.4321, ?, 23.4)",
            ((f"{number:032x}", *row, row[1] + 10**12) for number, row in enumerate(rows)),
        )


def standings_of(pack: Pack) -> dict[str, Standing]:
    return {
        item.id: Standing(
            state=Stage.REVIEW,
            stability=1 + number % 400,
            difficulty=1 + number % 10,
            memory_due=UNTIL + timedelta(days=number % 60 - 5),
            rated_at=UNTIL - timedelta(days=number % 40),
        )
        for number, item in enumerate(pack.items())
    }


def query_of(path: Path) -> Query:
    def query(statement: str, values: tuple[object, ...]) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute(statement, values).fetchall()

    return query


def milliseconds(work: Callable[[], object]) -> float:
    times = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1000


def test_each_statistic_of_a_million_reviews(tmp_path: Path) -> None:
    pack, path = many_items(), tmp_path / "journal.sqlite"
    fill(path, pack)
    query, standings = query_of(path), standings_of(pack)
    past = read_past(query, standings, TUNING)
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
        "concepts": lambda: measure_concepts((pack,), items, UNTIL, decay_of(TUNING)),
    }
    print(f"\nread {REVIEWS} steps     {reading_steps:6.0f} ms\nread {ITEMS} items       {reading_items:6.0f} ms")
    for reading, counted in ((reading_steps, of_steps), (reading_items, of_items)):
        for name, work in counted.items():
            taken = milliseconds(work)
            print(f"{name:24}{taken:6.0f} ms, {reading + taken:4.0f} ms with reading")
    everything = milliseconds(lambda: look_over(past, (pack,), Period.ALL, UNTIL, DAYS))
    print(f"all of them             {everything:6.0f} ms, from what was read")
    assert steps.at.size == REVIEWS
