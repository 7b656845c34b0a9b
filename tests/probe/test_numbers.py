"""The numbers of values, read and compared without asking the program's own comparisons."""

import numpy as np
import pytest
import torch

from quizapp.probe import close, numbers, shares_memory

NAN, INFINITY = float("nan"), float("inf")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (torch.ones(2), torch.ones(2, dtype=torch.float64) + 1e-5),
        (torch.ones(2, requires_grad=True), [1.0, 1.0]),
        (torch.tensor([NAN, INFINITY]), np.array([NAN, INFINITY])),
        (torch.tensor([True]), [1]),
        (torch.tensor(1 + 2j), 1 + 2j),
        (torch.ones(2, dtype=torch.bfloat16), (1, 1)),
        (["a"], ["a"]),
        (torch.zeros(0), []),
    ],
)
def test_what_is_close(a: object, b: object) -> None:
    assert close(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (torch.ones(2), torch.ones(2) + 1e-3),
        (torch.ones(2), torch.ones(1)),
        (torch.ones(2), torch.ones(2, 1)),
        (torch.tensor([INFINITY]), [-INFINITY]),
        (torch.tensor([1.0]), [NAN]),
        (torch.tensor([1e30]), [INFINITY]),
        (torch.tensor([2**53 + 1.0]), [0]),
        (None, [0.0]),
        (["a"], ["b"]),
    ],
)
def test_what_is_not_close(a: object, b: object) -> None:
    assert not close(a, b)


def test_a_tolerance_of_ones_own() -> None:
    assert close(1.1, 1.0, relative=0.2)
    assert not close(1.1, 1.0, relative=0.0, absolute=0.01)


def test_numbers_are_a_copy() -> None:
    tensor = torch.ones(2, requires_grad=True)
    read = numbers(tensor)
    read[0] = 5

    assert (read.tolist(), tensor.tolist(), numbers([1, 2]).tolist()) == ([5.0, 1.0], [1.0, 1.0], [1, 2])


def test_numbers_of_views_are_those_that_they_show() -> None:
    assert numbers(torch.tensor([1 + 2j]).conj()).tolist() == [1 - 2j]
    assert numbers(torch.arange(6).view(2, 3).t()).tolist() == [[0, 3], [1, 4], [2, 5]]


def test_memory_can_only_be_shared_by_what_has_some() -> None:
    with pytest.raises(TypeError, match="a list has no memory"):
        shares_memory([1], torch.ones(1))  # type: ignore[arg-type]
