from collections.abc import Iterator
from pathlib import Path
from sqlite3 import connect

import pytest

from quizapp.home import Home
from quizapp.study.data.errors import DataError
from quizapp.study.data.stored import StoredRow
from quizapp.study.data.taking import insert_as_stored, taking_in
from quizapp.study.entries import encode_entry
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import ItemState
from tests.study.data.sample import home_with, ids, rated
from tests.study.sample import NOON

ROW = StoredRow("a" * 32, "d" * 32, 1_700_000_000_000_000, encode_entry(rated("p/l/n")).encode())


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return home_with(tmp_path / "home", rated())


@pytest.fixture
def learner(home: Home) -> Iterator[Learner]:
    with Journal(home.journal) as journal:
        yield Learner(journal, (), new_per_day=0, clock=lambda: NOON)


def test_a_row_is_added_once(home: Home) -> None:
    assert [2, 0] == [insert_as_stored(home.journal, [ROW, replace_id(ROW), ROW]) for _ in range(2)]


def replace_id(row: StoredRow) -> StoredRow:
    return StoredRow("b" * 32, row.device, row.at, row.data)


def test_the_learner_knows_of_the_rows_when_the_block_ends(home: Home, learner: Learner) -> None:
    with taking_in(learner, home.journal) as take:
        take([ROW])

    assert ItemState.NEW is not learner.state("p/l/n")


def test_the_learner_knows_of_what_came_before_a_trouble(home: Home, learner: Learner) -> None:
    with pytest.raises(DataError), taking_in(learner, home.journal) as take:
        take([ROW])
        take_from_nowhere()

    assert ItemState.NEW is not learner.state("p/l/n")


def take_from_nowhere() -> None:
    insert_as_stored(Path("/gone/journal.sqlite"), [ROW])


def test_another_program_that_writes_is_told_and_nothing_is_added(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.study.data.opening.BUSY_SECONDS", 0.01)
    other = connect(home.journal, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(DataError, match="in use by another program"):
        insert_as_stored(home.journal, [ROW])
    other.close()

    assert ROW.id not in ids(home.journal)
