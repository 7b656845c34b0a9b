import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from itertools import islice
from pathlib import Path
from sqlite3 import IntegrityError, connect
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from quizapp.study.database import Trouble
from quizapp.study.entries import Answered, Attempted, Entry, Rated, Undone, decode_entry, encode_entry
from quizapp.study.journal import Journal, JournalError
from quizapp.study.model import Rating
from tests.study import appender
from tests.study.sample import NOON

RATED = Rated(item="p/l/a", rating=Rating.GOOD, seconds=3.5)
ENTRIES: tuple[Entry, ...] = (
    RATED,
    Answered(item="p/l/q", answer="4, 2", right=False, seconds=12.0, rating=Rating.AGAIN),
    Attempted(
        item="p/l/e",
        code="x = '\u4e2d\U0001f600\\n\x00'",
        passed=True,
        ending="finished",
        mistake="typo",
        seconds=99.25,
        hints=2,
        solution_shown=False,
        rating=None,
        concept="requires-grad",
    ),
    Undone(item="p/l/a", row="0" * 32),
)


def trouble_of(path: Path) -> Trouble:
    """Return what is in the way of opening this journal."""
    with pytest.raises(JournalError) as raised, Journal(path, busy_seconds=0.01):
        pass
    return raised.value.trouble


def write_journal(path: Path, rows: int = 1) -> bytes:
    """Make a journal with so many rows, close it, and return the file's bytes."""
    with Journal(path) as journal:
        for _ in range(rows):
            journal.append(RATED, NOON)
    return path.read_bytes()


def test_every_kind_of_entry_comes_back_as_it_was(path: Path) -> None:
    with Journal(path) as journal:
        appended = tuple(journal.append(entry, NOON) for entry in ENTRIES)

    with Journal(path) as journal:
        assert journal.entries() == appended
        assert tuple(row.entry for row in appended) == ENTRIES


def test_a_time_comes_back_in_utc_to_the_microsecond(journal: Journal) -> None:
    at = datetime(2026, 3, 2, 20, 0, 0, 123457, tzinfo=timezone(timedelta(hours=8)))

    journal.append(RATED, at)

    assert journal.entries()[0].at == datetime(2026, 3, 2, 12, 0, 0, 123457, tzinfo=UTC)
    assert journal.entries()[0].at.tzinfo is UTC


def test_rows_come_back_in_the_order_in_which_they_were_added(journal: Journal) -> None:
    later = journal.append(RATED, NOON)
    earlier = journal.append(RATED, NOON - timedelta(days=1))

    assert journal.entries() == (later, earlier)


def test_ids_differ_and_the_device_stays(path: Path) -> None:
    with Journal(path) as journal:
        first = journal.append(RATED, NOON)
    with Journal(path) as journal:
        second = journal.append(RATED, NOON)

    assert first.id != second.id
    assert first.device == second.device == journal.device


def test_two_journals_are_two_devices(path: Path) -> None:
    with Journal(path) as one, Journal(path.with_name("other.sqlite")) as other:
        assert one.device != other.device


def test_threads_may_append_at_once(journal: Journal) -> None:
    with ThreadPoolExecutor(8) as pool:
        appended = list(pool.map(lambda _: journal.append(RATED, NOON), range(200)))

    assert {row.id for row in journal.entries()} == {row.id for row in appended}


@pytest.mark.parametrize("statement", ["UPDATE rows SET item = 'x'", "DELETE FROM rows"])
def test_rows_can_not_be_changed_or_deleted(path: Path, statement: str) -> None:
    write_journal(path)
    connection = connect(path)

    with pytest.raises(IntegrityError, match="never"):
        connection.execute(statement)
    connection.close()


def test_a_row_can_not_be_replaced(path: Path) -> None:
    write_journal(path)
    connection = connect(path)
    connection.execute("INSERT OR REPLACE INTO rows SELECT seq, id, device, at, kind, 'x', data FROM rows")
    connection.execute("INSERT OR REPLACE INTO rows SELECT NULL, id, device, at, kind, 'y', data FROM rows")

    assert connection.execute("SELECT item FROM rows").fetchall() == [("p/l/a",)]
    connection.close()


