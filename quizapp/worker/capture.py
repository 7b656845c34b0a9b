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
    TensorSeen,
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
from quizapp.worker.watching import Watch

_MOST_NODES: Final = 15_000
_MOST_DEPTH: Final = 8
_MOST_ITEMS: Final = 256
_MOST_CHARACTERS: Final = 2000
_MOST_BITS: Final = 4096

_attributes = object.__getattribute__
_bases_of = type.__dict__["__mro__"].__get__
_namespace_of = type.__dict__["__dict__"].__get__
_dict_offset_of = type.__dict__["__dictoffset__"].__get__

_Seer = Callable[["Capture", Any, int], Observation]


class Capture:
    """Captures the observations of one run; labels of memory and identity count from 0 in the order of first sight.

    A traced run's `watch` tells what its optimizers moved and its embeddings looked up.
    """

    def __init__(self, watch: Watch | None = None) -> None:
        self._identities = Identities()
        self._tensors = TensorCapture(self._identities, watch)
        self._watch = watch
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
        if _dict_offset_of(kind) and _fields_of(kind):
            return self._fields(value, depth)
        return OtherSeen(type_name(kind), self._identities.number(value))

    @property
    def nodes(self) -> int:
        """How many values were seen, those in others counted."""
        return self._nodes

    def see_tensor(self, value: torch.Tensor, most_elements: int) -> TensorSeen:
        """Return what can be seen of a tensor, without its numbers if they are more than that.

        Raises:
            RuntimeError: if it is of a kind that has no such properties (inside vmap, say).
        """
        seen = self._tensors.tensor(value, most_elements=most_elements)
        self._nodes += 1 + (seen.gradient is not None)
        return seen

    def _tensor(self, value: torch.Tensor, _depth: int) -> Observation:
        seen = self._tensors.tensor(value)
        self._nodes += seen.gradient is not None
        return seen

    def _array(self, value: Any, _depth: int) -> Observation:
        return self._tensors.array(value)

    def _module(self, value: nn.Module, _depth: int) -> Observation:
        seen = see_module(value, self._tensors, self._identities, self._watch)
        self._nodes += 2 * (len(seen.parameters) + len(seen.buffers) + len(seen.loose))
        self._nodes += sum(len(part.settings) for part in seen.submodules)
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

    def _fields(self, value: object, depth: int) -> Observation:
        """A dataclass, as the dict of its fields; one that was never set is left out."""
        own = _attributes(value, "__dict__")
        names = [name for name in islice(_fields_of(type(value)), _MOST_ITEMS) if name in own]
        seen = tuple((Words(shown_name(name)), self.see(own[name], depth + 1)) for name in names)
        return Mapping(type_name(type(value)), len(seen), seen)

    def _callable(self, value: Any, _depth: int) -> Observation:
        name = getattr(value, "__name__", None) or type_name(type(value))
        return CallableSeen(shown_name(name), encodable(_signature(value)[:_MOST_CHARACTERS]))

    def _error(self, value: BaseException, _depth: int) -> Observation:
        return see_error(value)


def _fields_of(kind: type) -> tuple[str, ...]:
    """Return the names of a dataclass's fields; none for another class."""
    namespaces = (_namespace_of(base) for base in _bases_of(kind))
    fields: object = next((each["__dataclass_fields__"] for each in namespaces if "__dataclass_fields__" in each), {})
    return tuple(fields) if type(fields) is dict else ()


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
