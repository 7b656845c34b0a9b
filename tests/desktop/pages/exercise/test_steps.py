"""The row that goes through a run step by step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.exercise.live_model import Hindrance, LiveState
from quizapp.desktop.pages.exercise.steps import StepRow
from quizapp.sandbox.trace import StepSeen, TraceSeen
from quizapp.settings import LookChoice
from quizapp.wording import Wording

# Of the offscreen platform, about windows whose content changes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TRACE = TraceSeen(steps=tuple(StepSeen(line=line) for line in (4, 5, 7)))
NOTHING = LiveState(is_on=True)
WHOLE = LiveState(is_on=True, trace=TRACE, is_current=True)
SECOND = LiveState(is_on=True, trace=TRACE, is_current=True, steps=2)
TYPING = LiveState(is_on=True, trace=TRACE, is_waiting=True)
BROKEN = LiveState(is_on=True, trace=TRACE)


@pytest.fixture
def row(qapp: QApplication, qtbot: QtBot) -> StepRow:
    made = StepRow(Appearance(Wording("en"), LookChoice.LIGHT))
    qtbot.addWidget(made)
    made.resize(500, 40)
    return made


def test_it_comes_with_the_first_trace_and_stays(row: StepRow) -> None:
    seen = []
    for state in (NOTHING, WHOLE, TYPING, BROKEN):
        row.show_state(state)
        seen.append(row.isVisible())

    assert seen == [False, True, True, True]


def test_it_goes_when_shapes_are_switched_off_or_another_exercise_is_opened(row: StepRow) -> None:
    row.show_state(WHOLE)
    row.show_state(LiveState(is_on=False))
    off = row.isVisible()
    row.show_state(WHOLE)
    row.clear()
    row.show_state(NOTHING)

    assert (off, row.isVisible()) == (False, False)


def test_it_says_where_one_stands(row: StepRow) -> None:
    said = []
    for state in (WHOLE, SECOND, LiveState(is_on=True, hindrance=Hindrance.SLOW)):
        row.show_state(state)
        said.append(row.place.text())

    assert said == ["All 3 steps", "Step 2 of 3 · line 5", "Runs too long to show shapes"]


def test_it_says_what_the_slider_does(row: StepRow) -> None:
    row.show_state(WHOLE)

    assert row.what.text() == "Step through the run"
    assert row.slider.toolTip().startswith("Goes back through the run of your code")
    assert row.slider.accessibleDescription() == f"All 3 steps\n{row.slider.toolTip()}"


def test_slider_and_buttons_ask_for_steps(row: StepRow, qtbot: QtBot) -> None:
    row.show_state(SECOND)
    wanted: list[int] = []
    row.wanted.connect(wanted.append)

    row.back.click()
    row.place_slider()
    row.on.click()
    QTest.keyClick(row.slider, Qt.Key.Key_End)

    assert wanted == [1, 3, 4]


def test_showing_a_state_asks_for_nothing(row: StepRow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(row.wanted):
        for state in (WHOLE, SECOND, WHOLE):
            row.show_state(state)


def test_at_its_ends_there_is_no_further_step(row: StepRow) -> None:
    row.show_state(WHOLE)
    at_end = (row.back.isEnabled(), row.on.isEnabled())
    row.show_state(LiveState(is_on=True, trace=TRACE, is_current=True, steps=1))

    assert (at_end, (row.back.isEnabled(), row.on.isEnabled())) == ((True, False), (False, True))


def test_while_a_look_is_due_it_looks_the_same_but_not_where_none_will_come(row: StepRow) -> None:
    enabled = []
    for state in (WHOLE, TYPING, BROKEN):
        row.show_state(state)
        enabled.append(row.slider.isEnabled())

    assert enabled == [True, True, False]


def test_screen_readers_are_told_the_place(row: StepRow) -> None:
    row.show_state(WHOLE)

    assert (row.slider.accessibleName(), row.slider.accessibleDescription().splitlines()[0]) == (
        "Steps of the code's run",
        "All 3 steps",
    )
    assert [button.accessibleName() for button in (row.back, row.on)] == ["One step back", "One step on"]
