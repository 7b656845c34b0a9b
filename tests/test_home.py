"""The learner's data lies where they say, or where the platform does."""

from pathlib import Path

import pytest

from quizapp.home import Home, find_home


def test_a_named_folder_wins_over_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZAPP_HOME", str(tmp_path / "other"))

    assert Home(tmp_path / "mine") == find_home(tmp_path / "mine")


def test_the_environment_wins_over_the_platform(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZAPP_HOME", str(tmp_path))

    assert Home(tmp_path) == find_home()


def test_a_new_home_is_closed_to_others(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")

    home.make()

    assert oct(home.folder.stat().st_mode & 0o777) == oct(0o700)
