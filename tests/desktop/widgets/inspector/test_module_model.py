"""A module as a tree of parts, from what real runs left behind."""

import pytest

from quizapp.desktop.widgets.inspector.module_model import module_tree
from quizapp.desktop.widgets.inspector.module_parts import (
    DEEPEST,
    Difference,
    FlowState,
    ModuleTree,
    Part,
    expression,
    walk,
)
from quizapp.sandbox.messages import Program
from quizapp.sandbox.observation import ModuleSeen, SubmoduleSeen, TensorSeen
from quizapp.sandbox.sandbox import Sandbox

GOT = """
import torch
from torch import nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = nn.Linear(3, 3, bias=False)
        self.again = self.encoder
        self.head = nn.Linear(3, 2)
        self.drop = nn.Dropout(0.3)
        self.unused = nn.Linear(3, 2, bias=False)
        self.unused.weight = self.encoder.weight
        self.scale = torch.ones(3)
        self.hidden = [nn.Linear(1, 1)]
        self.register_buffer("seen", torch.zeros(2), persistent=False)
        self.extra = nn.Parameter(torch.ones(1))

net = Net()
net.drop.eval()
net.head.bias.requires_grad = False
(net.head(net.encoder(torch.ones(1, 3))).sum() + 0 * net.extra).backward()
"""
EXPECTED = """
import torch
from torch import nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = nn.Linear(3, 3, bias=False)
        self.again = self.encoder
        self.head = nn.Linear(3, 4)
        self.drop = nn.Dropout(0.3)
        self.unused = nn.Linear(3, 2, bias=False)
        self.scale = nn.Parameter(torch.ones(3))
        self.last = nn.Linear(2, 2)
        self.register_buffer("seen", torch.zeros(2))

net = Net()
net.encoder.requires_grad_(False)
"""


@pytest.fixture(scope="module")
def got(sandbox: Sandbox) -> ModuleSeen:
    return seen(sandbox, GOT)


@pytest.fixture(scope="module")
def tree(got: ModuleSeen) -> ModuleTree:
    return module_tree(got)


@pytest.fixture(scope="module")
def differing(sandbox: Sandbox, got: ModuleSeen) -> ModuleTree:
    return module_tree(got, seen(sandbox, EXPECTED))


def seen(sandbox: Sandbox, code: str) -> ModuleSeen:
    net = sandbox.run(Program(code=code, observe=("net",))).observations["net"]
    assert isinstance(net, ModuleSeen)
    return net


def part(tree: ModuleTree, path: str) -> Part:
    return next(one for one in walk(tree.root) if one.path == path)


def test_the_parts_hang_in_the_order_of_their_registration(tree: ModuleTree) -> None:
    names = [one.label for one in tree.root.parts]

    assert names == ["extra", "seen", "scale", "hidden", "encoder", "head", "drop", "unused", "again"]


def test_tied_parameters_are_counted_once(tree: ModuleTree) -> None:
    assert (tree.root.total, tree.root.trainable) == (9 + 6 + 2 + 1, 9 + 6 + 1)


def test_a_module_knows_how_many_of_its_parameters_train(tree: ModuleTree) -> None:
    head = part(tree, "head")

    assert (head.training_tensors, head.tensors, head.is_frozen) == (1, 2, False)


def test_no_gradient_zero_and_a_number_are_told_apart(tree: ModuleTree) -> None:
    states = [flow.state for path in ("head.bias", "extra", "head.weight") if (flow := part(tree, path).flow)]

    assert states == [FlowState.ABSENT, FlowState.ZERO, FlowState.NUMBER]


def test_the_largest_norm_is_the_scale_of_the_whole_tree(tree: ModuleTree) -> None:
    norms = [one.flow.norm for one in walk(tree.root) if one.flow is not None]

    assert tree.largest == max(norms) > 0


def test_a_tied_parameter_knows_its_other_names(tree: ModuleTree) -> None:
    tie = part(tree, "unused.weight").tie

    assert tie is not None
    assert (tie.number, tie.names) == (0, ("encoder.weight", "again.weight"))


def test_a_module_at_a_second_place_says_where_it_was_first(tree: ModuleTree) -> None:
    assert part(tree, "again").same_as == "encoder"


def test_only_a_module_in_another_mode_than_its_parent_is_marked(tree: ModuleTree) -> None:
    assert [one.path for one in walk(tree.root) if one.changes_mode] == ["drop"]


def test_without_an_expected_module_nothing_differs(tree: ModuleTree) -> None:
    assert [one.path for one in walk(tree.root) if one.differences] == []


@pytest.mark.parametrize(
    ("path", "difference"),
    [
        ("extra", Difference.EXTRA),
        ("last", Difference.MISSING),
        ("last.weight", Difference.MISSING),
        ("drop", Difference.SHOULD_BE_IN_TRAIN_MODE),
        ("head.bias", Difference.OTHER_SHAPE),
        ("scale", Difference.SHOULD_BE_PARAMETER),
        ("seen", Difference.SHOULD_BE_SAVED),
        ("again.weight", Difference.SHOULD_BE_FROZEN),
        ("unused.weight", Difference.SHOULD_NOT_BE_TIED),
    ],
)
def test_a_part_says_in_what_it_differs(differing: ModuleTree, path: str, difference: Difference) -> None:
    assert difference in part(differing, path).differences


def test_what_is_as_expected_has_no_mark(sandbox: Sandbox, got: ModuleSeen) -> None:
    same = module_tree(got, seen(sandbox, GOT))

    assert [one.path for one in walk(same.root) if one.differences] == []


def test_the_norm_of_huge_gradients_does_not_overflow(sandbox: Sandbox) -> None:
    code = "import torch\nnet = torch.nn.Linear(2, 1, bias=False).double()\nnet.weight.grad = net.weight * 0 + 3e200"
    flow = part(module_tree(seen(sandbox, code)), "weight").flow

    assert flow is not None
    assert flow.norm == pytest.approx(3e200 * 2**0.5)


def test_a_name_of_a_thousand_levels_does_not_overflow_the_stack() -> None:
    path = ".".join("a" * 2000)
    tensor = TensorSeen(dtype="float32", shape=(1,))
    net = ModuleSeen(
        type_name="Net",
        training=True,
        submodules=(SubmoduleSeen("", "Net", True),),
        parameters=((path, tensor),),
        buffers=(),
    )

    assert len(list(walk(module_tree(net).root))) == DEEPEST + 2


@pytest.mark.parametrize(
    ("path", "written"),
    [("", "net"), ("fc.weight", "net.fc.weight"), ("0.weight", "net[0].weight"), ("d.key.bias", 'net.d["key"].bias')],
)
def test_a_part_is_written_as_a_learner_would(path: str, written: str) -> None:
    assert expression("net", path, frozenset({"d"})) == written
