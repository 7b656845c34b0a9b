from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.home import Home
from quizapp.study.data.backups import Of, list_backups
from quizapp.study.data.safekeeping import LookedAfter, leave, look_after
from quizapp.study.data.syncing import file_of
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from tests.study.data.sample import home_with, rated
from tests.study.sample import NOON


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return home_with(tmp_path / "home", rated())


@pytest.fixture
def learner(home: Home) -> Iterator[Learner]:
    with Journal(home.journal) as journal:
        yield Learner(journal, (), new_per_day=0, clock=lambda: NOON)


def test_without_a_folder_there_is_a_backup_only(home: Home, learner: Learner) -> None:
    assert LookedAfter() == look_after(home, learner, "", NOON)
    assert 1 == len(list_backups(home.backups, Of.JOURNAL))


def test_what_others_wrote_comes_in(home: Home, learner: Learner, tmp_path: Path) -> None:
    other = home_with(tmp_path / "other", rated(), rated())
    (tmp_path / "shared").mkdir()
    leave(other, str(tmp_path / "shared"), NOON)

    assert LookedAfter(new=2) == look_after(home, learner, str(tmp_path / "shared"), NOON)


def test_a_failing_backup_is_told_and_keeps_no_sync(home: Home, learner: Learner, tmp_path: Path) -> None:
    home.backups.write_text("in the way")
    (tmp_path / "shared").mkdir()

    looked_after = look_after(home, learner, str(tmp_path / "shared"), NOON)

    assert ["No backup could be made in {folder} ({reason}). Your data itself is as it was."] == [
        says.template for says in looked_after.told
    ]
    with Journal(home.journal) as journal:
        assert file_of(tmp_path / "shared", journal.device).is_file()


def test_a_folder_that_is_gone_is_told_and_keeps_no_backup(home: Home, learner: Learner, tmp_path: Path) -> None:
    looked_after = look_after(home, learner, str(tmp_path / "gone"), NOON)

    assert 1 == len(looked_after.told)
    assert 1 == len(list_backups(home.backups, Of.JOURNAL))


def test_leaving_without_the_folder_is_quiet(home: Home, tmp_path: Path) -> None:
    leave(home, str(tmp_path / "gone"), NOON)
