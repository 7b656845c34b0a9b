"""What is seen of modules and optimizers."""

from collections.abc import Iterator
from typing import Any

import torch
from torch import nn

from quizapp.sandbox.observation import (
    ErrorSeen,
    ModuleSeen,
    Nothing,
    Observation,
    OptimizerSeen,
    Real,
    Sequence,
    TensorSeen,
    Truth,
    Whole,
    Words,
)
from quizapp.worker.capture import Capture
from quizapp.worker.settings import settings_of


class Net(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Linear(2, 2)
        self.tied = nn.Linear(2, 2, bias=False)
        self.tied.weight = self.first.weight
        self.norm = nn.BatchNorm1d(2)
        self.register_buffer("passing", torch.zeros(1), persistent=False)
        self.scale = torch.ones(1)
        self.layers = [nn.Linear(1, 1)]
        self.known = [self.first]
        self.table = {"deep": [nn.Parameter(torch.ones(1))]}


def module_of(module: nn.Module) -> ModuleSeen:
    seen = Capture().see(module)
    assert isinstance(seen, ModuleSeen)
    return seen


def test_the_tree_is_seen_in_order_with_its_modes() -> None:
    net = Net()
    net.norm.eval()

    assert [(part.name, part.type_name, part.training) for part in module_of(net).submodules] == [
        ("", "Net", True),
        ("first", "Linear", True),
        ("tied", "Linear", True),
        ("norm", "BatchNorm1d", False),
    ]


def test_layers_of_torch_tell_what_they_were_made_with() -> None:
    class Mine(nn.Linear):
        in_features = 7

    settings = [dict(part.settings) for part in module_of(nn.Sequential(nn.Dropout(0.25), Mine(2, 3))).submodules]

    assert settings == [
        {},
        {"p": Real((0.25).hex()), "inplace": Truth(False)},
        {"in_features": Whole("2"), "out_features": Whole("3")},
    ]


def test_tied_parameters_are_seen_under_each_name() -> None:
    seen = module_of(Net())
    identities = {name: tensor.identity for name, tensor in seen.parameters}

    assert list(identities) == ["first.weight", "first.bias", "tied.weight", "norm.weight", "norm.bias"]
    assert identities["tied.weight"] == identities["first.weight"]


def test_buffers_tell_whether_they_are_kept() -> None:
    kept = {name: persistent for name, _, persistent in module_of(Net()).buffers}

    assert kept == {
        "passing": False,
        "norm.running_mean": True,
        "norm.running_var": True,
        "norm.num_batches_tracked": True,
    }


def test_plain_tensors_and_unregistered_modules_are_seen() -> None:
    seen = module_of(Net())

    assert [name for name, _ in seen.loose] == ["scale"]
    assert seen.hidden == ("layers", "table")


def test_the_state_keys_are_those_of_the_state_dict() -> None:
    for module in (Net(), nn.MultiheadAttention(4, 2), nn.LSTM(2, 2), nn.Sequential(Net(), Net())):
        assert module_of(module).state_keys == tuple(module.state_dict())


def test_the_names_are_those_that_torch_gives() -> None:
    shared = nn.Linear(1, 1)
    for module in (Net(), nn.Sequential(shared, nn.ReLU(), shared), nn.ModuleDict({"a": nn.ModuleList([shared])})):
        seen = module_of(module)

        assert [name for name, _ in seen.parameters] == [n for n, _ in module.named_parameters(remove_duplicate=False)]
        assert [part.name for part in seen.submodules] == [name for name, _ in module.named_modules()]


def test_only_plain_settings_are_told() -> None:
    class Odd(int):
        pass

    layer = nn.Conv2d(1, 2, 3, padding="same")
    layer.__dict__["stride"] = (1, torch.ones(1))
    layer.__dict__["groups"] = Odd(1)
    layer.__dict__["dilation"] = 10**50
    layer.__dict__["padding_mode"] = "x" * 1000

    assert settings_of(layer) == (
        ("in_channels", Whole("1")),
        ("out_channels", Whole("2")),
        ("kernel_size", Sequence("tuple", 2, (Whole("3"), Whole("3")))),
        ("padding", Words("same")),
        ("output_padding", Sequence("tuple", 2, (Whole("0"), Whole("0")))),
    )


def test_a_setting_that_is_none_is_told_and_a_learners_own_attribute_is_not() -> None:
    class Mine(nn.Embedding):
        def __init__(self) -> None:
            super().__init__(4, 2)
            self.mine = 1

    told: dict[str, Observation] = dict(settings_of(Mine()))

    assert told["padding_idx"] == Nothing()
    assert "mine" not in told


def test_overridden_methods_are_not_asked() -> None:
    class Liar(nn.Linear):
        def named_parameters(self, *_: object, **__: object) -> Iterator[tuple[str, nn.Parameter]]:
            while True:
                yield "x", nn.Parameter(torch.zeros(1))

    assert [name for name, _ in module_of(Liar(1, 1)).parameters] == ["weight", "bias"]


def test_a_module_that_holds_itself_is_bounded() -> None:
    module = nn.Sequential(nn.ReLU())
    module.append(module)

    assert [part.name for part in module_of(module).submodules] == ["", "0"]


def test_a_module_that_was_not_initialised_is_seen_as_an_error() -> None:
    class Forgotten(nn.Module):
        def __init__(self) -> None:
            pass

    seen = Capture().see(Forgotten())

    assert isinstance(seen, ErrorSeen) and seen.type_name == "KeyError"


def test_names_with_control_characters_are_made_readable() -> None:
    module = nn.Module()
    module._modules["\u202egnp\x1b\n" + "x" * 1000] = nn.ReLU()
    name = module_of(module).submodules[1].name

    assert name.startswith("\\u202egnp\\x1b\\n") and len(name) < 250


def test_an_optimizer_is_seen_by_groups_of_identities() -> None:
    first, second = nn.Linear(1, 1), nn.Linear(1, 1)
    groups: list[dict[str, Any]] = [{"params": first.parameters(), "lr": 0.5}, {"params": second.parameters()}]
    optimizer = torch.optim.SGD(groups, lr=0.1, momentum=0.9)
    first(torch.ones(1)).sum().backward()
    optimizer.step()
    capture = Capture()
    seen = capture.see(optimizer)
    labels = [capture.see(p) for p in (*first.parameters(), *second.parameters())]

    assert isinstance(seen, OptimizerSeen)
    assert (seen.type_name, seen.state_keys) == ("SGD", ("momentum_buffer",))
    assert [group.parameters for group in seen.groups] == [(0, 1), (2, 3)]
    assert [dict(group.hyperparameters)["lr"] for group in seen.groups] == [Real((0.5).hex()), Real((0.1).hex())]
    assert [one.identity for one in labels if isinstance(one, TensorSeen)] == [0, 1, 2, 3]
