"""The panel that asks before a run: the real widget, and the shipped exercises in the real sandbox."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.exercise.model import ExerciseState, Latest
from quizapp.desktop.pages.exercise.predictions import PredictionPanel
from quizapp.packs.library import Library
from quizapp.packs.model import Exercise
from quizapp.practice import run_once
from quizapp.sandbox.sandbox import Sandbox
from quizapp.settings import LookChoice
from quizapp.wording import Wording
from tests.desktop.desk import EXERCISE as WITHOUT_PREDICTIONS
from tests.desktop.desk import visible_texts


@pytest.fixture
def appearance(qapp: QApplication) -> Appearance:
    return Appearance(Wording("en"), LookChoice.LIGHT)


@pytest.fixture
def panel(appearance: Appearance, qtbot: QtBot) -> Iterator[PredictionPanel]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(360, 600)
    made = PredictionPanel(appearance, window)
    made.resize(360, 600)
    with qtbot.waitExposed(window):
        window.show()
    yield made


@pytest.fixture
def exercise(library: Library, panel: PredictionPanel, qtbot: QtBot) -> Exercise:
    """An exercise that asks for a shape and for sharing, shown by the panel."""
    item = library.find("pytorch-essentials/views/contiguous-ends-the-sharing")
    assert isinstance(item, Exercise)
    open_in(panel, item, qtbot)
    return item


def open_in(panel: PredictionPanel, exercise: Exercise, qtbot: QtBot) -> None:
    panel.open(exercise)
    qtbot.waitUntil(lambda: all(row.isVisible() for row in panel._rows))


def ran(exercise: Exercise, code: str, sandbox: Sandbox) -> ExerciseState:
    return ExerciseState(hints=0, latest=Latest.RUN, outcome=run_once(exercise, code, sandbox))


def line_of(panel: PredictionPanel) -> QLineEdit:
    found = panel.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def type_in(line: QLineEdit, text: str) -> None:
    """Type letter by letter; QTest knows Latin letters only."""
    for letter in text:
        press(line, Qt.Key.Key_unknown, letter)


def press(line: QLineEdit, key: Qt.Key, letter: str = "") -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(line, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))


def choose(panel: PredictionPanel, words: str) -> None:
    buttons = panel.findChildren(QAbstractButton)
    next(button for button in buttons if button.text() == words and button.isVisible()).click()


def shown(panel: PredictionPanel) -> list[str]:
    """Return the sentences of all rows."""
    return [row.words() for row in panel._rows]


def test_both_are_shown_after_the_run(
    panel: PredictionPanel, exercise: Exercise, sandbox: Sandbox, qtbot: QtBot
) -> None:
    type_in(line_of(panel), "(3，2)")
    choose(panel, "No")
    assert panel.said() == ("(3，2)", "no")

    panel.show_state(ran(exercise, exercise.solution, sandbox))

    assert shown(panel) == [
        "x has the shape (2, 3). Which shape will t have? You said “(3，2)”, and so it is. t has the shape (3, 2).",
        "Will d and t share memory with each other? You said “No”. It came out differently. d and t share memory.",
    ]


def test_code_that_makes_nothing_yet_leaves_the_question_open(
    panel: PredictionPanel, exercise: Exercise, sandbox: Sandbox
) -> None:
    panel.show_state(ran(exercise, exercise.starter, sandbox))

    assert [words.split("? ")[1] for words in shown(panel)] == [
        "In this run there was no tensor t to look at.",
        "In this run d and t were not both tensors.",
    ]
    assert line_of(panel).isVisible()
    assert not panel.again_button.isVisible()


def test_one_may_predict_again(panel: PredictionPanel, exercise: Exercise, sandbox: Sandbox, qtbot: QtBot) -> None:
    type_in(line_of(panel), "3 2")
    choose(panel, "Yes")
    panel.show_state(ran(exercise, exercise.solution, sandbox))
    assert not line_of(panel).isVisible()

    panel.again_button.click()

    line = line_of(panel)
    assert (line.isVisible(), line.text(), panel.said()) == (True, "", ("", ""))
    choose(panel, "Yes")
    assert panel.said() == ("", "yes")


def test_what_is_no_shape_is_told_while_typing(panel: PredictionPanel, exercise: Exercise, qtbot: QtBot) -> None:
    line = line_of(panel)

    type_in(line, "two")
    assert "Write a shape as 2, 3." in visible_texts(panel)

    line.clear()
    type_in(line, "2")
    assert "Write a shape as 2, 3." not in visible_texts(panel)


def test_enter_runs(panel: PredictionPanel, exercise: Exercise, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.run_wanted):
        press(line_of(panel), Qt.Key.Key_Return)


def test_another_language_keeps_what_was_said(
    panel: PredictionPanel, exercise: Exercise, appearance: Appearance, qtbot: QtBot
) -> None:
    type_in(line_of(panel), "2, 3")

    appearance.choose(wording=Wording("zh"), look=LookChoice.DARK)

    assert (panel.said(), shown(panel)[1]) == (("2, 3", ""), "d 与 t 之间会共享内存吗？")


def test_a_gradient_comes_with_its_reason(
    panel: PredictionPanel, exercise: Exercise, library: Library, sandbox: Sandbox, qtbot: QtBot
) -> None:
    freezing = library.find("pytorch-essentials/freezing/gradients-flow-through-a-frozen-layer")
    assert isinstance(freezing, Exercise)
    open_in(panel, freezing, qtbot)
    choose(panel, "Numbers that are not all zero")

    panel.show_state(ran(freezing, freezing.solution, sandbox))

    told = shown(panel)
    assert told[0].endswith("and so it is. after_backward(setup).a.weight.grad holds numbers that are not all zero.")
    assert told[1].endswith("b.weight.grad is None: the tensor does not require a gradient.")


def test_an_exercise_without_predictions_shows_no_panel(panel: PredictionPanel, exercise: Exercise) -> None:
    panel.open(WITHOUT_PREDICTIONS)

    assert not panel.isVisible()
