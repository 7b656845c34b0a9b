"""The toolkit of probes, on real modules and optimizers."""

import numpy as np
import pytest
import torch
from torch import nn

from quizapp.probe import (
    Step,
    changed,
    fill_,
    gradient_states,
    modes,
    ramp,
    shares_memory,
    snapshot,
    trace_steps,
    trainable,
)


def net() -> nn.Sequential:
    model = nn.Sequential(nn.Linear(2, 2), nn.BatchNorm1d(2))
    fill_(model)
    return model


def linear_of(model: nn.Sequential) -> nn.Linear:
    first = model[0]
    assert isinstance(first, nn.Linear)
    return first


def test_ramp_gives_the_same_numbers_every_time() -> None:
    assert ramp(2, 2).flatten().tolist() == pytest.approx([-0.78, -0.04, 0.70, -0.58])


def test_ramp_keeps_its_scale_and_differs_by_k() -> None:
    values = ramp(200, k=3, scale=0.25)

    assert (values.dtype, values.abs().max().item()) == (torch.float32, 0.25)
    assert not torch.equal(values, ramp(200, k=4, scale=0.25))


def test_fill_fills_the_parameters_one_k_after_the_other() -> None:
    model = nn.Linear(2, 3)
    filled = fill_(model, k=5)

    assert filled is model
    assert torch.equal(model.weight, ramp(3, 2, k=5, scale=0.5))
    assert torch.equal(model.bias, ramp(3, k=6, scale=0.5))


def test_changed_names_parameters_then_buffers() -> None:
    model = net()
    before = snapshot(model)
    model(torch.ones(2, 2))
    with torch.no_grad():
        linear_of(model).bias.add_(1)

    assert changed(model, before) == ["0.bias", "1.running_mean", "1.running_var", "1.num_batches_tracked"]


def test_what_stays_is_not_changed_also_if_it_is_nan() -> None:
    model = net()
    with torch.no_grad():
        linear_of(model).weight.fill_(float("nan"))

    assert changed(model, snapshot(model)) == []


def test_memory_is_shared_by_views_and_arrays_but_not_by_copies() -> None:
    array = np.zeros(4)
    tensor = torch.from_numpy(array)

    assert shares_memory(tensor, tensor.view(2, 2))
    assert shares_memory(array, tensor[3:])
    assert shares_memory(tensor.numpy(), array[:1])
    assert not shares_memory(tensor, tensor.clone())
    assert not shares_memory(torch.empty(0), torch.empty(0))


def test_trainable_names_what_requires_a_gradient() -> None:
    model = net()
    model[0].requires_grad_(False)

    assert trainable(model) == ["1.weight", "1.bias"]


def test_gradients_are_absent_zero_or_nonzero() -> None:
    model = nn.Linear(1, 1)
    states = [gradient_states(model)]
    model(torch.zeros(1, 1)).sum().backward()
    states.append(gradient_states(model))

    assert states == [{"weight": "absent", "bias": "absent"}, {"weight": "zero", "bias": "nonzero"}]


def test_modes_name_every_submodule() -> None:
    model = net()
    model[1].eval()

    assert modes(model) == {"": True, "0": True, "1": False}


def test_a_trace_sees_every_step_of_optimizers_made_within() -> None:
    model = net()
    with trace_steps(model) as log:
        model[0].requires_grad_(False)
        for lr in (0.5, 0.25):
            optimizer = torch.optim.SGD((p for p in model.parameters() if p.requires_grad), lr=lr)
            model(ramp(4, 2)).pow(2).sum().backward()
            optimizer.step()
            model.eval()

    assert log.trainable == [["1.weight", "1.bias"]] * 2
    assert log.moved == [["1.weight", "1.bias"]] * 2
    assert log.lr == [[0.5], [0.25]]
    assert log.training == [True, False]
    assert log.steps[0] == Step(["1.weight", "1.bias"], ["1.weight", "1.bias"], [0.5], True)


def test_a_trace_that_is_over_sees_nothing_more() -> None:
    model = nn.Linear(1, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    with trace_steps(model) as log:
        pass
    optimizer.step()

    assert log.steps == []
