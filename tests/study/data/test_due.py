from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.home import Home
from quizapp.study.data.backups import Of, back_up, list_backups
from quizapp.study.data.due import back_up_before
from tests.study.data.sample import home_with, ids, rated, write
from tests.study.sample import NOON


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return home_with(tmp_path / "home", rated())


def test_before_something_risky_the_journal_is_saved_within_a_day_too(home: Home) -> None:
    back_up(home, Of.JOURNAL, NOON)
    write(home.journal, rated())

    made = back_up_before(home, NOON + timedelta(minutes=1))

    assert made is not None
    assert ids(home.journal) == ids(made.path)


def test_what_the_newest_backup_holds_is_not_saved_again(home: Home) -> None:
    back_up(home, Of.JOURNAL, NOON)

    assert back_up_before(home, NOON + timedelta(days=9)) is None


def test_a_backup_that_was_cut_short_is_no_reason_to_make_none(home: Home) -> None:
    made = back_up(home, Of.JOURNAL, NOON)
    made.path.write_bytes(made.path.read_bytes()[:100])

    assert back_up_before(home, NOON + timedelta(minutes=1)) is not None
    assert 2 == len(list_backups(home.backups, Of.JOURNAL))


def test_without_a_journal_there_is_nothing_to_save(tmp_path: Path) -> None:
    assert back_up_before(Home(tmp_path), NOON) is None
