from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.home import Home
from quizapp.study.data.backups import Backup, Of, back_up, list_backups
from quizapp.study.data.pending import ask_to_restore, asked_for, is_in_use, make_ready, withdraw
from quizapp.study.journal import Journal
from tests.study.data.sample import home_with, ids, rated, write
from tests.study.sample import NOON

LATER = NOON + timedelta(days=1)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return home_with(tmp_path / "home", rated())


@pytest.fixture
def backup(home: Home) -> Backup:
    made = back_up(home, Of.JOURNAL, NOON)
    write(home.journal, rated())
    return made


def test_a_restore_waits_for_the_next_start(home: Home, backup: Backup) -> None:
    before = ids(home.journal)

    ask_to_restore(backup, home)

    assert (before, backup.path) == (ids(home.journal), asked_for(home))


def test_at_the_next_start_the_backup_is_in_place_and_what_was_there_is_kept(home: Home, backup: Backup) -> None:
    ask_to_restore(backup, home)
    with Journal(home.journal) as journal:
        journal.append(rated(), LATER)
    before = ids(home.journal)

    (told,) = make_ready(home, LATER)

    assert ids(backup.path) == ids(home.journal)
    assert before == ids(list_backups(home.backups, Of.JOURNAL)[0].path)
    assert "What was there before is kept in" in str(told)


def test_it_is_done_once(home: Home, backup: Backup) -> None:
    ask_to_restore(backup, home)
    make_ready(home, LATER)
    row = write(home.journal, rated())[0]

    assert () == make_ready(home, LATER)
    assert row.id in ids(home.journal)


def test_who_changes_their_mind_keeps_what_is_there(home: Home, backup: Backup) -> None:
    before = ids(home.journal)
    ask_to_restore(backup, home)

    withdraw(home)

    assert () == make_ready(home, LATER)
    assert before == ids(home.journal)


def test_while_another_window_is_open_the_backup_waits_on(home: Home, backup: Backup) -> None:
    ask_to_restore(backup, home)
    with Journal(home.journal) as journal:
        row = journal.append(rated(), NOON)
        (told,) = make_ready(home, LATER)

        assert "once every quizapp is closed" in str(told)
        assert row.id in ids(home.journal)

    make_ready(home, LATER)
    assert ids(backup.path) == ids(home.journal)


def test_a_backup_that_is_gone_by_then_is_told_and_the_journal_stays(home: Home, backup: Backup) -> None:
    before = ids(home.journal)
    ask_to_restore(backup, home)
    backup.path.unlink()

    (told,) = make_ready(home, LATER)

    assert (before, None) == (ids(home.journal), asked_for(home))
    assert "There is no file" in str(told)


def test_a_damaged_backup_is_told_and_the_journal_stays(home: Home, backup: Backup) -> None:
    before = ids(home.journal)
    ask_to_restore(backup, home)
    backup.path.write_bytes(backup.path.read_bytes()[:5000])

    (told,) = make_ready(home, LATER)

    assert before == ids(home.journal)
    assert "is cut short or damaged" in str(told)


@pytest.mark.parametrize("content", ["", "{", '{"backup": 7}', "[]"])
def test_a_spoilt_request_asks_for_nothing(home: Home, content: str) -> None:
    home.restore.write_text(content)

    assert () == make_ready(home, LATER)


def test_a_journal_of_an_older_version_is_backed_up_before_it_is_changed(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    from msgspec.structs import replace

    from quizapp.study.data import formats

    newer = replace(formats.JOURNAL, migrations=(*formats.JOURNAL.migrations, lambda _connection: None))
    monkeypatch.setattr("quizapp.study.data.backups.JOURNAL", newer)

    assert () == make_ready(home, LATER)

    assert [LATER] == [backup.made for backup in list_backups(home.backups, Of.JOURNAL)]


def test_a_journal_of_this_version_needs_no_backup_before_it_is_opened(home: Home) -> None:
    make_ready(home, LATER)

    assert () == list_backups(home.backups, Of.JOURNAL)


def test_a_file_is_in_use_while_anybody_has_it_open(home: Home) -> None:
    before = is_in_use(home.journal)
    with Journal(home.journal):
        during = is_in_use(home.journal)

    assert (False, True, False) == (before, during, is_in_use(home.journal))


def test_what_is_not_there_or_no_database_is_in_nobody_s_use(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("hello" * 1000)

    assert [False, False] == [is_in_use(tmp_path / "gone"), is_in_use(tmp_path / "text")]


def test_looking_whether_it_is_in_use_leaves_a_journal_that_opens(home: Home) -> None:
    before = ids(home.journal)

    is_in_use(home.journal)

    with Journal(home.journal) as journal:
        assert before == {row.id for row in journal.entries()}


@pytest.mark.parametrize("content", [b'{"backup": "\xff"}', b'{"backup": "a\\u0000b"}', b'{"x":' * 10_000])
def test_a_note_that_cannot_be_read_asks_for_nothing(home: Home, content: bytes) -> None:
    home.restore.write_bytes(content)

    assert asked_for(home) is None
    assert () == make_ready(home, LATER)
