"""What the learner sees of an exercise's inputs: the real widgets."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.exercise.input_words import tool_notes
from quizapp.desktop.pages.exercise.work import WorkPane
from quizapp.packs.model import Variant
from quizapp.settings import LookChoice
from quizapp.wording import Wording
from tests.desktop.desk import EXERCISE

WITH_INPUTS = replace(
    EXERCISE,
    variants=(Variant(name="a", inputs={"x": "ramp(2, 3)", "n": "3"}), Variant(name="b", inputs={"x": "ramp(5, 3)"})),
    given="import torch\n",
)
RAMP = "`ramp(…)` makes a tensor of that shape; its numbers are the same every time."


@pytest.fixture
def work(qapp: QApplication, qtbot: QtBot) -> WorkPane:
    made = WorkPane(Appearance(Wording("en"), LookChoice.LIGHT))
    qtbot.addWidget(made)
    return made


def test_inputs_stand_apart_from_the_given_code(work: WorkPane) -> None:
    work.open(WITH_INPUTS)

    shown = (work._inputs.block.code.code(), work._given.code.code())
    assert shown == ("x = ramp(2, 3)\nn = 3", "import torch")
    assert not work._inputs.isHidden()


def test_an_input_that_uses_a_tool_of_the_sandbox_has_a_note_on_it(work: WorkPane) -> None:
    work.open(WITH_INPUTS)

    assert work._inputs.note.sentence() == RAMP
    assert work._inputs.block.code.accessibleDescription() == RAMP.replace("`", "")


def test_without_inputs_there_is_no_such_part(work: WorkPane) -> None:
    work.open(EXERCISE)

    assert work._inputs.isHidden()


@pytest.mark.parametrize(
    ("expression", "notes"),
    [("[ramp(2, k=i) for i in range(3)]", RAMP), ("torch.ones(\n2)", ""), ("'ramp'", "")],
)
def test_only_tools_that_are_used_are_explained(expression: str, notes: str) -> None:
    assert tool_notes(Variant(name="a", inputs={"x": expression}), Wording("en")) == notes
