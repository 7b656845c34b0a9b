"""Which modules were called, with what, and what they gave."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import torch
from torch import nn
from torch.nn.modules.module import register_module_forward_hook, register_module_forward_pre_hook

from quizapp.probe.members import is_training, modules_of
from quizapp.probe.native import shape_of, undisturbed

_is_grad_enabled = torch.is_grad_enabled
_Tensor = torch.Tensor
_MOST_DEPTH = 6


class Call(NamedTuple):
    """One call of a module.

    Attributes:
        name: dotted, "" for the traced module itself. type_name: of its class.
        inputs, outputs: shapes of the tensors that it was given and gave, in order, also those within tuples, lists
            and dicts; no outputs if it raised.
        training: its flag. recorded: whether autograd recorded then: not under no_grad.
    """

    name: str
    type_name: str
    inputs: list[tuple[int, ...]]
    outputs: list[tuple[int, ...]]
    training: bool
    recorded: bool


@dataclass
class ForwardTrace:
    """The calls of a module and of all below it, in the order in which they began."""

    calls: list[Call] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.calls)

    def of(self, name: str) -> list[Call]:
        """Return the calls of one module; "" is the traced module itself: `len(log.of(""))`."""
        return [call for call in self.calls if call.name == name]

    @property
    def names(self) -> list[str]:
        """For each call: the module's dotted name."""
        return [call.name for call in self.calls]

    @property
    def training(self) -> list[bool]:
        """For each call of the traced module itself: whether it was in training mode."""
        return [call.training for call in self.of("")]

    @property
    def recorded(self) -> list[bool]:
        """For each call of the traced module itself: whether autograd recorded."""
        return [call.recorded for call in self.of("")]


@contextmanager
def trace_forward(module: nn.Module) -> Iterator[ForwardTrace]:
    """Trace every call of a module, and of those below it, while the context lasts.

    As torch's hooks do, it sees `net(x)` and not `net.forward(x)`.

    Raises:
        TypeError: if it is no module.
    """
    modules_of(module)
    watch = _Watch(module)
    hooks = (
        register_module_forward_pre_hook(watch.begin),
        register_module_forward_hook(watch.end, with_kwargs=True),
    )
    try:
        yield watch.trace
    finally:
        for hook in hooks:
            hook.remove()


class _Watch:
    """Notes a call when it begins, and its shapes when it is through."""

    def __init__(self, module: nn.Module) -> None:
        self._root = module
        self._open: list[tuple[nn.Module, int]] = []
        self.trace = ForwardTrace()

    def begin(self, module: nn.Module, args: object) -> None:
        name = self._name_of(module)
        if name is not None:
            self._open.append((module, len(self.trace.calls)))
            call = Call(name, type(module).__name__, shapes_in(args), [], is_training(module), _is_grad_enabled())
            self.trace.calls.append(call)

    def end(self, module: nn.Module, args: object, kwargs: dict[str, Any], result: object) -> None:
        # A call that raised was never ended: what is above ours is over as well.
        index = next((at for at in reversed(range(len(self._open))) if self._open[at][0] is module), None)
        if index is not None:
            _, place = self._open[index]
            del self._open[index:]
            begun = self.trace.calls[place]
            self.trace.calls[place] = begun._replace(inputs=shapes_in((args, kwargs)), outputs=shapes_in(result))

    def _name_of(self, module: nn.Module) -> str | None:
        """Return its name as of now: a layer may have been put in since the trace began."""
        return next((name for name, part in modules_of(self._root) if part is module), None)


def shapes_in(value: object, depth: int = 0) -> list[tuple[int, ...]]:
    """Return the shapes of the tensors in a value, in order, also within tuples, lists and dicts."""
    if issubclass(type(value), _Tensor):
        with undisturbed():
            return [tuple(shape_of(value))]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, (tuple, list)) else ()
    return [shape for part in inner for shape in shapes_in(part, depth + 1)] if depth < _MOST_DEPTH else []
