"""What a call raised, and what autograd kept of it."""

import pytest
import torch

from quizapp.probe import caught, raises, saved_for_backward, trace_saved


def square(x: torch.Tensor) -> torch.Tensor:
    return x.pow(2).sum()


def test_raises_names_the_exception() -> None:
    assert raises(lambda: 1 / 0) == "ZeroDivisionError"
    assert raises(lambda: 1) is None


def test_caught_gives_the_exception_itself() -> None:
    assert isinstance(caught(lambda: [1][1]), LookupError)
    assert caught(lambda: 1) is None


def test_tensors_saved_for_backward_are_counted() -> None:
    x = torch.ones(3, requires_grad=True)

    assert saved_for_backward(lambda: square(x)) == 1
    assert saved_for_backward(lambda: square(x.detach())) == 0


def test_a_backward_pass_through_what_was_counted_still_works() -> None:
    x = torch.tensor([3.0], requires_grad=True)
    with trace_saved() as saved:
        loss = square(x)
    torch.autograd.backward(loss)
    square(x)

    assert (saved.count, x.grad) == (1, torch.tensor([6.0]))


def test_what_the_call_raises_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        saved_for_backward(lambda: 1 / 0)
