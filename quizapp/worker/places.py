"""Reads what stands at a place of the learner's namespace, without running a property, a `__getattr__` or an index."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import torch
from torch import nn

from quizapp.worker.statements import Index, Place, is_in_place

_MISSING: Final = object()
_REGISTERS: Final = ("_parameters", "_buffers", "_modules")
_INDEXED: Final = (nn.Sequential, nn.ModuleList, nn.ParameterList, nn.ModuleDict, nn.ParameterDict)
_ALWAYS_CHANGED: Final = (nn.Module, torch.optim.Optimizer, list, dict, set)
_CHANGES_A_TENSOR: Final = frozenset({"backward", "retain_grad", "resize_"})
_attributes = object.__getattribute__
_entries_of_type = type.__dict__["__dict__"].__get__


def read_place(place: Place, local: Mapping[str, Any], module: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    """Yield how the value is written, and the value; nothing if it isn't there, or the call doesn't change it.

    On the way to `w.data` or `w.grad` it is `w` that is shown: its numbers, flags and gradient.
    """
    value = local.get(place.root, _MISSING)
    if value is _MISSING:
        value = module.get(place.root, _MISSING)
    taken = 0
    for step in place.steps:
        if value is _MISSING or issubclass(type(value), torch.Tensor):
            break
        value = _step(value, step)
        taken += 1
    if value is not _MISSING and (place.method is None or _is_changed_by(place.method, value)):
        yield place.names[taken], value


def _step(value: object, step: str | Index) -> object:
    if isinstance(step, Index):
        return _part(value, step.key)
    if issubclass(type(value), type):
        return _entries_of_type(value).get(step, _MISSING)
    own = _own(value)
    if step in own:
        return own[step]
    if issubclass(type(value), nn.Module):
        return _registered(own, step)
    return _MISSING


def _part(value: object, key: str | int) -> object:
    kind = type(value)
    if kind is list or kind is tuple:
        return value[key] if isinstance(key, int) and -len(value) <= key < len(value) else _MISSING  # type: ignore[arg-type,index]
    if kind is dict:
        return value.get(key, _MISSING)  # type: ignore[attr-defined]
    if kind in _INDEXED:
        own = _own(value)
        count = len(own.get("_modules", ()))
        return _registered(own, str(key + count if isinstance(key, int) and key < 0 else key))
    return _MISSING


def _registered(own: dict[str, Any], name: str) -> object:
    for register in _REGISTERS:
        entries = own.get(register)
        if type(entries) is dict and name in entries:
            return entries[name]
    return _MISSING


def _own(value: object) -> dict[str, Any]:
    try:
        own = _attributes(value, "__dict__")
    except AttributeError:
        return {}
    return own if type(own) is dict else {}


def _is_changed_by(method: str, value: object) -> bool:
    kind = type(value)
    if issubclass(kind, torch.Tensor):
        return is_in_place(method) or method in _CHANGES_A_TENSOR
    return issubclass(kind, _ALWAYS_CHANGED)
