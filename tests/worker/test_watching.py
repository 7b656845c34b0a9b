"""What a watch tells of optimizer steps and of lookups in embeddings."""

import inspect
from typing import Any

import pytest
import torch
import torch.nn.functional as F  # noqa: N812
from torch import nn

from quizapp.sandbox.observation import ModuleSeen, TensorSeen
from quizapp.worker.capture import Capture
from quizapp.worker.watching import Watch


def stepped(*parameters: torch.Tensor, **options: Any) -> torch.optim.Optimizer:
    """Take one step with gradients of one."""
    optimizer = torch.optim.SGD(parameters, **{"lr": 0.1, **options})
    for parameter in parameters:
        parameter.grad = torch.ones_like(parameter)
    optimizer.step()
    return optimizer


def parameter(*numbers: float) -> nn.Parameter:
    return nn.Parameter(torch.tensor(numbers))


def test_before_any_step_nothing_is_told() -> None:
    with Watch() as watch:
        assert watch.moved(parameter(1.0)) is None


def test_the_last_step_tells_what_it_moved() -> None:
    first, second, frozen = parameter(1.0), parameter(1.0), parameter(1.0)
    with Watch() as watch:
        stepped(first)
        stepped(second)

    assert [watch.moved(each) for each in (first, second, frozen, torch.ones(1))] == [False, True, False, None]


def test_a_step_that_changes_no_number_moves_nothing() -> None:
    still, lost = parameter(1.0), parameter(float("nan"))
    with Watch() as watch:
        stepped(still, lost, lr=0.0)

    assert (watch.moved(still), watch.moved(lost)) == (False, False)


def test_each_of_many_steps_is_compared_with_its_own_beginning() -> None:
    weight = parameter(1.0)
    with Watch() as watch:
        optimizer = stepped(weight)
        told = [watch.moved(weight)]
        for lr in (0.0, 0.1, 0.1, 0.0):
            optimizer.param_groups[0]["lr"] = lr
            optimizer.step()
            told.append(watch.moved(weight))

    assert told == [True, False, True, True, False]


def test_what_is_done_after_the_step_is_not_the_steps_doing() -> None:
    weight = parameter(1.0)
    with Watch() as watch:
        stepped(weight, lr=0.0)
        with torch.no_grad():
            weight.add_(1)

    assert watch.moved(weight) is False


def test_a_parameter_that_is_given_another_shape_is_still_told() -> None:
    weight = parameter(1.0)
    with Watch() as watch:
        optimizer = stepped(weight)
        weight.data, weight.grad = torch.ones(3), torch.ones(3)
        optimizer.step()

    assert watch.moved(weight) is True


def test_a_step_that_raises_is_none() -> None:
    class Broken(torch.optim.SGD):
        def step(self, closure: Any = None) -> Any:
            raise ValueError

    weight = parameter(1.0)
    with Watch() as watch, pytest.raises(ValueError):
        stepped(weight)
        Broken([weight], lr=0.1).step()

    assert watch.moved(weight) is True


def test_an_optimizer_that_can_not_be_watched_makes_the_answer_unknown() -> None:
    class Odd(torch.optim.SGD):
        def step(self, closure: Any = None) -> Any:
            self.param_groups = []

    weight = parameter(1.0)
    with Watch() as watch:
        stepped(weight)
        odd = Odd([weight], lr=0.1)
        odd.__dict__["param_groups"] = None
        odd.step()

    assert watch.moved(weight) is None


def test_a_parameter_too_large_to_copy_is_not_told() -> None:
    large, small = nn.Parameter(torch.zeros(5_000_000)), parameter(1.0)
    with Watch() as watch:
        stepped(large, small)

    assert (watch.moved(large), watch.moved(small)) == (None, True)


def test_parameters_that_are_too_large_together_are_not_told() -> None:
    large, other = nn.Parameter(torch.zeros(3_000_000)), nn.Parameter(torch.zeros(3_000_000))
    with Watch() as watch:
        stepped(large, other)

    assert (watch.moved(large), watch.moved(other), watch.moved(parameter(1.0))) == (True, None, False)


def test_embeddings_tell_the_rows_that_were_looked_up() -> None:
    words, other = nn.Embedding(9, 2), nn.Embedding(9, 2)
    with Watch() as watch:
        words(torch.tensor([[7, 1], [1, 3]]))
        words(torch.tensor(0))

    assert (watch.looked_up(words), watch.looked_up(other), watch.looked_up(nn.Linear(1, 1))) == (
        (0, 1, 3, 7),
        (),
        None,
    )


def test_a_direct_call_of_the_function_counts_for_the_weights_module() -> None:
    class Table(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.weight = nn.Parameter(torch.ones(4, 2))

    table = Table()
    with Watch() as watch:
        F.embedding(torch.arange(2000) % 3, table.weight)

    assert watch.looked_up(table) == (0, 1, 2)


def test_a_lookup_that_raises_is_none() -> None:
    words = nn.Embedding(2, 2)
    with Watch() as watch, pytest.raises(IndexError):
        words(torch.tensor([5]))

    assert watch.looked_up(words) == ()


def test_rows_have_a_limit() -> None:
    words = nn.Embedding(10_000, 1)
    with Watch() as watch:
        words(torch.arange(10_000))
        words(torch.arange(10_000))

    assert watch.looked_up(words) == tuple(range(4096))


def test_a_lookup_within_vmap_works_and_is_not_told() -> None:
    words = nn.Embedding(4, 2)
    with Watch() as watch:
        result = torch.vmap(words)(torch.tensor([[0, 1], [2, 3]]))

    assert (result.shape, watch.looked_up(words)) == ((2, 2, 2), ())


def test_afterwards_all_is_as_before() -> None:
    function, signature = F.embedding, inspect.signature(F.embedding)
    with Watch() as watch:
        assert inspect.signature(F.embedding) == signature
    weight, words = parameter(1.0), nn.Embedding(2, 2)
    stepped(weight)
    words(torch.tensor([1]))

    assert F.embedding is function
    assert (watch.moved(weight), watch.looked_up(words)) == (None, ())


def test_a_capture_tells_what_its_watch_saw() -> None:
    words = nn.Embedding(4, 2)
    with Watch() as watch:
        words(torch.tensor([3])).sum().backward()
        torch.optim.SGD(words.parameters(), lr=0.1).step()
    module, weight = (Capture(watch).see(value) for value in (words, words.weight))

    assert isinstance(module, ModuleSeen) and isinstance(weight, TensorSeen)
    assert (module.submodules[0].looked_up, module.parameters[0][1].moved, weight.moved) == ((3,), True, True)
