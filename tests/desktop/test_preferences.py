from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.preferences import ZOOM_STEPS, Preferences, settings_of
from quizapp.home import Home
from quizapp.settings import Consent, Leeches, LookChoice, Settings, load_settings
from quizapp.wording import Wording


@pytest.fixture
def preferences(qapp: QApplication, tmp_path: Path) -> Preferences:
    appearance = Appearance(Wording("en"), LookChoice.SYSTEM, qapp)
    return Preferences(Home(tmp_path / "home"), Settings(), appearance)


def test_a_choice_is_on_the_disk_at_once(preferences: Preferences, tmp_path: Path) -> None:
    preferences.choose_new_per_day(5)

    assert load_settings(tmp_path / "home" / "settings.json").new_per_day == 5


def test_the_day_and_leeches_are_on_the_disk_at_once(preferences: Preferences, tmp_path: Path) -> None:
    preferences.choose_day_begins(0)
    preferences.choose_leeches(Leeches.SUSPEND)

    kept = load_settings(tmp_path / "home" / "settings.json")
    assert (kept.day_begins, kept.leeches) == (0, Leeches.SUSPEND)


def test_a_yes_to_running_code_is_on_the_disk_at_once(preferences: Preferences, tmp_path: Path) -> None:
    preferences.keep_consent(Consent(level="none"))

    assert load_settings(tmp_path / "home" / "settings.json").consent == Consent(level="none")


def test_zoom_goes_in_steps_and_stops_at_the_ends(preferences: Preferences) -> None:
    preferences.zoom_in()
    assert preferences.settings.zoom == 1.1

    for _ in ZOOM_STEPS:
        preferences.zoom_in()
    assert preferences.settings.zoom == ZOOM_STEPS[-1]

    for _ in ZOOM_STEPS:
        preferences.zoom_out()
    assert preferences.settings.zoom == ZOOM_STEPS[0]


def test_settings_that_can_not_be_saved_hold_for_now_and_say_so(preferences: Preferences, qtbot: QtBot) -> None:
    (Path(preferences._home.folder)).write_text("a file where the folder should be")

    with qtbot.waitSignal(preferences.failed):
        preferences.choose_look(LookChoice.DARK)

    assert preferences.settings.look is LookChoice.DARK


def test_a_broken_settings_file_means_the_usual_ones_and_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{")

    loaded = settings_of(Home(tmp_path))

    assert loaded.settings == Settings()
    assert loaded.problem is not None
    assert (tmp_path / "settings.json").read_text() == "{"
