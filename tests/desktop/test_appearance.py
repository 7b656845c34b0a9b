"""What the look is before the system itself has been asked, and after."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import DARK, LIGHT, Appearance
from quizapp.settings import LookChoice
from quizapp.wording import Wording


def appearance(look: LookChoice = LookChoice.SYSTEM, *, is_dark_at_first: bool) -> Appearance:
    return Appearance(Wording("en"), look, is_dark_at_first=is_dark_at_first)


@pytest.mark.usefixtures("qapp")
def test_until_the_system_is_asked_it_is_what_it_seems() -> None:
    seen = [appearance(is_dark_at_first=is_dark).colours for is_dark in (False, True)]

    assert [LIGHT, DARK] == seen


def test_where_it_seemed_wrong_everyone_is_told(qapp: QApplication, qtbot: QtBot) -> None:
    wrong = appearance(is_dark_at_first=True)

    with qtbot.waitSignal(wrong.changed):
        wrong.ask_system()

    assert LIGHT is wrong.colours


def test_where_it_seemed_right_nobody_is_told(qapp: QApplication, qtbot: QtBot) -> None:
    right = appearance(is_dark_at_first=False)

    with qtbot.assertNotEmitted(right.changed):
        right.ask_system()


def test_a_look_that_was_chosen_is_not_the_systems(qapp: QApplication, qtbot: QtBot) -> None:
    chosen = appearance(LookChoice.DARK, is_dark_at_first=False)

    with qtbot.assertNotEmitted(chosen.changed):
        chosen.ask_system()

    assert DARK is chosen.colours
