"""Looks briefly at values while a program runs: bounded work, nothing kept alive, no code of the learner's run."""

from typing import Any, Final

import msgspec
import numpy as np
import torch
from torch import nn

from quizapp.sandbox.observation import (
    ArraySeen,
    Mapping,
    ModuleSeen,
    Nothing,
    Observation,
    OptimizerSeen,
    OtherSeen,
    Real,
    Sequence,
    SubmoduleSeen,
    TensorSeen,
    Truth,
    Whole,
    Words,
)
from quizapp.worker.capture import Capture
from quizapp.worker.errors import type_name

MOST_ELEMENTS: Final = 4_096
"""Tensors of more elements are seen without their numbers."""
MOST_BYTES: Final = 4 << 20
"""What all numbers of a trace may take together."""

_MOST_NODES: Final = 1_500
_MOST_ITEMS: Final = 16
_MOST_PARTS: Final = 32
_MOST_SHOWN: Final = 8
_UNLABELLED: Final = -1
_Short = (Truth, Whole, Real, Words, Nothing)

_Base: Any = torch._C.TensorBase
_size = _Base.size
_stride = _Base.stride
_dtype = _Base.dtype.__get__
_requires_grad = _Base.requires_grad.__get__
_grad_fn = _Base.grad_fn.__get__
_attributes = object.__getattribute__
_no_torch_function = torch._C.DisableTorchFunction
_SIMPLE: Final = frozenset({int, float, bool, str, type(None), torch.dtype, torch.device, torch.layout, torch.Size})
_CONTAINERS: Final = (list, tuple, set, dict)


class Glances:
    """The glances of one trace, which share a `Capture`, so that labels mean the same in all of them."""

    def __init__(self, capture: Capture) -> None:
        self._capture = capture
        self._most_nodes = capture.nodes + _MOST_NODES
        self._bytes = 0

    @property
    def are_left(self) -> bool:
        """Whether more may be seen with its numbers."""
        return self._capture.nodes < self._most_nodes

    def see(self, value: object) -> Observation:
        """Return what can be seen of a value."""
        kind = type(value)
        if kind in _SIMPLE:
            return self._capture.see(value)
        if issubclass(kind, torch.Tensor) and isinstance(value, torch.Tensor):
            return self._tensor(value)
        if issubclass(kind, nn.Module) and isinstance(value, nn.Module):
            return self._module(value)
        if issubclass(kind, torch.optim.Optimizer):
            return self._capture.see(value)
        if kind in _CONTAINERS:
            return self._container(value)
        if issubclass(kind, np.ndarray) and isinstance(value, np.ndarray):
            return self._array(value)
        return OtherSeen(type_name(kind), _UNLABELLED)

    def _tensor(self, value: torch.Tensor) -> TensorSeen:
        left = min(MOST_ELEMENTS, (MOST_BYTES - self._bytes) // 16)
        seen = self._capture.see_tensor(value, left)
        self._bytes += _bytes_of(seen) + (0 if seen.gradient is None else _bytes_of(seen.gradient))
        return seen

    def _array(self, value: Any) -> Observation:
        if np.ndarray.nbytes.__get__(value) <= MOST_ELEMENTS:
            seen = self._capture.see(value)
            self._bytes += _bytes_of(seen) if isinstance(seen, ArraySeen) else 0
            return seen
        plain = np.ndarray.view(value, np.ndarray)
        return ArraySeen(dtype=plain.dtype.name[:60], shape=plain.shape, identity=_UNLABELLED)

    def _module(self, value: nn.Module) -> Observation:
        own = _attributes(value, "__dict__")
        if self.are_left and _counts_of(own, 0) <= _MOST_PARTS:
            seen = self._capture.see(value)
            if isinstance(seen, ModuleSeen):
                tensors = [*(t for _, t in (*seen.parameters, *seen.loose)), *(t for _, t, _ in seen.buffers)]
                self._bytes += sum(_bytes_of(t) for t in tensors)
            return seen
        name, training = type_name(type(value)), own.get("training", True) is True
        root = SubmoduleSeen("", name, training)
        return ModuleSeen(
            type_name=name, training=training, submodules=(root,), parameters=(), buffers=(), identity=_UNLABELLED
        )

    def _container(self, value: Any) -> Observation:
        kind = type(value)
        if len(value) <= _MOST_ITEMS and self.are_left:
            items = (*value, *value.values()) if kind is dict else tuple(value)
            if all(type(item) in _SIMPLE or type(item) in _TENSORS for item in items):
                return self._with_items(value, kind)
        if kind is dict:
            return Mapping(type_name(kind), len(value), ())
        return Sequence(type_name(kind), len(value), ())

    def _with_items(self, value: Any, kind: type) -> Observation:
        if kind is dict:
            return Mapping(type_name(kind), len(value), tuple((self.see(k), self.see(v)) for k, v in value.items()))
        return Sequence(type_name(kind), len(value), tuple(self.see(item) for item in value))


_TENSORS: Final = frozenset({torch.Tensor, nn.Parameter})


def form_of(value: object) -> object:
    """Return what tells at little cost whether a value still looks as it did: kind, shape, strides, dtype, gradient."""
    kind = type(value)
    if issubclass(kind, torch.Tensor):
        with _no_torch_function():
            made_by = _grad_fn(value) is not None
            return kind, _size(value), _stride(value), _dtype(value), _requires_grad(value), made_by
    if kind in _CONTAINERS and isinstance(value, _CONTAINERS):
        return kind, len(value)
    if kind in _SIMPLE:
        return value
    if issubclass(kind, np.ndarray):
        return kind, np.ndarray.shape.__get__(value), np.ndarray.dtype.__get__(value)
    return kind


def without_numbers(seen: Observation) -> Observation:
    """Return what was seen, without the numbers of tensors and what lies in other values, but for short lists."""
    match seen:
        case TensorSeen(gradient=gradient):
            bare = None if gradient is None else msgspec.structs.replace(gradient, values=None)
            return msgspec.structs.replace(seen, values=None, gradient=bare)
        case ArraySeen():
            return msgspec.structs.replace(seen, values=None)
        case Sequence(items=items) if len(items) <= _MOST_SHOWN and all(isinstance(item, _Short) for item in items):
            return seen
        case Sequence() | Mapping():
            return msgspec.structs.replace(seen, items=())
        case ModuleSeen(submodules=parts):
            root = SubmoduleSeen("", seen.type_name, seen.training) if parts else None
            return ModuleSeen(
                type_name=seen.type_name,
                training=seen.training,
                submodules=() if root is None else (root,),
                parameters=(),
                buffers=(),
                identity=seen.identity,
            )
        case OptimizerSeen():
            return OptimizerSeen(type_name=seen.type_name, groups=())
    return seen


def _bytes_of(seen: TensorSeen | ArraySeen) -> int:
    return 0 if seen.values is None else len(seen.values.data)


def _counts_of(own: dict[str, Any], depth: int) -> int:
    """Return how many modules and tensors are registered in a module and below, counted until they are many."""
    count = 1 + len(own.get("_parameters") or ()) + len(own.get("_buffers") or ())
    for child in (own.get("_modules") or {}).values():
        if count > _MOST_PARTS or depth > _MOST_ITEMS:
            return _MOST_PARTS + 1
        if issubclass(type(child), nn.Module):
            count += _counts_of(_attributes(child, "__dict__"), depth + 1)
    return count
