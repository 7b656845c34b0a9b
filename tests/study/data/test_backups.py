import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from sqlite3 import connect
from types import SimpleNamespace

import pytest

from quizapp.home import Home
from quizapp.study.data.backups import KEPT_BEFORE_RESTORE, Of, back_up, list_backups, thin_out
from quizapp.study.data.due import back_up_when_due
from quizapp.study.data.errors import DataError, NotWhole
from quizapp.study.drafts import Drafts
from quizapp.study.journal import Journal
from tests.study import appender
from tests.study.data.sample import ENTRIES, home_with, ids, rated, write
from tests.study.sample import NOON

DAY = timedelta(days=1)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return home_with(tmp_path / "home", *ENTRIES)


def names(home: Home) -> list[str]:
    return sorted(path.name for path in home.backups.iterdir())


def test_a_backup_is_a_journal_with_every_row(home: Home) -> None:
    backup = back_up(home, Of.JOURNAL, NOON)

    with Journal(home.journal) as journal, Journal(backup.path) as saved:
        assert journal.entries() == saved.entries()


def test_a_backup_is_one_file_named_by_its_time(home: Home) -> None:
    back_up(home, Of.JOURNAL, NOON)

    assert ["journal-2026-03-02T120000Z.sqlite"] == names(home)


def test_a_journal_in_use_is_backed_up_with_what_stands_in_its_log(home: Home) -> None:
    with Journal(home.journal) as journal:
        row = journal.append(rated(), NOON)

        backup = back_up(home, Of.JOURNAL, NOON)

        assert row.id in ids(backup.path)
        assert journal.append(rated(), NOON).id not in ids(backup.path)


