"""Checks and inspector share the right side."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.exercise.panes import WIDTHS, Panes
from quizapp.desktop.pages.exercise.side import SidePane, Tab
from quizapp.desktop.widgets.inspector.inspector import Inspector
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.sandbox.observation import Whole
from quizapp.settings import LookChoice
from quizapp.wording import Wording

# Of the offscreen platform, about windows whose content changes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

SUBJECTS = (Subject("x", Whole("1")), Subject("y", Whole("2")))
NO_PICTURES = "import sys; import quizapp.desktop.pages.exercise.page; print({'pyqtgraph', 'numpy'} & set(sys.modules))"


@pytest.fixture
def panes(qapp: QApplication, qtbot: QtBot) -> Panes:
    side = SidePane(Appearance(Wording("en"), LookChoice.LIGHT))
    made = Panes(QLabel("task"), QLabel("work"), side)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def side(panes: Panes) -> SidePane:
    found = panes.findChild(SidePane)
    assert isinstance(found, SidePane)
    return found


def chosen(side: SidePane) -> str | None:
    inspector = side.findChild(Inspector)
    subject = inspector.chosen() if isinstance(inspector, Inspector) else None
    return subject.name if subject is not None else None


def test_the_page_is_there_before_anything_slow_is_imported() -> None:
    told = subprocess.run([sys.executable, "-c", NO_PICTURES], capture_output=True, text=True, check=True, timeout=60)

    assert told.stdout == "set()\n"


def test_values_wait_until_the_inspector_is_opened(side: SidePane) -> None:
    side.show_subjects(SUBJECTS)
    before = side.findChild(Inspector)

    side.open_tab(Tab.INSPECTOR)

    assert (before, chosen(side)) == (None, "x")


def test_looking_at_a_value_opens_the_inspector_at_it(side: SidePane) -> None:
    side.show_subjects(SUBJECTS)

    side.look_at("y")

    assert (side.tab, chosen(side)) == (Tab.INSPECTOR, "y")


def test_the_chosen_value_stays_while_others_come(side: SidePane) -> None:
    side.show_subjects(SUBJECTS)
    side.look_at("y")

    side.show_subjects((Subject("y", Whole("3")),))
    side.show_subjects(SUBJECTS)

    assert chosen(side) == "y"


def test_values_that_came_meanwhile_are_shown_when_the_inspector_is_opened_again(side: SidePane) -> None:
    side.open_tab(Tab.INSPECTOR)
    side.open_tab(Tab.CHECKS)
    side.show_subjects(SUBJECTS)

    side.open_tab(Tab.INSPECTOR)

    assert chosen(side) == "x"


def test_the_keyboard_changes_between_the_tabs(side: SidePane) -> None:
    checks, inspector = side._tabs._buttons[Tab.CHECKS], side._tabs._buttons[Tab.INSPECTOR]
    checks.setFocus()

    QTest.keyClick(checks, Qt.Key.Key_Right)
    opened = (side.tab, inspector.hasFocus())
    QTest.keyClick(inspector, Qt.Key.Key_Left)

    assert (opened, side.tab) == ((Tab.INSPECTOR, True), Tab.CHECKS)


def test_the_inspector_gets_more_room_and_gives_it_back(panes: Panes, side: SidePane) -> None:
    before = panes.sizes()
    side.open_tab(Tab.INSPECTOR)
    wide = panes.sizes()
    side.open_tab(Tab.CHECKS)

    assert (wide[2] > before[2] + 80, panes.sizes()) == (True, before)


def test_a_window_that_grows_gives_each_pane_its_share(panes: Panes) -> None:
    panes.resize(300, 700)
    panes.resize(1180, 700)

    assert [abs(width - share) <= 2 for width, share in zip(panes.sizes(), WIDTHS[Tab.CHECKS], strict=True)] == [
        True
    ] * 3


def test_widths_that_the_learner_made_are_kept_for_each_tab(panes: Panes, side: SidePane) -> None:
    side.open_tab(Tab.INSPECTOR)
    panes.setSizes([200, 400, 678])
    made = panes.sizes()
    side.open_tab(Tab.CHECKS)
    side.open_tab(Tab.INSPECTOR)

    assert panes.sizes() == made
