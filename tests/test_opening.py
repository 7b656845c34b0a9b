"""A home is opened whole, or told why not."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.home import Home
from quizapp.message import SaysError
from quizapp.opening import open_home
from quizapp.sandbox.way import Way
from quizapp.settings import Settings
from quizapp.shipped import shipped
from tests.study.data.sample import home_with, rated


def test_a_new_home_is_made_and_can_be_studied_in(tmp_path: Path) -> None:
    opened = open_home(Home(tmp_path / "new"), shipped("content"), Settings())

    assert opened.learner.today().new != ()
    opened.close()


def test_the_way_that_is_set_is_the_sandboxs(tmp_path: Path) -> None:
    opened = open_home(Home(tmp_path / "new"), shipped("content"), Settings(way="pool"))

    assert opened.sandbox.way is Way.POOL
    opened.close()


def test_a_schedule_by_other_rules_is_made_anew_and_tells_how_far_it_is(tmp_path: Path) -> None:
    home, told = home_with(tmp_path / "home", rated("p/l/a"), rated("p/l/b")), list[tuple[int, int]]()
    open_home(home, shipped("content"), Settings()).close()
    with closing(sqlite3.connect(home.journal)) as connection, connection:
        connection.execute("UPDATE derived SET rules = '0'")

    opened = open_home(home, shipped("content"), Settings(), on_progress=lambda done, of: told.append((done, of)))

    assert [(2, 2)] == told
    opened.close()


def test_a_home_that_is_a_file_is_told_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")

    with pytest.raises(SaysError, match=str(tmp_path / "home")):
        open_home(Home(tmp_path / "home"), shipped("content"), Settings())
