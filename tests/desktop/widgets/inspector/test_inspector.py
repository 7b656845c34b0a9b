"""The inspector: which value, which picture of it, and all as text."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inspector.inspector import Inspector
from quizapp.desktop.widgets.inspector.kinds import Kind, kinds_for
from quizapp.desktop.widgets.inspector.module_view import ModuleView
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.sandbox.messages import Program
from quizapp.sandbox.observation import ArraySeen, ModuleSeen, Values, Whole
from quizapp.sandbox.sandbox import Sandbox
from quizapp.settings import LookChoice
from quizapp.wording import Wording
from tests.desktop.widgets.inspector.seen import subject

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

X, Y = subject("x", [1.0, 2.0]), subject("y", [3.0, 4.0], [3.0, 5.0])


@pytest.fixture
def inspector(appearance: Appearance, qtbot: QtBot) -> Inspector:
    made = Inspector(appearance)
    qtbot.addWidget(made)
    made.resize(460, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def press(inspector: Inspector, words: str) -> None:
    next(button for button in inspector.findChildren(QPushButton) if button.text() == words).click()


def test_before_a_run_it_says_how_to_get_something_to_see(inspector: Inspector) -> None:
    assert inspector.text() == "Run your code to look at its values."
    assert inspector.names.count() == 0


def test_each_value_is_listed_with_its_shape_and_those_that_differ_are_marked(inspector: Inspector) -> None:
    inspector.show_subjects((X, Y))
    names = inspector.names

    assert [names.itemText(row) for row in range(2)] == ["x  (2,) f64", "y  (2,) f64"]
    assert [names.itemIcon(row).isNull() for row in range(2)] == [True, False]
    spoken = names.itemData(1, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "y  (2,) f64, differs from what was expected"


def test_the_chosen_value_and_picture_stay_when_the_code_runs_again(inspector: Inspector) -> None:
    inspector.show_subjects((X, Y))
    inspector.choose("y")
    press(inspector, "Difference")

    inspector.show_subjects((subject("z", [0.0]), X, subject("y", [3.0, 6.0], [3.0, 5.0])))

    assert inspector.chosen() is not None
    assert inspector.text().startswith("y  (2,) f64\n\n1 of 2 differ, most at [1]: expected 5.0, got 6.0.")


def test_a_value_that_is_not_there_yet_is_looked_at_as_soon_as_it_is(inspector: Inspector) -> None:
    inspector.show_subjects((X,))
    inspector.choose("y")

    inspector.show_subjects((X, Y))

    assert inspector.chosen() == Y


def test_when_nothing_is_left_it_is_empty_again(inspector: Inspector) -> None:
    inspector.show_subjects((X,))
    inspector.show_subjects(())

    assert inspector.text() == "Run your code to look at its values."


def test_what_is_shown_can_be_copied_as_text(inspector: Inspector) -> None:
    inspector.show_subjects((X,))
    press(inspector, "Copy as text")

    assert "[1.0, 2.0]" in QGuiApplication.clipboard().text()


def test_a_switch_shows_the_text_in_place_of_the_picture(inspector: Inspector) -> None:
    inspector.show_subjects((X,))
    inspector.as_text.setChecked(True)

    assert inspector.words.isVisible()
    assert inspector.words.toPlainText() == inspector.text()


def test_values_are_chosen_by_the_keyboard(inspector: Inspector) -> None:
    inspector.show_subjects((X, Y))

    QTest.keyClick(inspector.names, Qt.Key.Key_Down)

    assert inspector.chosen() == Y


@pytest.mark.parametrize(
    "seen", [Whole("3"), ArraySeen(dtype="float64", shape=(3,), values=Values(np.arange(3.0).tobytes()))]
)
def test_every_picture_of_every_kind_of_value_can_be_read(inspector: Inspector, seen: Whole | ArraySeen) -> None:
    shown = Subject("v", seen, seen)
    inspector.show_subjects((shown,))

    for kind in kinds_for(shown):
        inspector.look_as(kind)
        assert inspector.text().strip()


def test_it_follows_look_and_language(inspector: Inspector, appearance: Appearance) -> None:
    inspector.show_subjects((X, Y))
    before = inspector.grab().toImage()

    appearance.choose(look=LookChoice.DARK, wording=Wording("zh"))

    assert inspector.grab().toImage() != before
    assert inspector.chosen() == X


def test_a_real_module_and_its_weight_are_shown(inspector: Inspector, sandbox: Sandbox) -> None:
    code = "import torch\nnet = torch.nn.Sequential(torch.nn.Embedding(5, 3), torch.nn.Linear(3, 2))"
    outcome = sandbox.run(Program(code=code, observe=("net", "net[1].weight", "len(net)")))

    inspector.show_subjects(tuple(Subject(name, value) for name, value in outcome.observations.items()))

    for name in outcome.observations:
        inspector.choose(name)
        assert inspector.text().startswith(name)
    inspector.choose("net")
    inspector.look_as(Kind.EMBEDDING)
    assert "5" in inspector.text()


def test_a_part_of_a_module_is_looked_at_by_itself_until_the_code_runs_again(
    inspector: Inspector, sandbox: Sandbox
) -> None:
    code = "import torch\nnet = torch.nn.Linear(3, 2)"
    seen = sandbox.run(Program(code=code, observe=("net",))).observations["net"]
    inspector.show_subjects((X, Subject("net", seen)))
    inspector.choose("net")
    tree = inspector.findChild(ModuleView)
    assert tree is not None and isinstance(seen, ModuleSeen)

    tree.tensor_wanted.emit(Subject("net.weight", seen.parameters[0][1]))

    assert inspector.text().startswith("net.weight  (2, 3) f32")
    inspector.show_subjects((X, Subject("net", seen)))
    assert inspector.text().startswith("net  Linear")
    assert inspector.names.count() == 2
