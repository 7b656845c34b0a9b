from datetime import UTC
from pathlib import Path

import pytest

from quizapp.desktop.pages.settings.data_model import (
    DataState,
    Job,
    said_of_backups,
    said_of_folder,
    said_of_job,
    said_of_sync,
    said_of_waiting,
)
from quizapp.study.data.backups import Backup, Of
from quizapp.wording import Wording
from tests.study.sample import NOON

ENGLISH = Wording("en")
BACKUP = Backup(path=Path("journal-2026-03-02T120000Z.sqlite"), of=Of.JOURNAL, made=NOON)


def test_nothing_can_begin_before_the_journal_is_open_or_while_something_is_under_way() -> None:
    states = (DataState(), DataState(backups=()), DataState(backups=(), job=Job.SYNC))

    assert [False, True, False] == [state.can_begin for state in states]


@pytest.mark.parametrize(
    ("state", "end"),
    [
        (DataState(), "anything risky."),
        (DataState(backups=()), "There is none yet."),
        (DataState(backups=(BACKUP,)), "The last: 2026-03-02 12:00."),
    ],
)
def test_the_last_backup_is_said(state: DataState, end: str) -> None:
    assert said_of_backups(state, ENGLISH, UTC).endswith(end)


def test_a_backup_that_waits_is_named() -> None:
    assert "" == said_of_waiting(DataState(), ENGLISH)
    assert said_of_waiting(DataState(waiting=BACKUP.path), ENGLISH).startswith(BACKUP.path.name)


def test_without_a_folder_its_use_is_said_and_nothing_of_syncs() -> None:
    assert said_of_folder(DataState(), ENGLISH).startswith("None yet.")
    assert "" == said_of_sync(DataState(), ENGLISH)


def test_with_a_folder_its_last_sync_is_said() -> None:
    state = DataState(sync_folder="/shared", last_sync=NOON)

    assert ("/shared", "Last sync: 2026-03-02 12:00") == (
        said_of_folder(state, ENGLISH),
        said_of_sync(state, ENGLISH, UTC),
    )
    assert "Never synced with this folder." == said_of_sync(DataState(sync_folder="/shared"), ENGLISH)


def test_every_job_has_words() -> None:
    assert all(said_of_job(job, ENGLISH) for job in Job)
