"""Optimizers, their parameters named after the module beside them."""

import pytest
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inspector.optimizer_model import outline_of
from quizapp.desktop.widgets.inspector.optimizer_view import OptimizerView
from quizapp.desktop.widgets.inspector.outline import Mood, OutlineRow
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.sandbox.messages import Program
from quizapp.sandbox.observation import Observation
from quizapp.sandbox.sandbox import Sandbox
from quizapp.wording import Wording

CODE = """
import torch
from torch import nn
net = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
net[0].weight.requires_grad = False
optimizer = torch.optim.SGD([net[0].weight, net[0].bias, torch.zeros(1)], lr=0.1, momentum=0.9)
"""
EXPECTED = """
import torch
from torch import nn
net = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
optimizer = torch.optim.SGD(net.parameters(), lr=0.01, momentum=0.9)
"""


def seen(sandbox: Sandbox, code: str) -> dict[str, Observation]:
    return sandbox.run(Program(code=code, observe=("net", "optimizer"))).observations


@pytest.fixture(scope="module")
def subjects(sandbox: Sandbox) -> tuple[Subject, Subject]:
    got, expected = seen(sandbox, CODE), seen(sandbox, EXPECTED)
    optimizer = Subject("optimizer", got["optimizer"], expected["optimizer"])
    return optimizer, Subject("net", got["net"], expected["net"])


@pytest.fixture(scope="module")
def rows(subjects: tuple[Subject, Subject]) -> tuple[OutlineRow, ...]:
    optimizer, net = subjects
    return outline_of(optimizer, (net,), Wording("en"))


def below(row: OutlineRow, label: str) -> OutlineRow:
    return next(one for one in row.rows if one.label == label)


def test_parameters_are_named_after_the_module_beside(rows: tuple[OutlineRow, ...]) -> None:
    names = [row.label for row in below(rows[0], "Parameters").rows if row.mood is not Mood.WRONG]

    assert names == ["net[0].weight", "net[0].bias", "a tensor without a name here"]


def test_a_frozen_parameter_in_a_group_is_marked(rows: tuple[OutlineRow, ...]) -> None:
    weight = below(below(rows[0], "Parameters"), "net[0].weight")

    assert (weight.note, weight.mood) == ("frozen", Mood.WARNING)


def test_what_trains_and_is_in_no_group_is_told(rows: tuple[OutlineRow, ...]) -> None:
    left_out = next(row for row in rows if row.label == "Not in the optimizer")

    assert [row.label for row in left_out.rows] == ["net[1].weight", "net[1].bias"]


def test_a_hyperparameter_that_is_off_has_the_expected_one_beside(rows: tuple[OutlineRow, ...]) -> None:
    rate = below(rows[0], "lr")

    assert (rate.value, rate.expected, rate.mood) == ("0.1", "0.01", Mood.WRONG)


def test_parameters_missing_from_a_group_are_named(rows: tuple[OutlineRow, ...]) -> None:
    members = below(rows[0], "Parameters")

    assert [row.label for row in members.rows if row.note == "missing"] == ["net[1].weight", "net[1].bias"]


def test_ordinary_settings_are_kept_together(rows: tuple[OutlineRow, ...]) -> None:
    others = below(rows[0], "Other settings")

    assert (others.is_open, "nesterov" in [row.label for row in others.rows]) == (False, True)


def test_everything_is_in_the_text(appearance: Appearance, qtbot: QtBot, subjects: tuple[Subject, Subject]) -> None:
    view = OptimizerView(appearance)
    qtbot.addWidget(view)
    optimizer, net = subjects
    view.show_subject(optimizer, (net,))
    view.resize(420, 500)

    assert not view.grab().isNull()
    assert view.text().splitlines()[:4] == [
        "SGD",
        "1 group, 3 tensors to step",
        "  Group 0",
        "    lr: 0.1, expected 0.01",
    ]
