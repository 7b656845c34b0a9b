from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection, IntegrityError

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.study.entries import CardWritten
from quizapp.study.journal import Journal
from quizapp.study.model import Rating
from quizapp.study.replay import NOTHING, Account, Replayed
from quizapp.study.slips import Slip
from quizapp.study.standing import Stage, Standing, StepKind
from quizapp.study.steps import Step
from quizapp.study.tables import (
    add_steps,
    clear,
    number_of,
    read_account,
    read_accounts,
    read_steps,
    write_account,
    write_replayed,
)
from tests.study.sample import NOON

A, B = "p/l/a", "p/l/b"
WRITTEN = CardWritten(item=A, deck="d", front="前\n", back="b", concepts=("view",), source="p/l/x")
STEP = Step(row="1", at=NOON, kind=StepKind.CARD, rating=None, seconds=1.5, passed=True)
SLIP = Slip("1", NOON, ("p", "view"))

numbers = st.floats(0, 1e6)
times = st.datetimes(datetime(3, 1, 1), datetime(9900, 1, 1), timezones=st.just(UTC))
standings = st.builds(
    Standing,
    state=st.sampled_from(Stage),
    learning_step=st.none() | st.integers(0, 9),
    stability=st.none() | numbers,
    difficulty=st.none() | numbers,
    memory_due=st.none() | times,
    rated_at=st.none() | times,
    reviews=st.integers(0, 10_000),
    lapses=st.integers(0, 100),
    first_at=st.none() | times,
    last_at=st.none() | times,
    kind=st.none() | st.sampled_from(StepKind),
    passed=st.booleans(),
    is_open=st.booleans(),
    failures=st.integers(0, 100),
    spent=numbers,
    suspended=st.booleans(),
    buried_until=st.none() | times,
    date_set=st.none() | times,
    changed_at=st.none() | times,
)
accounts = st.builds(
    Account, standings, st.text(), st.none() | st.just(WRITTEN), st.none() | st.tuples(times, st.text(min_size=1))
)


@pytest.fixture
def connection(path: Path) -> Iterator[Connection]:
    with Journal(path) as journal, journal.transaction() as opened:
        yield opened


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(accounts)
def test_an_account_comes_back_as_it_was(connection: Connection, account: Account) -> None:
    write_account(connection, A, account)

    assert read_account(connection, A) == account
    assert dict(read_accounts(connection)) == {A: account}


def test_an_item_keeps_its_number(connection: Connection) -> None:
    first = write_account(connection, A, Account(note="one"))
    other = write_account(connection, B, Account(note="two"))

    assert write_account(connection, A, Account(note="three")) == first == number_of(connection, A)
    assert other != first


def test_of_an_unknown_item_there_is_nothing(connection: Connection) -> None:
    assert (read_account(connection, A), number_of(connection, A), read_steps(connection, A)) == (NOTHING, None, ())


def test_steps_come_back_by_time_as_they_were(connection: Connection) -> None:
    rated = Step(
        row="0",
        at=NOON,
        kind=StepKind.EXERCISE,
        rating=Rating.HARD,
        seconds=0.25,
        passed=True,
        hints=2,
        solution_shown=True,
        state=Stage.REVIEW,
        elapsed=1.5,
        retrievability=0.9,
        stability=3.25,
        difficulty=7.5,
        due=NOON,
        taken=12.0,
    )

    write_replayed(connection, A, Replayed(Account(note="n"), (STEP, rated)))

    assert read_steps(connection, A) == (rated, STEP)


def test_what_is_replayed_takes_the_place_of_what_was_known(connection: Connection) -> None:
    write_replayed(connection, A, Replayed(Account(note="n"), (STEP,), (SLIP,)))
    write_replayed(connection, B, Replayed(Account(note="n"), (STEP,)))

    write_replayed(connection, A, Replayed(Account(note="m")))

    assert (read_steps(connection, A), read_account(connection, A).note) == ((), "m")
    assert read_steps(connection, B) == (STEP,)
    assert connection.execute("SELECT count(*) FROM slips").fetchone() == (0,)


def test_an_item_with_nothing_leaves_nothing(connection: Connection) -> None:
    write_replayed(connection, A, Replayed(Account(note="n"), (STEP,), (SLIP,)))

    write_replayed(connection, A, Replayed(NOTHING))

    assert number_of(connection, A) is None
    assert connection.execute("SELECT count(*) FROM steps").fetchone() == (0,)


def test_a_step_can_not_be_written_twice(connection: Connection) -> None:
    number = write_account(connection, A, Account(note="n"))
    add_steps(connection, number, Replayed(NOTHING, (STEP,)))

    with pytest.raises(IntegrityError):
        add_steps(connection, number, Replayed(NOTHING, (STEP,)))


def test_clearing_leaves_nothing(connection: Connection) -> None:
    write_replayed(connection, A, Replayed(Account(note="n"), (STEP,), (SLIP,)))

    clear(connection)

    found = [connection.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("items", "steps", "slips")]
    assert found == [(0,)] * 3