@pytest.mark.parametrize(
    "data",
    [
        '{"kind":"dreamt","item":"p/l/a"}',
        '{"kind":"rated","item":"p/l/a","rating":9,"seconds":1.0}',
        "not JSON",
        "",
        b"\xff\xfe",
    ],
)
def test_a_row_that_can_not_be_read_is_counted_and_kept(path: Path, data: str | bytes) -> None:
    write_journal(path)
    connection = connect(path)
    insert = (
        "INSERT INTO rows (id, device, at, kind, item, data) VALUES ('i', 'd', 0, 'dreamt', 'p/l/a', CAST(? AS TEXT))"
    )
    connection.execute(insert, (data,))
    connection.commit()

    with Journal(path) as journal:
        assert [row.entry for row in journal.entries()] == [RATED]
        assert journal.unread == 1
    assert connection.execute("SELECT count(*) FROM rows").fetchone() == (2,)
    connection.close()


def test_a_field_of_a_later_version_is_passed_over() -> None:
    entry = decode_entry(b'{"kind":"rated","item":"p/l/a","rating":3,"seconds":3.5,"mood":"fine"}')

    assert entry == RATED


def test_an_attempt_of_an_older_version_names_no_concept() -> None:
    (attempted,) = (entry for entry in ENTRIES if isinstance(entry, Attempted))
    older = encode_entry(attempted).replace(',"concept":"requires-grad"', "")

    assert decode_entry(older.encode()) == replace(attempted, concept=None)


def test_a_journal_may_lie_in_a_folder_of_any_name(tmp_path: Path) -> None:
    path = tmp_path / "\u5b66\u4e60 100% #1" / "journal.sqlite"

    write_journal(path)

    assert path.exists()


def test_a_new_journal_s_folder_is_made_for_its_owner_only(path: Path) -> None:
    write_journal(path)

    if sys.platform != "win32":
        assert path.parent.stat().st_mode & 0o077 == 0


def test_appending_while_another_program_writes_says_so_and_appends_nothing(path: Path) -> None:
    with Journal(path, busy_seconds=0.01) as journal:
        other = connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(JournalError) as raised:
            journal.append(RATED, NOON)
        other.close()

        assert raised.value.trouble is Trouble.LOCKED
        assert "in use by another program" in str(raised.value)
        assert journal.entries() == ()


def test_appending_works_again_once_the_other_program_is_done(path: Path) -> None:
    with Journal(path, busy_seconds=0.01) as journal:
        other = connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalError):
            journal.append(RATED, NOON)
        other.close()

        row = journal.append(RATED, NOON)

        assert journal.entries() == (row,)


def test_opening_a_journal_that_another_program_holds_says_so(path: Path) -> None:
    write_journal(path)
    other = connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")

    assert trouble_of(path) is Trouble.LOCKED
    other.close()


def test_two_programs_may_have_the_journal_open(path: Path) -> None:
    with Journal(path) as one, Journal(path) as other:
        rows = (one.append(RATED, NOON), other.append(RATED, NOON))

        assert one.entries() == other.entries() == rows


@pytest.mark.parametrize("content", [b"hello " * 1000, b"SQLite format 3\0" + b"\xff" * 5000, b"{}"])
def test_a_file_that_is_no_journal_is_called_damaged_and_left(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)

    assert trouble_of(path) is Trouble.DAMAGED
    assert path.read_bytes() == content


def test_a_journal_whose_damage_is_no_text_either_is_called_damaged(path: Path) -> None:
    write_journal(path)
    path.write_bytes(path.read_bytes().replace(b"'); END", b"'); \xe0(D"))

    assert Trouble.DAMAGED is trouble_of(path)


@pytest.mark.parametrize("kept", [10, 100, 4096, 5000, -4096, -100])
def test_a_truncated_journal_is_called_damaged_and_left(path: Path, kept: int) -> None:
    content = write_journal(path, rows=100)[:kept]
    path.write_bytes(content)

    assert trouble_of(path) is Trouble.DAMAGED
    assert path.read_bytes() == content


def test_a_journal_with_a_spoilt_page_is_called_damaged_and_left(path: Path) -> None:
    content = bytearray(write_journal(path, rows=100))
    content[3 * 4096 : 4 * 4096] = b"\xa5" * 4096
    path.write_bytes(content)

    assert trouble_of(path) is Trouble.DAMAGED
    assert path.read_bytes() == content


def test_an_emptied_file_does_not_cost_the_rows_in_its_log(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"")
    log = path.with_name("journal.sqlite-wal")
    log.write_bytes(b"rows")

    assert trouble_of(path) is Trouble.DAMAGED
    assert log.read_bytes() == b"rows"


def test_an_empty_file_becomes_a_journal(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"")

    with Journal(path) as journal:
        assert journal.entries() == ()


def test_a_journal_of_a_newer_version_is_left(path: Path) -> None:
    write_journal(path)
    connection = connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    content = path.read_bytes()

    assert trouble_of(path) is Trouble.NEWER
    assert path.read_bytes() == content