def test_a_backup_is_whole_while_another_process_writes(home: Home) -> None:
    command = [sys.executable, appender.__file__, str(home.journal)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        acknowledged = process.stdout.readline().strip()
        backup = back_up(home, Of.JOURNAL, NOON)
        process.kill()

    assert acknowledged in ids(backup.path)


def test_progress_ends_with_everything_done(home: Home) -> None:
    heard: list[tuple[int, int]] = []

    back_up(home, Of.JOURNAL, NOON, on_progress=lambda done, of: heard.append((done, of)))

    assert heard[-1][0] == heard[-1][1] > 0


def test_what_was_never_backed_up_is_due(home: Home) -> None:
    assert [backup.of for backup in back_up_when_due(home, NOON)] == [Of.JOURNAL]


def test_drafts_are_backed_up_too(home: Home) -> None:
    with Drafts(home.drafts) as drafts:
        drafts.save("p/l/e", "x = '\ud800'")
        made = back_up_when_due(home, NOON)

    with Drafts(made[1].path) as saved:
        assert "x = '\ud800'" == saved.load("p/l/e")


def test_within_a_day_nothing_is_due(home: Home) -> None:
    back_up_when_due(home, NOON)
    write(home.journal, rated())

    assert () == back_up_when_due(home, NOON + DAY - timedelta(seconds=1))


def test_after_a_day_without_a_change_nothing_is_due(home: Home) -> None:
    with Drafts(home.drafts) as drafts:
        drafts.save("p/l/e", "x = 1")
    back_up_when_due(home, NOON)

    assert () == back_up_when_due(home, NOON + DAY)


def test_after_a_day_with_a_new_row_the_journal_is_due(home: Home) -> None:
    back_up_when_due(home, NOON)
    write(home.journal, rated())

    assert [Of.JOURNAL] == [backup.of for backup in back_up_when_due(home, NOON + DAY)]


def test_after_a_day_with_a_changed_draft_the_drafts_are_due(home: Home) -> None:
    with Drafts(home.drafts) as drafts:
        drafts.save("p/l/e", "x = 1")
        back_up_when_due(home, NOON)
        drafts.save("p/l/e", "x = 2")

        assert [Of.DRAFTS] == [backup.of for backup in back_up_when_due(home, NOON + DAY)]


def test_backups_from_the_future_do_not_keep_the_present_from_being_saved(home: Home) -> None:
    back_up(home, Of.JOURNAL, NOON + 300 * DAY)
    write(home.journal, rated())

    assert 1 == len(back_up_when_due(home, NOON))
    assert () == back_up_when_due(home, NOON + timedelta(hours=1))


def test_a_home_without_a_journal_has_nothing_to_back_up(tmp_path: Path) -> None:
    assert () == back_up_when_due(Home(tmp_path), NOON)


def test_old_backups_go_when_a_new_one_is_there(home: Home) -> None:
    for day in range(60):
        write(home.journal, rated())
        back_up_when_due(home, NOON + day * DAY)

    made = [backup.made for backup in list_backups(home.backups, Of.JOURNAL)]
    assert NOON + 59 * DAY == made[0]
    assert len(made) < 15


def test_of_what_restores_replaced_only_the_newest_are_kept(home: Home) -> None:
    for day in range(KEPT_BEFORE_RESTORE + 3):
        back_up(home, Of.JOURNAL, NOON + day * DAY, before_restore=True)
    back_up(home, Of.JOURNAL, NOON)

    thin_out(home.backups, Of.JOURNAL)

    backups = list_backups(home.backups, Of.JOURNAL)
    assert (KEPT_BEFORE_RESTORE, 1) == (
        sum(backup.before_restore for backup in backups),
        sum(not backup.before_restore for backup in backups),
    )


def test_two_backups_of_one_second_have_two_names(home: Home) -> None:
    assert back_up(home, Of.JOURNAL, NOON).path != back_up(home, Of.JOURNAL, NOON).path


def test_a_damaged_journal_makes_no_backup_and_costs_none(home: Home) -> None:
    good = back_up(home, Of.JOURNAL, NOON)
    write(home.journal, *[rated()] * 200)
    content = bytearray(home.journal.read_bytes())
    content[3 * 4096 : 4 * 4096] = b"\xa5" * 4096
    home.journal.write_bytes(content)

    with pytest.raises((NotWhole, DataError)):
        back_up_when_due(home, NOON + 40 * DAY)

    assert [good.path.name] == names(home)


def test_a_folder_that_can_not_be_made_is_told_and_the_journal_stays(home: Home) -> None:
    home.backups.write_text("in the way")

    with pytest.raises(DataError, match="No backup could be made in"):
        back_up(home, Of.JOURNAL, NOON)

    assert len(ENTRIES) == len(ids(home.journal))


def test_a_full_disk_is_told_before_it_is_fuller(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.study.data.backups.disk_usage", lambda _folder: SimpleNamespace(free=4096))

    with pytest.raises(DataError, match="There is no room for a backup in"):
        back_up(home, Of.JOURNAL, NOON)

    assert [] == names(home)


def test_a_failing_disk_leaves_nothing_of_the_backup(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.study.data.backups.put_in_place", failing(OSError(5, "Input/output error")))

    with pytest.raises(DataError, match="Input/output error"):
        back_up(home, Of.JOURNAL, NOON)

    assert [] == names(home)


def failing(error: Exception) -> Callable[..., None]:
    def fail(*_arguments: object) -> None:
        raise error

    return fail


def test_what_a_killed_backup_left_behind_is_swept_away(home: Home) -> None:
    home.backups.mkdir()
    (home.backups / "journal-2026-01-01T120000Z.sqlite.part").write_bytes(b"half")
    (home.backups / "my notes.part").write_bytes(b"not ours")

    back_up(home, Of.JOURNAL, NOON + 36500 * DAY)

    assert ["journal-2126-02-06T120000Z.sqlite", "my notes.part"] == names(home)


def test_other_files_among_the_backups_are_none(home: Home) -> None:
    home.backups.mkdir()
    for name in ("journal.sqlite", "journal-2026-02-31T120000Z.sqlite", "notes-2026-02-01T120000Z.sqlite"):
        (home.backups / name).write_bytes(b"")

    assert () == list_backups(home.backups, Of.JOURNAL)


def test_a_home_of_any_name_can_be_backed_up(tmp_path: Path) -> None:
    home = home_with(tmp_path / "\u5b66\u4e60 100% #1?", rated())

    assert ids(home.journal) == ids(back_up(home, Of.JOURNAL, NOON).path)


def test_a_backup_may_hold_tables_that_follow_from_the_rows(home: Home) -> None:
    with connect(home.journal) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS derived (x)")
    connection.close()

    assert ids(home.journal) == ids(back_up(home, Of.JOURNAL, NOON).path)
