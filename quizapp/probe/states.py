"""How a module stands, and what of it has changed since."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import torch
from torch import nn

from quizapp.probe.members import buffers_of, is_training, modules_of, parameters_of
from quizapp.probe.native import are_same, copy_of, gradient_of, has_nonzero, requires_grad

GradientState = Literal["absent", "zero", "nonzero"]


@dataclass(frozen=True)
class Snapshot:
    """Parameters and buffers of a module by name, as they were; copies that nothing changes any more."""

    parameters: dict[str, torch.Tensor]
    buffers: dict[str, torch.Tensor]


def snapshot(module: nn.Module) -> Snapshot:
    """Copy a module's parameters and buffers."""
    return Snapshot(
        {name: copy_of(parameter) for name, parameter in parameters_of(module)},
        {name: copy_of(buffer) for name, buffer in buffers_of(module)},
    )


def changed(module: nn.Module, since: Snapshot) -> list[str]:
    """Return the names of the parameters, then of the buffers, that differ from the snapshot, or that it hasn't."""
    return [*differing(parameters_of(module), since.parameters), *differing(buffers_of(module), since.buffers)]


def trainable(module: nn.Module) -> list[str]:
    """Return the names of the parameters that require a gradient."""
    return [name for name, parameter in parameters_of(module) if requires_grad(parameter)]


def gradient_states(module: nn.Module) -> dict[str, GradientState]:
    """Return for each parameter whether its gradient is absent, all zero, or not."""
    return {name: _gradient_state(parameter) for name, parameter in parameters_of(module)}


def modes(module: nn.Module) -> dict[str, bool]:
    """Return the training flag of every submodule, the root as ""."""
    return {name: is_training(part) for name, part in modules_of(module)}


def differing(named: Iterator[tuple[str, torch.Tensor]], before: dict[str, torch.Tensor]) -> list[str]:
    """Return the names of the tensors that are not as they were before, or were not there."""
    return [name for name, tensor in named if name not in before or not are_same(tensor, before[name])]


def _gradient_state(parameter: torch.Tensor) -> GradientState:
    gradient = gradient_of(parameter)
    if gradient is None:
        return "absent"
    return "nonzero" if has_nonzero(gradient) else "zero"
