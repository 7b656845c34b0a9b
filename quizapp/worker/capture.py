"""Turns the values of a run into observations: bounded, in a fixed order, never asking the value more than it must."""

import collections
import enum
import functools
import inspect
import types
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any, Final

import msgspec
import numpy as np
import torch
from torch import nn

from quizapp.sandbox.observation import (
    CallableSeen,
    Mapping,
    Named,
    Nothing,
    Observation,
    OtherSeen,
    Real,
    Sequence,
    Truth,
    Values,
    Whole,
    Words,
)
from quizapp.sandbox.text import encodable
from quizapp.worker.errors import see_error, type_name
from quizapp.worker.labels import Identities
from quizapp.worker.modules import see_module, see_optimizer, shown_name
from quizapp.worker.tensors import TensorCapture

_MOST_NODES: Final = 15_000
_MOST_DEPTH: Final = 8
_MOST_ITEMS: Final = 256
_MOST_CHARACTERS: Final = 2000
_MOST_BITS: Final = 4096

_Seer = Callable[["Capture", Any, int], Observation]


class Capture:
    """Captures the observations of one run; labels of memory and identity count from 0 in the order of first sight."""

    def __init__(self) -> None:
        self._identities = Identities()
        self._tensors = TensorCapture(self._identities)
        self._nodes = 0

    def see(self, value: object, depth: int = 0) -> Observation:
        """Return what can be seen of a value; what can't be captured is an ErrorSeen or OtherSeen."""
        self._nodes += 1
        kind = type(value)
        if self._nodes > _MOST_NODES or depth > _MOST_DEPTH:
            return OtherSeen(type_name(kind), self._identities.number(value))
        try:
            return self._see(value, kind, depth)
        except Exception as error:
            return see_error(error)

    def _see(self, value: object, kind: type, depth: int) -> Observation:
        exact = _EXACT.get(kind)
        if exact is not None:
            return exact(self, value, depth)
        for base, seer in _BY_BASE:
            if issubclass(kind, base):
                return seer(self, value, depth)
        return OtherSeen(type_name(kind), self._identities.number(value))

    def _tensor(self, value: torch.Tensor, _depth: int) -> Observation:
        seen = self._tensors.tensor(value)
        self._nodes += seen.gradient is not None
        return seen

    def _array(self, value: Any, _depth: int) -> Observation:
        return self._tensors.array(value)

    def _module(self, value: nn.Module, _depth: int) -> Observation:
        seen = see_module(value, self._tensors, self._identities)
        self._nodes += 2 * (len(seen.parameters) + len(seen.buffers) + len(seen.loose))
        return seen

    def _optimizer(self, value: torch.optim.Optimizer, depth: int) -> Observation:
        return see_optimizer(value, self._identities, lambda part: self.see(part, depth + 1))

    def _nothing(self, _value: None, _depth: int) -> Observation:
        return Nothing()

    def _truth(self, value: bool, _depth: int) -> Observation:
        return Truth(value)

    def _whole(self, value: int, _depth: int) -> Observation:
        bits = int.bit_length(value)
        if bits > _MOST_BITS:
            return Named(type_name(type(value)), f"an integer of {bits} bits")
        return Whole(int.__repr__(value))

    def _real(self, value: float, _depth: int) -> Observation:
        return Real(float.hex(value))

    def _words(self, value: str, _depth: int) -> Observation:
        text = str.__str__(value)
        return Words(encodable(text[:_MOST_CHARACTERS]), len(text) > _MOST_CHARACTERS)

    def _named(self, value: object, _depth: int) -> Observation:
        return Named(type_name(type(value)), encodable(str(value)[:_MOST_CHARACTERS]))

    def _represented(self, value: object, _depth: int) -> Observation:
        return Named(type_name(type(value)), encodable(repr(value)[:_MOST_CHARACTERS]))

    def _items(self, length: int, kind: type, items: Iterable[object], depth: int) -> Observation:
        seen = tuple(self.see(item, depth + 1) for item in islice(items, _MOST_ITEMS))
        return Sequence(type_name(kind), length, seen)

    def _list(self, value: list[object], depth: int) -> Observation:
        return self._items(list.__len__(value), type(value), list.__iter__(value), depth)

    def _tuple(self, value: tuple[object, ...], depth: int) -> Observation:
        return self._items(tuple.__len__(value), type(value), tuple.__iter__(value), depth)

    def _iterable(self, value: Any, depth: int) -> Observation:
        return self._items(len(value), type(value), value, depth)

    def _set(self, value: "set[object] | frozenset[object]", depth: int) -> Observation:
        """A set has no order: its items come in the order of what is seen of them."""
        seen = [self.see(item, depth + 1) for item in islice(value, _MOST_ITEMS)]
        return Sequence(type_name(type(value)), len(value), tuple(sorted(seen, key=_encode)))

    def _dict(self, value: dict[object, object], depth: int) -> Observation:
        pairs = islice(tuple(dict.items(value)), _MOST_ITEMS)
        seen = tuple((self.see(key, depth + 1), self.see(entry, depth + 1)) for key, entry in pairs)
        return Mapping(type_name(type(value)), dict.__len__(value), seen)

    def _callable(self, value: Any, _depth: int) -> Observation:
        name = getattr(value, "__name__", None) or type_name(type(value))
        return CallableSeen(shown_name(name), encodable(_signature(value)[:_MOST_CHARACTERS]))

    def _error(self, value: BaseException, _depth: int) -> Observation:
        return see_error(value)


def _signature(value: Any) -> str:
    try:
        return str(inspect.signature(value))
    except (ValueError, TypeError):
        return ""


def _encode(seen: Observation) -> bytes:
    return msgspec.msgpack.encode(seen, enc_hook=_encode_values)


def _encode_values(value: object) -> bytes:
    if isinstance(value, Values):
        return bytes(value.data)
    raise NotImplementedError


_EXACT: Final[dict[type, _Seer]] = {
    type(None): Capture._nothing,
    bool: Capture._truth,
    int: Capture._whole,
    float: Capture._real,
    str: Capture._words,
    list: Capture._list,
    tuple: Capture._tuple,
    dict: Capture._dict,
    torch.Tensor: Capture._tensor,
    nn.Parameter: Capture._tensor,
}

_BY_BASE: Final[tuple[tuple[type | tuple[type, ...], _Seer], ...]] = (
    (torch.Tensor, Capture._tensor),
    (nn.Module, Capture._module),
    (torch.optim.Optimizer, Capture._optimizer),
    ((np.ndarray, np.generic), Capture._array),
    ((enum.Enum, torch.dtype, torch.device, torch.layout, torch.memory_format), Capture._named),
    (int, Capture._whole),
    (float, Capture._real),
    (str, Capture._words),
    (list, Capture._list),
    (tuple, Capture._tuple),
    (dict, Capture._dict),
    ((set, frozenset), Capture._set),
    ((range, collections.deque, type({}.keys()), type({}.values()), type({}.items())), Capture._iterable),
    ((complex, bytes, bytearray, slice, type(...), type(NotImplemented), types.GenericAlias), Capture._represented),
    (BaseException, Capture._error),
    (
        (
            type,
            types.FunctionType,
            types.MethodType,
            types.BuiltinFunctionType,
            types.MethodDescriptorType,
            types.WrapperDescriptorType,
            functools.partial,
        ),
        Capture._callable,
    ),
)
