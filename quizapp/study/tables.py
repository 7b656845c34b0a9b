"""The schedule as the journal's file holds it beside the rows: where every item stands, and what every step did.

All of it follows from the rows. Times are microseconds since 1970, UTC, truths 0 and 1; `Stage`, `StepKind` and
`Rating` are numbers. Statistics read these tables, nobody but `bookkeeping` writes them.
"""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec

from quizapp.packs.model import ItemId
from quizapp.study.entries import CardWritten, decode_entry, encode_entry
from quizapp.study.model import Rating
from quizapp.study.moments import from_microseconds, to_microseconds
from quizapp.study.replay import NOTHING, Account, Replayed
from quizapp.study.standing import Stage, Standing, StepKind
from quizapp.study.steps import Step

NO_REVIEW = "kind NOT IN ('rated', 'answered', 'attempted')"
"""What finds the few other rows quickly: a query has to say it in these words."""

_EARLIEST, _LATEST = datetime(2, 1, 1, tzinfo=UTC), datetime(9998, 1, 1, tzinfo=UTC)
_MOST = 2**53
"""No whole number in the tables is larger: what an imported row claims must fit."""

_STANDING = tuple(name for name in Standing.__struct_fields__ if name != "slipped_at")
_TIMES = frozenset({"memory_due", "rated_at", "first_at", "last_at", "buried_until", "date_set", "changed_at"})
_TRUTHS = frozenset({"passed", "is_open", "suspended"})
_OF_ACCOUNT = (*_STANDING, "due", "note", "card", "written_at", "written_row")
_OF_STEP = (
    "item, at, row, kind, rating, milliseconds, passed, hints, solution_shown,"
    " state, elapsed, retrievability, stability, difficulty, due, taken"
)


def create_tables(connection: sqlite3.Connection) -> None:
    """Make the tables, which are empty until the rows are understood, and what finds an item's rows quickly."""
    for statement in _SCHEMA:
        connection.execute(statement)


def clear(connection: sqlite3.Connection) -> None:
    """Empty the tables."""
    for table in ("steps", "slips", "items"):
        connection.execute(f"DELETE FROM {table}")


def number_of(connection: sqlite3.Connection, item: ItemId) -> int | None:
    """Return the number of an item in these tables, None if they hold nothing of it."""
    found = connection.execute("SELECT no FROM items WHERE id = ?", (item,)).fetchone()
    return int(found[0]) if found else None


def read_account(connection: sqlite3.Connection, item: ItemId) -> Account:
    """Return the account of an item."""
    found = connection.execute(f"SELECT id, {', '.join(_OF_ACCOUNT)} FROM items WHERE id = ?", (item,)).fetchone()
    return _account(found) if found else NOTHING


def read_accounts(connection: sqlite3.Connection) -> Iterator[tuple[ItemId, Account]]:
    """Yield the accounts of all items."""
    for found in connection.execute(f"SELECT id, {', '.join(_OF_ACCOUNT)} FROM items"):
        yield found[0], _account(found)


def write_account(connection: sqlite3.Connection, item: ItemId, account: Account) -> int:
    """Put an account in place of the one before; return the item's number."""
    given = ", ".join(f"{name} = excluded.{name}" for name in _OF_ACCOUNT)
    statement = (
        f"INSERT INTO items (id, {', '.join(_OF_ACCOUNT)}) VALUES (?{', ?' * len(_OF_ACCOUNT)})"
        f" ON CONFLICT (id) DO UPDATE SET {given} RETURNING no"
    )
    return int(connection.execute(statement, (item, *_values(account))).fetchall()[0][0])


def write_replayed(connection: sqlite3.Connection, item: ItemId, replayed: Replayed) -> None:
    """Put all that is known of an item in place of what was known before."""
    number = number_of(connection, item)
    if number is not None:
        connection.execute("DELETE FROM steps WHERE item = ?", (number,))
        connection.execute("DELETE FROM slips WHERE item = ?", (number,))
    if replayed.account == NOTHING:
        connection.execute("DELETE FROM items WHERE id = ?", (item,))
    else:
        add_steps(connection, write_account(connection, item, replayed.account), replayed)


def add_steps(connection: sqlite3.Connection, number: int, replayed: Replayed) -> None:
    """Add steps and slips to those of an item."""
    marks = ", ".join("?" * 16)
    steps = [_step_values(number, step) for step in replayed.steps]
    connection.executemany(f"INSERT INTO steps ({_OF_STEP}) VALUES ({marks})", steps)
    slips = [(*slip.concept, to_microseconds(slip.at), slip.row, number) for slip in replayed.slips]
    connection.executemany("INSERT INTO slips (pack, concept, at, row, item) VALUES (?, ?, ?, ?, ?)", slips)


def read_steps(connection: sqlite3.Connection, item: ItemId) -> tuple[Step, ...]:
    """Return the steps of an item, by time."""
    statement = f"SELECT {_OF_STEP} FROM steps WHERE item = (SELECT no FROM items WHERE id = ?) ORDER BY at, row"
    return tuple(map(_step, connection.execute(statement, (item,))))


