"""Which modules were called, with what, and what they gave."""

import pytest
import torch
from torch import nn

from quizapp.probe import Call, trace_forward


def net() -> nn.Sequential:
    return nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 1))


def test_calls_come_in_the_order_in_which_they_began() -> None:
    model = net()
    with trace_forward(model) as log:
        model(torch.ones(2, 3))

    assert log.names == ["", "0", "1", "2"]
    assert log.calls[0] == Call("", "Sequential", [(2, 3)], [(2, 1)], training=True, recorded=True)
    assert log.calls[1] == Call("0", "Linear", [(2, 3)], [(2, 4)], training=True, recorded=True)


def test_mode_and_recording_are_those_of_the_moment() -> None:
    model = net()
    with trace_forward(model) as log:
        model(torch.ones(1, 3))
        model.eval()
        with torch.no_grad():
            model(torch.ones(1, 3))
        model.train()

    assert (log.training, log.recorded, len(log.of("2"))) == ([True, False], [True, False], 2)


def test_shapes_are_found_in_tuples_dicts_and_keywords() -> None:
    class Two(nn.Module):
        def forward(self, pair: tuple[torch.Tensor, ...], *, more: torch.Tensor) -> dict[str, list[torch.Tensor]]:
            return {"a": [more, pair[0]]}

    module = Two()
    with trace_forward(module) as log:
        module((torch.ones(1), torch.ones(2)), more=torch.ones(3))

    assert (log.calls[0].inputs, log.calls[0].outputs) == ([(1,), (2,), (3,)], [(3,), (1,)])


def test_a_call_that_raises_has_no_outputs_and_those_after_it_have() -> None:
    model = net()
    with trace_forward(model) as log:
        with pytest.raises(RuntimeError):
            model(torch.ones(1, 5))
        model[0](torch.ones(1, 3))

    assert [(call.name, call.outputs) for call in log.calls] == [("", []), ("0", []), ("0", [(1, 4)])]


def test_modules_from_elsewhere_are_not_told_and_ones_put_in_later_are() -> None:
    model = net()
    with trace_forward(model) as log:
        nn.MSELoss()(torch.ones(1), torch.ones(1))
        model[1] = nn.Sigmoid()
        model[1](torch.ones(1))

    assert [(call.name, call.type_name) for call in log.calls] == [("1", "Sigmoid")]


def test_a_trace_that_is_over_sees_nothing_more() -> None:
    model = net()
    with trace_forward(model) as log:
        pass
    model(torch.ones(1, 3))

    assert len(log) == 0


def test_what_is_no_module_is_refused() -> None:
    with pytest.raises(TypeError, match="a list is no module"), trace_forward([]):  # type: ignore[arg-type]
        pass
