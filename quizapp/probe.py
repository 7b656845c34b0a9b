"""The toolkit of an exercise's `given.py`, `probe.py` and inputs: deterministic numbers, and what happened to a model.

Lives in the sandbox only: it imports torch.
"""

import inspect
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final, Literal, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.optim.optimizer import (
    Optimizer,
    register_optimizer_step_post_hook,
    register_optimizer_step_pre_hook,
)

__all__ = [
    "Snapshot",
    "Step",
    "Trace",
    "changed",
    "fill_",
    "gradient_states",
    "modes",
    "raises",
    "ramp",
    "shares_memory",
    "snapshot",
    "trace_steps",
    "trainable",
]

GradientState = Literal["absent", "zero", "nonzero"]


def ramp(*shape: int, k: int = 1, scale: float = 1.0) -> torch.Tensor:
    """Return deterministic float32 numbers in [-scale, scale], other ones for another `k`; no random generator."""
    count = math.prod(shape)
    return ((((torch.arange(count) * 37 + 11 * k) % 101).double() / 50 - 1) * scale).float().reshape(shape)


def fill_(module: nn.Module, k: int = 1, scale: float = 0.5) -> nn.Module:
    """Fill every parameter with `ramp`, the i-th with `k + i`; return the module."""
    with torch.no_grad():
        for i, parameter in enumerate(module.parameters()):
            parameter.copy_(ramp(*parameter.shape, k=k + i, scale=scale))
    return module


@dataclass(frozen=True)
class Snapshot:
    """Parameters and buffers of a module by name, as they were; copies that nothing changes any more."""

    parameters: dict[str, torch.Tensor]
    buffers: dict[str, torch.Tensor]


def snapshot(module: nn.Module) -> Snapshot:
    """Copy a module's parameters and buffers."""
    return Snapshot(
        {name: parameter.detach().clone() for name, parameter in module.named_parameters()},
        {name: buffer.detach().clone() for name, buffer in module.named_buffers()},
    )


def changed(module: nn.Module, since: Snapshot) -> list[str]:
    """Return the names of the parameters, then of the buffers, that differ from the snapshot, or that it hasn't."""
    return [
        *_differing(module.named_parameters(), since.parameters),
        *_differing(module.named_buffers(), since.buffers),
    ]


def raises(call: Callable[[], object]) -> str | None:
    """Call it; return the name of the exception's class, None if there was none."""
    try:
        call()
    except Exception as error:
        return type(error).__name__
    return None


def shares_memory(a: "torch.Tensor | NDArray[Any]", b: "torch.Tensor | NDArray[Any]") -> bool:
    """Tell whether two tensors or arrays, in any mix, lie in overlapping memory."""
    first, second = _memory_of(a), _memory_of(b)
    return max(first[0], second[0]) < min(first[1], second[1])


def trainable(module: nn.Module) -> list[str]:
    """Return the names of the parameters that require a gradient."""
    return [name for name, parameter in module.named_parameters() if parameter.requires_grad]


def gradient_states(module: nn.Module) -> dict[str, GradientState]:
    """Return for each parameter whether its gradient is absent, all zero, or not."""
    return {name: _gradient_state(parameter) for name, parameter in module.named_parameters()}


def modes(module: nn.Module) -> dict[str, bool]:
    """Return the training flag of every submodule, the root as ""."""
    return {name: part.training for name, part in module.named_modules()}


class Step(NamedTuple):
    """One optimizer step as a trace saw it.

    Attributes:
        moved: names of the parameters that the step changed. trainable: of those that required a gradient then.
        lr: of each parameter group. training: the module's flag.
    """

    moved: list[str]
    trainable: list[str]
    lr: list[float]
    training: bool


@dataclass
class Trace:
    """What every optimizer step did to a module, in order."""

    steps: list[Step] = field(default_factory=list)

    @property
    def moved(self) -> list[list[str]]:
        """For each step: the names of the parameters that it changed."""
        return [step.moved for step in self.steps]

    @property
    def trainable(self) -> list[list[str]]:
        """For each step: the names of the parameters that required a gradient."""
        return [step.trainable for step in self.steps]

    @property
    def lr(self) -> list[list[float]]:
        """For each step: the learning rate of each parameter group."""
        return [step.lr for step in self.steps]

    @property
    def training(self) -> list[bool]:
        """For each step: whether the module was in training mode."""
        return [step.training for step in self.steps]


@contextmanager
def trace_steps(module: nn.Module) -> Iterator[Trace]:
    """Trace every step of every optimizer while the context lasts, also of those made in the learner's function."""
    trace = Trace()
    before: list[Snapshot] = []

    def begin(_optimizer: Optimizer, _args: object, _kwargs: object) -> None:
        before.append(snapshot(module))

    def end(optimizer: Optimizer, _args: object, _kwargs: object) -> None:
        moved = _differing(module.named_parameters(), before.pop().parameters)
        rates = [float(group["lr"]) for group in optimizer.param_groups]
        trace.steps.append(Step(moved, trainable(module), rates, module.training))

    hooks = (register_optimizer_step_pre_hook(begin), register_optimizer_step_post_hook(end))
    try:
        yield trace
    finally:
        for hook in hooks:
            hook.remove()


def _differing(named: Iterator[tuple[str, torch.Tensor]], before: dict[str, torch.Tensor]) -> list[str]:
    return [name for name, value in named if name not in before or not _same(value.detach(), before[name])]


def _same(a: torch.Tensor, b: torch.Tensor) -> bool:
    """Tell whether two tensors hold the same; NaN is the same as NaN."""
    if a.shape != b.shape or a.dtype != b.dtype:
        return False
    return bool(((a == b) | ((a != a) & (b != b))).all())


def _gradient_state(parameter: torch.Tensor) -> GradientState:
    if parameter.grad is None:
        return "absent"
    return "nonzero" if bool(parameter.grad.any()) else "zero"


def _memory_of(value: "torch.Tensor | NDArray[Any]") -> tuple[int, int]:
    """Return where the memory behind a value begins and ends: all of it, not just the part that it shows."""
    if isinstance(value, torch.Tensor):
        storage = value.untyped_storage()
        return storage.data_ptr(), storage.data_ptr() + storage.nbytes()
    owner = value
    while isinstance(owner.base, np.ndarray):
        owner = owner.base
    return np.lib.array_utils.byte_bounds(owner)


TOOLKIT: Final[dict[str, Any]] = {
    name: value
    for name, value in globals().items()
    if name in __all__ and (inspect.isfunction(value) or inspect.isclass(value))
}
"""What input expressions can use by name."""
