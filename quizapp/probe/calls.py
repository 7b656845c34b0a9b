"""What a call did beside its result: what it raised, what autograd kept of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import torch

_saved_tensors_hooks = torch.autograd.graph.saved_tensors_hooks


def raises(call: Callable[[], object]) -> str | None:
    """Call it; return the name of the exception's class, None if there was none."""
    error = caught(call)
    return None if error is None else type(error).__name__


def caught(call: Callable[[], object]) -> Exception | None:
    """Call it; return the exception, None if there was none.

    Observed, an exception is compared by its class, never by its message, and a subclass will do:
    `error = caught(lambda: net(x))`.
    """
    try:
        call()
    except Exception as error:
        return error
    return None


@dataclass
class Saved:
    """How many tensors autograd has saved for a backward pass; 0 of code under no_grad."""

    count: int = 0


@contextmanager
def trace_saved() -> Iterator[Saved]:
    """Count the tensors that autograd saves while the context lasts."""
    saved = Saved()

    def save(tensor: torch.Tensor) -> torch.Tensor:
        saved.count += 1
        return tensor

    with _saved_tensors_hooks(save, lambda tensor: tensor):
        yield saved


def saved_for_backward(call: Callable[[], object]) -> int:
    """Call it; return how many tensors autograd saved meanwhile. What it raises is raised."""
    with trace_saved() as saved:
        call()
    return saved.count
