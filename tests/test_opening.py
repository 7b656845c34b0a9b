"""A home is opened whole, or told why not."""

from pathlib import Path

import pytest

from quizapp.home import Home
from quizapp.message import SaysError
from quizapp.opening import open_home
from quizapp.sandbox.way import Way
from quizapp.settings import Settings
from quizapp.shipped import shipped


def test_a_new_home_is_made_and_can_be_studied_in(tmp_path: Path) -> None:
    opened = open_home(Home(tmp_path / "new"), shipped("content"), Settings())

    assert opened.learner.today().new != ()
    opened.close()


def test_the_way_that_is_set_is_the_sandboxs(tmp_path: Path) -> None:
    opened = open_home(Home(tmp_path / "new"), shipped("content"), Settings(way="pool"))

    assert opened.sandbox.way is Way.POOL
    opened.close()


def test_a_home_that_is_a_file_is_told_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")

    with pytest.raises(SaysError, match=str(tmp_path / "home")):
        open_home(Home(tmp_path / "home"), shipped("content"), Settings())
