"""Prints how fast studying is with a journal of a million reviews of 20,000 items.

The limits: the next item under 20 ms, Today under 100 ms, a rating on the disk and in memory within 16 ms; a rebuild of
all schedules tells how far it is.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from shutil import copyfile

import pytest

from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import Rating
from quizapp.study.session import Session
from tests.study.million import ITEMS, REVIEWS, UNTIL, kept_million
from tests.study.sample import Clock

TIMES = 40

pytestmark = pytest.mark.benchmark


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    kept, _ = kept_million()
    return Path(copyfile(kept, tmp_path_factory.mktemp("million") / "journal.sqlite"))


@pytest.fixture
def learner(path: Path) -> Iterator[Learner]:
    with Journal(path) as journal:
        yield learner_of(journal)


def learner_of(journal: Journal) -> Learner:
    _, made = kept_million()
    return Learner(journal, (made,), new_per_day=20, clock=Clock(UNTIL + timedelta(hours=1)))


def show(name: str, act: Callable[[], object], limit: float | None = None, times: int = TIMES) -> None:
    """Do it so often and print how long it took."""
    tell(name, [milliseconds(act) for _ in range(times)], limit)


def milliseconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def tell(name: str, taken: list[float], limit: float | None = None) -> None:
    told = f" (limit {limit:.0f})" if limit is not None else ""
    print(f"  {name:34} {statistics.median(taken):8.2f} ms, at most {max(taken):8.2f}{told}")


def test_opening_a_journal_of_a_million_reviews(path: Path) -> None:
    print(f"\n{REVIEWS:,} reviews of {ITEMS:,} items, {path.stat().st_size / 2**20:.0f} MiB")
    with Journal(path) as journal:
        show("reading the schedule", lambda: learner_of(journal), times=3)

    def open_file() -> None:
        with Journal(path):
            pass

    show("opening and checking the file", open_file, times=3)


def test_a_sitting_with_a_million_reviews(learner: Learner) -> None:
    today = learner.today()
    print(f"\n{len(today.due):,} due, {len(today.new)} new, {today.done} done today")
    show("Today", learner.today, limit=100)
    session = Session.of_today(learner)
    ratings = iter(TIMES * [Rating.GOOD, Rating.AGAIN, Rating.EASY])

    def rate() -> None:
        assert session.current is not None
        learner.rate(session.current, next(ratings), 5.0)

    rated, advanced = [], []
    for _ in range(TIMES):
        rated.append(milliseconds(rate))
        advanced.append(milliseconds(session.advance))
    tell("a rating, durable and in memory", rated, limit=16)
    tell("the next item", advanced, limit=20)
    show("undo", learner.undo, times=20)
    item = today.due[0]
    show("the intervals on the buttons", lambda: learner.intervals(item), limit=16)
    show("the history of an item", lambda: learner.history(item))
    show("suspending a hundred items", lambda: learner.suspend(today.due[:100]), times=1)


def test_a_rebuild_of_all_schedules(learner: Learner) -> None:
    told: list[tuple[int, int]] = []
    begun = time.perf_counter()

    learner.rebuild(lambda done, of: told.append((done, of)))

    print(f"\n  rebuild {time.perf_counter() - begun:.1f} s, told {len(told)} times how far it is")
    assert told[-1] == (ITEMS, ITEMS)
