"""What every optimizer step does to a module."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from torch import nn
from torch.optim.optimizer import (
    Optimizer,
    register_optimizer_step_post_hook,
    register_optimizer_step_pre_hook,
)

from quizapp.probe.members import is_training, parameters_of
from quizapp.probe.states import Snapshot, differing, snapshot, trainable


class Step(NamedTuple):
    """One optimizer step as a trace saw it.

    Attributes:
        moved: names of the parameters that the step changed. trainable: of those that required a gradient then.
        lr: of each parameter group that has one. training: the module's flag.
    """

    moved: list[str]
    trainable: list[str]
    lr: list[float]
    training: bool


@dataclass
class Trace:
    """What every optimizer step did to a module, in order; `len` of it is how many there were."""

    steps: list[Step] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.steps)

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
        moved = differing(parameters_of(module), before.pop().parameters)
        rates = [float(group["lr"]) for group in optimizer.param_groups if "lr" in group]
        trace.steps.append(Step(moved, trainable(module), rates, is_training(module)))

    hooks = (register_optimizer_step_pre_hook(begin), register_optimizer_step_post_hook(end))
    try:
        yield trace
    finally:
        for hook in hooks:
            hook.remove()
