"""The parts of a module, read from its own dictionaries instead of asked of methods that a program may override."""

from collections.abc import Iterator
from typing import Any

import torch
from torch import nn

_attributes = object.__getattribute__
_Module = nn.Module
_Tensor = torch.Tensor


def modules_of(module: nn.Module) -> Iterator[tuple[str, nn.Module]]:
    """Yield a module as "" and all below it by dotted name; one in two places only once, as `named_modules` does.

    Raises:
        TypeError: if it is no module.
    """
    if not issubclass(type(module), _Module):
        raise TypeError(f"a {type(module).__name__} is no module")
    return _below("", module, set())


def parameters_of(module: nn.Module) -> Iterator[tuple[str, torch.Tensor]]:
    """Yield a module's parameters by dotted name; a tied one only once, as `named_parameters` does."""
    return _tensors_of(module, "_parameters")


def buffers_of(module: nn.Module) -> Iterator[tuple[str, torch.Tensor]]:
    """Yield a module's buffers by dotted name; one in two places only once, as `named_buffers` does."""
    return _tensors_of(module, "_buffers")


def is_training(module: nn.Module) -> bool:
    """Return a module's training flag."""
    return bool(_own(module)["training"])


def _own(module: nn.Module) -> dict[str, Any]:
    return _attributes(module, "__dict__")  # type: ignore[no-any-return]


def _below(path: str, module: nn.Module, seen: set[int]) -> Iterator[tuple[str, nn.Module]]:
    if id(module) not in seen:
        seen.add(id(module))
        yield path, module
        for name, child in tuple(_own(module)["_modules"].items()):
            if issubclass(type(child), _Module):
                yield from _below(_named(path, name), child, seen)


def _tensors_of(module: nn.Module, register: str) -> Iterator[tuple[str, torch.Tensor]]:
    seen: set[int] = set()
    for path, part in modules_of(module):
        for name, tensor in tuple(_own(part)[register].items()):
            if issubclass(type(tensor), _Tensor) and id(tensor) not in seen:
                seen.add(id(tensor))
                yield _named(path, name), tensor


def _named(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
