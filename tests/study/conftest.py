"""A journal on the disk, a clock that stands still, and learners that share both."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizapp.packs.model import Item
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from tests.study.sample import Clock, pack


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "journal.sqlite"


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    with Journal(path) as opened:
        yield opened


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def learner_of(journal: Journal, clock: Clock) -> Callable[..., Learner]:
    """Return a function that makes a learner of some items; each reads the one journal anew."""

    def make(*items: Item, new_per_day: int = 10) -> Learner:
        return Learner(journal, (pack(*items),), new_per_day=new_per_day, clock=clock)

    return make
