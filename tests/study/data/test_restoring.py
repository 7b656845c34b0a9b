from datetime import timedelta
from pathlib import Path
from sqlite3 import connect

import pytest

from quizapp.home import Home
from quizapp.study.data.backups import Of, back_up, list_backups
from quizapp.study.data.errors import DataError, NotWhole, TooNew
from quizapp.study.data.restoring import Held, look_into, put_back
from quizapp.study.drafts import Drafts
from quizapp.study.entries import Tuned
from quizapp.study.journal import Journal
from quizapp.study.model import Tuning
from tests.study.data.sample import home_with, ids, listing, mark_as_newer, rated, write
from tests.study.sample import NOON

LATER = NOON + timedelta(days=1)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return home_with(tmp_path / "home", rated("p/l/a"), rated("p/l/b"), rated("p/l/a"))


def spoil(path: Path) -> bytes:
    path.write_bytes(b"this is no journal" * 500)
    return path.read_bytes()


def test_a_preview_says_what_the_backup_holds(home: Home) -> None:
    write(home.journal, Tuned(tuning=Tuning()), at=LATER)

    preview = look_into(back_up(home, Of.JOURNAL, NOON), home)

    assert Held(rows=4, items=2, last_review=NOON + timedelta(seconds=2)) == preview.held


def test_a_preview_says_what_would_be_lost_and_since_when(home: Home) -> None:
    backup = back_up(home, Of.JOURNAL, NOON)
    write(home.journal, rated(), rated(), at=LATER)

    preview = look_into(backup, home)

    assert (2, LATER, 0) == (preview.lost, preview.lost_since, preview.back)


def test_a_preview_says_what_would_come_back(home: Home) -> None:
    backup = back_up(home, Of.JOURNAL, NOON)
    home.journal.unlink()
    write(home.journal, rated())

    preview = look_into(backup, home)

    assert (1, 3) == (preview.lost, preview.back)


def test_next_to_a_damaged_journal_everything_comes_back_and_nobody_knows_what_is_lost(home: Home) -> None:
    backup = back_up(home, Of.JOURNAL, NOON)
    spoil(home.journal)

    preview = look_into(backup, home)

    assert (None, 3) == (preview.lost, preview.back)


def test_looking_changes_nothing(home: Home) -> None:
    backup = back_up(home, Of.JOURNAL, NOON)
    before = listing(home.backups)

    look_into(backup, home)

    assert before == listing(home.backups)


def test_a_backup_takes_the_place_of_the_journal(home: Home) -> None:
    backup = back_up(home, Of.JOURNAL, NOON)
    write(home.journal, rated())

    put_back(backup, home, LATER)

    assert ids(backup.path) == ids(home.journal)


def test_what_was_there_is_kept_as_a_backup(home: Home) -> None:
    backup = back_up(home, Of.JOURNAL, NOON)
    write(home.journal, rated())
    before = ids(home.journal)

    restored = put_back(backup, home, LATER)

    saved = list_backups(home.backups, Of.JOURNAL)[0]
    assert (restored.kept_in, True, before) == (saved.path, saved.before_restore, ids(saved.path))


def test_going_back_and_back_again_loses_nothing(home: Home) -> None:
    backup = back_up(home, Of.JOURNAL, NOON)
    write(home.journal, rated())
    before = ids(home.journal)

    put_back(backup, home, LATER)
    put_back(list_backups(home.backups, Of.JOURNAL)[0], home, LATER)

    assert before == ids(home.journal)


def test_who_has_the_journal_open_goes_on_with_the_backup_s_content(home: Home) -> None:
    backup = back_up(home, Of.JOURNAL, NOON)
    with Journal(home.journal) as journal:
        journal.append(rated(), NOON)

        restored = put_back(backup, home, LATER)
        row = journal.append(rated(), NOON)

        assert restored.in_use
        assert ids(backup.path) | {row.id} == {entry.id for entry in journal.entries()} == ids(home.journal)


def test_another_program_that_writes_is_told_and_nothing_changes(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.study.data.opening.BUSY_SECONDS", 0.01)
    backup = back_up(home, Of.JOURNAL, NOON)
    row = write(home.journal, rated())[0]
    other = connect(home.journal, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(DataError, match="in use by another program"):
        put_back(backup, home, LATER)
    other.close()

    assert row.id in ids(home.journal)


def test_a_damaged_journal_is_moved_aside_and_replaced(home: Home) -> None:
    backup = back_up(home, Of.JOURNAL, NOON)
    content = spoil(home.journal)

    restored = put_back(backup, home, LATER)

    assert restored.kept_in is not None
    assert (ids(backup.path), content) == (ids(home.journal), restored.kept_in.read_bytes())


def test_a_damaged_journal_s_log_goes_with_it(home: Home) -> None:
    backup = back_up(home, Of.JOURNAL, NOON)
    spoil(home.journal)
    log = home.journal.with_name("journal.sqlite-wal")
    log.write_bytes(b"rows")

    put_back(backup, home, LATER)

    assert not log.exists()
    assert b"rows" in listing(home.backups).values()
    assert ids(backup.path) == ids(home.journal)


def test_an_emptied_journal_with_its_log_is_replaced(home: Home) -> None:
    backup = back_up(home, Of.JOURNAL, NOON)
    home.journal.write_bytes(b"")
    home.journal.with_name("journal.sqlite-wal").write_bytes(b"rows")

    put_back(backup, home, LATER)

    assert ids(backup.path) == ids(home.journal)


def test_a_journal_that_is_gone_comes_back(home: Home) -> None:
    backup = back_up(home, Of.JOURNAL, NOON)
    home.journal.unlink()

    put_back(backup, home, LATER)

    assert ids(backup.path) == ids(home.journal)


@pytest.mark.parametrize("kept", [0, 10, 100, 4096, 5000, -4096, -100])
def test_a_backup_cut_short_is_told_and_never_put_in_place(home: Home, kept: int) -> None:
    write(home.journal, *[rated()] * 200)
    backup = back_up(home, Of.JOURNAL, NOON)
    backup.path.write_bytes(backup.path.read_bytes()[:kept])
    before = ids(home.journal)

    with pytest.raises(NotWhole):
        look_into(backup, home)
    with pytest.raises(NotWhole):
        put_back(backup, home, LATER)

    assert before == ids(home.journal)


def test_a_backup_from_the_future_is_told_and_never_put_in_place(home: Home) -> None:
    backup = back_up(home, Of.JOURNAL, NOON)
    mark_as_newer(backup.path)

    with pytest.raises(TooNew, match=r"format 99, this one knows up to"):
        put_back(backup, home, LATER)


def test_a_backup_that_vanished_is_told(home: Home) -> None:
    backup = back_up(home, Of.JOURNAL, NOON)
    backup.path.unlink()

    with pytest.raises(DataError, match="There is no file"):
        look_into(backup, home)


def test_no_room_for_what_is_replaced_means_that_it_is_not(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = back_up(home, Of.JOURNAL, NOON)
    write(home.journal, rated())
    before = ids(home.journal)

    def no_room(*_arguments: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("quizapp.study.data.backups.flush_file", no_room)
    with pytest.raises(DataError, match="No space left on device"):
        put_back(backup, home, LATER)

    assert before == ids(home.journal)


def test_drafts_come_back_too(home: Home) -> None:
    with Drafts(home.drafts) as drafts:
        drafts.save("p/l/e", "x = 1")
        backup = back_up(home, Of.DRAFTS, NOON)
        drafts.save("p/l/e", "x = 2")

        put_back(backup, home, LATER)

        assert "x = 1" == drafts.load("p/l/e")