def _values(account: Account) -> tuple[object, ...]:
    standing, written = account.standing, account.written or (None, None)
    of_standing = (
        _stored_time(value) if name in _TIMES else value
        for name, value in ((name, getattr(standing, name)) for name in _STANDING)
    )
    card = encode_entry(account.card) if account.card is not None else None
    return (*of_standing, _stored_time(standing.due), account.note, card, _stored_time(written[0]), written[1])


def _account(found: tuple[Any, ...]) -> Account:
    _, *of_standing, _due, note, card, written_at, written_row = found
    written = None if written_row is None else (from_microseconds(written_at), written_row)
    return Account(_standing(of_standing), note, _card(card), written)


def _standing(values: list[Any]) -> Standing:
    fields = dict(zip(_STANDING, values, strict=True))
    for name in _TIMES:
        if fields[name] is not None:
            fields[name] = from_microseconds(fields[name])
    for name in _TRUTHS:
        fields[name] = bool(fields[name])
    fields["state"] = Stage(fields["state"])
    if fields["kind"] is not None:
        fields["kind"] = StepKind(fields["kind"])
    return Standing(**fields)


def _card(data: str | None) -> CardWritten | None:
    if data is None:
        return None
    entry = decode_entry(data.encode())
    if not isinstance(entry, CardWritten):
        raise msgspec.ValidationError("no card")
    return entry


def _stored_time(at: datetime | None) -> int | None:
    return None if at is None else to_microseconds(min(max(at, _EARLIEST), _LATEST))


def _step_values(number: int, step: Step) -> tuple[object, ...]:
    return (
        number,
        to_microseconds(step.at),
        step.row,
        step.kind,
        step.rating,
        round(max(min(step.seconds * 1000, _MOST), -_MOST)),
        step.passed,
        min(step.hints, _MOST),
        step.solution_shown,
        step.state,
        step.elapsed,
        step.retrievability,
        step.stability,
        step.difficulty,
        _stored_time(step.due),
        step.taken,
    )


def _step(found: tuple[Any, ...]) -> Step:
    _, at, row, kind, rating, milliseconds, passed, hints, shown, state, *numbers, due, taken = found
    elapsed, retrievability, stability, difficulty = numbers
    return Step(
        row=row,
        at=from_microseconds(at),
        kind=StepKind(kind),
        rating=None if rating is None else Rating(rating),
        seconds=milliseconds / 1000,
        passed=bool(passed),
        hints=hints,
        solution_shown=bool(shown),
        state=None if state is None else Stage(state),
        elapsed=elapsed,
        retrievability=retrievability,
        stability=stability,
        difficulty=difficulty,
        due=None if due is None else from_microseconds(due),
        taken=taken,
    )


_SCHEMA = (
    """
    CREATE TABLE items (
        no INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        state INTEGER NOT NULL,
        learning_step INTEGER,
        stability REAL,
        difficulty REAL,
        memory_due INTEGER,
        rated_at INTEGER,
        reviews INTEGER NOT NULL,
        lapses INTEGER NOT NULL,
        first_at INTEGER,
        last_at INTEGER,
        kind INTEGER,
        passed INTEGER NOT NULL,
        is_open INTEGER NOT NULL,
        failures INTEGER NOT NULL,
        spent REAL NOT NULL,
        suspended INTEGER NOT NULL,
        buried_until INTEGER,
        date_set INTEGER,
        changed_at INTEGER,
        due INTEGER,  -- as set, or else as memory wants it; slips do not count
        note TEXT NOT NULL,
        card TEXT,  -- one of the learner's own: its entry, JSON
        written_at INTEGER,
        written_row TEXT
    )
    """,
    """
    CREATE TABLE steps (
        row TEXT NOT NULL,
        item INTEGER NOT NULL,
        at INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        rating INTEGER,
        milliseconds INTEGER NOT NULL,
        passed INTEGER NOT NULL,
        hints INTEGER NOT NULL,
        solution_shown INTEGER NOT NULL,
        state INTEGER,  -- before; this and what follows is NULL where there is no rating
        elapsed REAL,  -- days since the last rating
        retrievability REAL,  -- before
        stability REAL,  -- after
        difficulty REAL,  -- after
        due INTEGER,  -- after
        taken REAL,  -- seconds of all steps up to this rating
        PRIMARY KEY (item, at, row)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE slips (
        pack TEXT NOT NULL,
        concept TEXT NOT NULL,
        at INTEGER NOT NULL,
        row TEXT NOT NULL,
        item INTEGER NOT NULL,
        PRIMARY KEY (pack, concept, at, row)
    ) WITHOUT ROWID
    """,
    # What the tables follow from: the rules and the rows up to `seq`; `epoch` counts how often all was derived anew.
    "CREATE TABLE derived (rules TEXT NOT NULL, seq INTEGER NOT NULL, epoch INTEGER NOT NULL)",
    "INSERT INTO derived VALUES ('', 0, 0)",
    "CREATE INDEX items_by_rating ON items (kind, rated_at)",
    "CREATE INDEX slips_of_item ON slips (item)",
    "CREATE INDEX rows_of_item ON rows (item)",
    "CREATE INDEX rows_of_device ON rows (device)",
    f"CREATE INDEX rows_but_reviews ON rows (kind) WHERE {NO_REVIEW}",
)
