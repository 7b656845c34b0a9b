"""The tree of a module, on real values of real runs."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inspector.module_items import GRADIENT, MOVED, NAME, ModuleItems
from quizapp.desktop.widgets.inspector.module_view import ModuleView
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.sandbox.messages import Program
from quizapp.sandbox.observation import ModuleSeen, Observation, SubmoduleSeen, TensorSeen
from quizapp.sandbox.sandbox import Sandbox
from quizapp.settings import LookChoice
from quizapp.wording import Wording

HALF_FROZEN = """
import torch
from torch import nn
torch.manual_seed(0)

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.backbone = nn.Sequential(nn.Linear(4, 4), nn.Dropout(0.3))
        self.head = nn.Linear(4, 2)
        self.scale = torch.ones(2)
        self.more = [nn.Linear(2, 2)]

net = Net()
net.backbone.requires_grad_(False).eval()
optimizer = torch.optim.SGD(net.head.parameters(), lr=0.1)
net.head(net.backbone(torch.ones(1, 4))).square().sum().backward()
optimizer.step()
"""


@pytest.fixture(scope="module")
def net(sandbox: Sandbox) -> Observation:
    return sandbox.run(Program(code=HALF_FROZEN, observe=("net",), trace=True)).observations["net"]


@pytest.fixture
def view(appearance: Appearance, qtbot: QtBot, net: Observation) -> ModuleView:
    made = ModuleView(appearance)
    qtbot.addWidget(made)
    made.resize(420, 560)
    made.show_subject(Subject("net", net), ())
    return made


def row(items: ModuleItems, path: str) -> QModelIndex:
    return next(index for index in items.indices() if items.part(index).path == path and not items.remark(index))


def told(index: QModelIndex) -> object:
    return index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_half_frozen_module_says_what_trains(view: ModuleView) -> None:
    assert view.text().splitlines()[:2] == ["net: Net, train mode", "30 parameters, 10 of them train"]


def test_a_frozen_module_says_so_and_its_mode(view: ModuleView) -> None:
    assert told(row(view.items, "backbone")) == "backbone, Sequential, frozen, eval mode"


def test_a_layer_says_what_it_was_made_with_but_not_what_is_ordinary(view: ModuleView) -> None:
    words = [told(row(view.items, path)) for path in ("head", "backbone.1")]

    assert words == ["head, Linear in_features=4 out_features=2", "1, Dropout p=0.3"]


def test_a_frozen_parameter_has_the_words_for_its_lock(view: ModuleView) -> None:
    assert told(row(view.items, "backbone.0.bias")) == "bias, (4,), parameter, frozen, no gradient, stayed"


def test_a_parameter_that_a_step_changed_has_moved(view: ModuleView) -> None:
    weight = row(view.items, "head.weight")

    assert weight.siblingAtColumn(MOVED).data() == "moved"


def test_what_no_optimizer_finds_is_followed_by_a_warning(view: ModuleView) -> None:
    warnings = [told(index) for index in view.items.indices() if view.items.remark(index)]

    assert warnings == ["plain tensor: no optimizer sees it", "in a Python list: not registered"]


def test_the_column_of_gradients_is_hidden_where_there_are_none(
    appearance: Appearance, qtbot: QtBot, sandbox: Sandbox
) -> None:
    code = "import torch\nnet = torch.nn.Linear(2, 1)"
    net = sandbox.run(Program(code=code, observe=("net",))).observations["net"]
    view = ModuleView(appearance)
    qtbot.addWidget(view)
    view.show_subject(Subject("net", net), ())

    assert [view.tree.isColumnHidden(column) for column in (GRADIENT, MOVED)] == [True, True]


def test_a_chosen_parameter_is_a_subject_of_its_own(view: ModuleView) -> None:
    view.tree.setCurrentIndex(row(view.items, "backbone.0.weight"))
    wanted = view.wanted()

    assert wanted is not None
    assert (wanted.name, isinstance(wanted.got, TensorSeen)) == ("net.backbone[0].weight", True)


def test_values_are_asked_for_by_a_key(view: ModuleView, qtbot: QtBot) -> None:
    view.tree.setCurrentIndex(row(view.items, "head.bias"))
    with qtbot.waitSignal(view.tensor_wanted) as asked:
        QTest.keyClick(view.tree, Qt.Key.Key_Return)

    assert asked.args is not None
    assert asked.args[0].name == "net.head.bias"


def test_a_module_has_no_values_to_ask_for(view: ModuleView) -> None:
    view.tree.setCurrentIndex(row(view.items, "head"))

    assert view.wanted() is None


def test_what_all_parameters_of_a_module_should_do_is_said_once(
    appearance: Appearance, qtbot: QtBot, sandbox: Sandbox
) -> None:
    code = "import torch\nnet = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.Linear(2, 1))"
    frozen = code + "\nnet[0].requires_grad_(False)"
    got, expected = (sandbox.run(Program(code=one, observe=("net",))).observations["net"] for one in (code, frozen))
    view = ModuleView(appearance)
    qtbot.addWidget(view)
    view.show_subject(Subject("net", got, expected), ())
    remarks = [index for index in view.items.indices() if view.items.remark(index)]

    assert [(view.items.part(index).path, told(index)) for index in remarks] == [("0", "should be frozen")]


def test_the_chosen_row_stays_chosen_when_another_run_is_shown(view: ModuleView, net: Observation) -> None:
    view.tree.setCurrentIndex(row(view.items, "head.bias"))
    view.show_subject(Subject("net", net), ())

    assert view.items.part(view.tree.currentIndex()).path == "head.bias"


def test_a_large_model_opens_with_its_first_level_only(appearance: Appearance, qtbot: QtBot) -> None:
    tensor = TensorSeen(dtype="float32", shape=(2,))
    names = [f"layers.{number}" for number in range(1000)]
    net = ModuleSeen(
        type_name="Net",
        training=True,
        submodules=tuple(SubmoduleSeen(name, "Linear", True) for name in ("", "layers", *names)),
        parameters=tuple((f"{name}.weight", tensor) for name in names),
        buffers=(),
    )
    view = ModuleView(appearance)
    qtbot.addWidget(view)
    view.show_subject(Subject("net", net), ())

    assert (len(view.items.indices()), view.tree.isExpanded(view.items.index(0, NAME))) == (2001, False)


def test_it_is_drawn_in_another_look_and_language(view: ModuleView, appearance: Appearance) -> None:
    appearance.choose(wording=Wording("zh"), look=LookChoice.DARK)

    assert not view.grab().isNull()
