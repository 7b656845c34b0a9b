"""Settings are read and written whole, and never thrown away."""

from pathlib import Path

import pytest

from quizapp.message import SaysError
from quizapp.settings import LookChoice, Settings, load_settings, save_settings


def test_what_was_saved_is_read_again(tmp_path: Path) -> None:
    settings = Settings(language="zh", look=LookChoice.DARK, new_per_day=3, zoom=1.2)

    save_settings(settings, tmp_path / "home" / "settings.json")

    assert settings == load_settings(tmp_path / "home" / "settings.json")


def test_without_a_file_the_usual_settings_hold(tmp_path: Path) -> None:
    assert Settings() == load_settings(tmp_path / "settings.json")


@pytest.mark.parametrize("text", ["", "{", '{"new_per_day": "many"}', "[]"])
def test_an_unreadable_file_is_told_and_left_as_it_is(text: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)

    with pytest.raises(SaysError, match="The usual ones are used"):
        load_settings(path)

    assert text == path.read_text()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file, not a folder")

    with pytest.raises(SaysError, match="can't be saved"):
        save_settings(Settings(), tmp_path / "home" / "settings.json")