def test_the_sentence_about_a_newer_version_says_what_to_do(path: Path) -> None:
    write_journal(path)
    connection = connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()

    with pytest.raises(JournalError) as raised:
        Journal(path)

    assert str(raised.value) == (
        f"{path} was written by a newer quizapp (format 99, this one knows up to 2). "
        "Nothing was changed. Update quizapp to use it."
    )


def test_another_program_s_database_is_left(path: Path) -> None:
    path.parent.mkdir()
    connection = connect(path)
    connection.execute("CREATE TABLE notes (text)")
    connection.close()
    content = path.read_bytes()

    assert trouble_of(path) is Trouble.FOREIGN
    assert path.read_bytes() == content


def test_a_full_disk_is_told_and_every_row_is_kept(path: Path) -> None:
    with Journal(path) as journal:
        rows = [journal.append(RATED, NOON)]
        # SQLite's own limit raises the very error that a full disk does.
        connection = journal._database._connection
        connection.execute("PRAGMA max_page_count = 12")

        with pytest.raises(JournalError) as raised:
            for _ in range(10_000):
                rows.append(journal.append(RATED, NOON))

        assert raised.value.trouble is Trouble.FULL
        assert journal.entries() == tuple(rows)


@pytest.mark.parametrize("damage", ["DELETE FROM device", "DROP TABLE device"])
def test_a_journal_that_lacks_its_device_is_called_damaged_and_left(path: Path, damage: str) -> None:
    write_journal(path)
    with connect(path) as connection:
        connection.execute(damage)
    connection.close()
    content = path.read_bytes()

    assert trouble_of(path) is Trouble.DAMAGED
    assert path.read_bytes() == content


def test_no_room_for_what_lies_beside_the_file_is_a_full_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.mkdir(parents=True)  # can't be opened, as a file whose shared memory finds no room
    monkeypatch.setattr("quizapp.study.database.disk_usage", lambda _folder: SimpleNamespace(free=4096))

    assert trouble_of(path) is Trouble.FULL


def test_a_folder_that_can_not_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    assert trouble_of(tmp_path / "file" / "journal.sqlite") is Trouble.NO_FOLDER


def test_a_folder_in_the_journal_s_place_is_told(path: Path) -> None:
    path.mkdir(parents=True)

    assert trouble_of(path) is Trouble.UNREACHABLE


def test_a_read_only_folder_is_told(path: Path) -> None:
    path.parent.mkdir()
    path.parent.chmod(0o500)
    if may_write(path.parent):
        pytest.skip("this user may write everywhere")

    assert trouble_of(path) in {Trouble.READ_ONLY, Trouble.UNREACHABLE}


def may_write(folder: Path) -> bool:
    try:
        (folder / "probe").touch()
    except OSError:
        return False
    return True


entries = st.one_of(
    st.builds(Rated, item=st.text(), rating=st.sampled_from(Rating), seconds=st.floats(0, 1e6)),
    st.builds(
        Attempted,
        item=st.text(),
        code=st.text(),
        passed=st.booleans(),
        ending=st.text(),
        mistake=st.none() | st.text(),
        seconds=st.floats(0, 1e6),
        hints=st.integers(0, 9),
        solution_shown=st.booleans(),
        rating=st.none() | st.sampled_from(Rating),
    ),
)


@given(entries)
def test_any_entry_survives_its_json(entry: Entry) -> None:
    assert decode_entry(encode_entry(entry).encode()) == entry


def acknowledged_before_kill(path: Path, rows: int) -> Iterator[str]:
    """Let another process append, kill it after so many acknowledgements, and yield all that it gave."""
    command = [sys.executable, appender.__file__, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield from (line.strip() for line in islice(process.stdout, rows))
        process.kill()
        # A last line that the kill has cut was no acknowledgement.
        yield from (line.strip() for line in process.stdout if line.endswith("\n"))


def assert_kills_cost_nothing(path: Path, kills: range) -> None:
    acknowledged: list[str] = []
    for kill in kills:
        acknowledged += acknowledged_before_kill(path, rows=1 + kill * 7)
        with Journal(path) as journal:
            ids = [row.id for row in journal.entries()]
            assert journal.unread == 0
        assert set(acknowledged) <= set(ids)
        # At most the row in the making is there without having been acknowledged.
        assert len(ids) <= len(acknowledged) + kill + 1


def test_every_acknowledged_row_outlives_a_kill(path: Path) -> None:
    assert_kills_cost_nothing(path, range(4))


@pytest.mark.slow
def test_every_acknowledged_row_outlives_many_kills(path: Path) -> None:
    assert_kills_cost_nothing(path, range(60))
