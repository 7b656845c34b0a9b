"""The Today page while the home is still being opened."""

import pytest
from PySide6.QtWidgets import QProgressBar

from quizapp.desktop.pages.today.model import Stage, TodayState
from tests.desktop.desk import Desk, visible_texts

STATE = TodayState(stage=Stage.READY, due=3, done=1)


@pytest.fixture
def bar(bare_desk: Desk) -> QProgressBar:
    found = bare_desk.shell.today.findChild(QProgressBar)
    assert isinstance(found, QProgressBar)
    return found


def test_a_schedule_that_is_made_anew_is_told_in_percent(bare_desk: Desk, bar: QProgressBar) -> None:
    bare_desk.shell.show_rebuilt(0.347)

    assert "Making the schedule anew: 34 %" in visible_texts(bare_desk.window)
    assert (34, 100, "Making the schedule anew: 34 %") == (bar.value(), bar.maximum(), bar.accessibleName())


def test_it_is_told_in_another_language_too(bare_desk: Desk) -> None:
    bare_desk.shell.show_rebuilt(0.347)
    before = visible_texts(bare_desk.window)

    bare_desk.preferences.choose_language("zh")

    assert any("34" in text for text in visible_texts(bare_desk.window) - before)


def test_once_the_home_is_open_the_bar_is_todays(bare_desk: Desk, bar: QProgressBar) -> None:
    bare_desk.shell.show_rebuilt(0.9)

    bare_desk.shell.today.show_state(STATE)

    assert (1, 4) == (bar.value(), bar.maximum())
    assert "1 of 4 done today" in visible_texts(bare_desk.window)


def test_how_far_the_packs_are_read_is_told_in_percent(bare_desk: Desk, bar: QProgressBar) -> None:
    bare_desk.shell.show_read(0.5)

    assert (50, 100, "Reading the packs: 50 %") == (bar.value(), bar.maximum(), bar.accessibleName())
