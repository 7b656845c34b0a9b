from collections.abc import Callable
from pathlib import Path
from sqlite3 import Connection, OperationalError, connect

import pytest

from quizapp.study.database import Database, DatabaseError, Format, Trouble


def one(connection: Connection) -> None:
    connection.execute("CREATE TABLE words (word TEXT)")


def two(connection: Connection) -> None:
    connection.execute("ALTER TABLE words ADD COLUMN meaning TEXT DEFAULT 'none'")


def broken(connection: Connection) -> None:
    connection.execute("CREATE TABLE halfway (x)")
    connection.execute("NONSENSE")


def open_as(path: Path, *migrations: Callable[[Connection], None]) -> Database:
    return Database(path, Format(7, migrations), DatabaseError, busy_seconds=0.01)


def test_a_file_of_an_older_version_is_taken_forward_with_its_rows(path: Path) -> None:
    old = open_as(path, one)
    old.write("INSERT INTO words VALUES (?)", ("view",))
    old.close()

    new = open_as(path, one, two)

    assert new.read("SELECT word, meaning FROM words") == [("view", "none")]
    assert new.read("PRAGMA user_version") == [(2,)]
    new.close()


def test_a_migration_that_fails_leaves_the_file_as_it_was(path: Path) -> None:
    open_as(path, one).close()

    with pytest.raises(DatabaseError):
        open_as(path, one, two, broken)

    old = open_as(path, one)
    assert old.read("SELECT name FROM sqlite_schema") == [("words",)]
    old.close()


def test_a_migration_runs_once(path: Path) -> None:
    open_as(path, one, two).close()

    open_as(path, one, two).close()


def test_a_migration_waits_for_no_lock_when_there_is_nothing_to_migrate(path: Path) -> None:
    open_as(path, one).close()
    other = connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    open_as(path, one).close()
    other.close()


def test_a_row_is_flushed_to_the_disk_before_write_returns(path: Path) -> None:
    opened = open_as(path, one)

    assert opened.read("PRAGMA journal_mode") == [("wal",)]
    assert opened.read("PRAGMA synchronous") == [(2,)]
    opened.close()


def test_a_file_with_another_application_s_mark_is_left(path: Path) -> None:
    open_as(path, one).close()
    content = path.read_bytes()

    with pytest.raises(DatabaseError) as raised:
        Database(path, Format(8, (one,)), DatabaseError)

    assert raised.value.trouble is Trouble.FOREIGN
    assert path.read_bytes() == content


def test_a_mistake_in_a_statement_names_the_file(path: Path) -> None:
    opened = open_as(path, one)

    with pytest.raises(DatabaseError, match=r"journal\.sqlite") as raised:
        opened.read("NONSENSE")

    assert isinstance(raised.value.__cause__, OperationalError)
    opened.close()
