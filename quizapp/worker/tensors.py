"""What can be seen of a tensor or an array, read from memory without running any of torch's operations.

Learner's code may have patched `torch.Tensor`, overridden attributes in a subclass or left a mode active; the C
getters bound here, before it ran, don't ask any of that.
"""

import ctypes
import math
import weakref
from collections.abc import Callable
from functools import partial
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray

from quizapp.sandbox.observation import ArraySeen, TensorSeen, Values
from quizapp.sandbox.strictness import MAX_TENSOR_BYTES
from quizapp.worker.errors import type_name
from quizapp.worker.labels import Identities, Memory
from quizapp.worker.watching import Watch

Parameter: Final = torch.nn.Parameter
_Base: Any = torch._C.TensorBase
_StorageBase: Any = torch._C.StorageBase
_BODY_BYTES: Final = 40 << 20
_ALL_ELEMENTS: Final = 1 << 62

_Memory = tuple[int, int, Callable[[], bool]]

_requires_grad = _Base.requires_grad.__get__
_is_leaf = _Base.is_leaf.__get__
_retains_grad = _Base.retains_grad.__get__
_grad_fn = _Base.grad_fn.__get__
_grad = _Base.grad.__get__
_dtype = _Base.dtype.__get__
_layout = _Base.layout.__get__
_device = _Base.device.__get__
_version = _Base._version.__get__
_is_nested = _Base.is_nested.__get__
_is_inference = _Base.is_inference
_is_conj = _Base.is_conj
_is_neg = _Base.is_neg
_is_contiguous = _Base.is_contiguous
_size = _Base.size
_stride = _Base.stride
_offset = _Base.storage_offset
_storage = _Base.untyped_storage
_storage_pointer = _StorageBase.data_ptr
_storage_bytes = _StorageBase.nbytes
_no_torch_function = torch._C.DisableTorchFunction
_no_dispatch = torch._C._DisableTorchDispatch

_PLAIN: Final = "bool uint8 int8 uint16 int16 uint32 int32 uint64 int64 float16 float32 float64 complex64 complex128"
_READ_AS: Final = {name: np.dtype(name) for name in _PLAIN.split()}


def _table_of_float8(dtype: torch.dtype) -> NDArray[np.float32]:
    """Return what each of the 256 bytes stands for."""
    result: NDArray[np.float32] = torch.arange(256, dtype=torch.uint8).view(dtype).to(torch.float32).numpy()
    return result


_FLOAT8: Final = {
    str(dtype)[6:]: _table_of_float8(dtype)
    for dtype in (torch.float8_e4m3fn, torch.float8_e4m3fnuz, torch.float8_e5m2, torch.float8_e5m2fnuz)
}


class TensorCapture:
    """Captures the tensors and arrays of one run; their labels mean something within it only."""

    def __init__(self, identities: Identities, watch: Watch | None = None) -> None:
        self._identities = identities
        self._watch = watch
        self._memory = Memory()
        self._bytes = 0

    def tensor(
        self, value: torch.Tensor, *, with_gradient: bool = True, most_elements: int = _ALL_ELEMENTS
    ) -> TensorSeen:
        """Return what can be seen of a tensor; without its numbers and its gradient's if they are more than that.

        Raises:
            RuntimeError: if it is of a kind that has no such properties (inside vmap, say).
        """
        with _no_torch_function(), _no_dispatch():
            return self._tensor(value, with_gradient, most_elements)

    def array(self, value: NDArray[Any]) -> ArraySeen:
        """Return what can be seen of an array; only plain numbers have values."""
        number = self._identities.number(value)
        # An instance of a subclass may say anything; its view as a plain array doesn't.
        value = np.asarray(value)
        owner: object = value
        while isinstance(owner, np.ndarray) and isinstance(owner.base, np.ndarray):
            owner = owner.base
        start, end = np.lib.array_utils.byte_bounds(owner) if isinstance(owner, np.ndarray) else (0, 0)
        is_gone = partial(_is_gone, weakref.ref(owner)) if isinstance(owner, np.ndarray) else _stays
        return ArraySeen(
            dtype=value.dtype.name[:60],
            shape=value.shape,
            writeable=value.flags.writeable,
            storage=self._memory.number(start, end - start, is_gone),
            identity=number,
            values=self._array_values(value),
        )

    def _tensor(self, value: torch.Tensor, with_gradient: bool, most_elements: int) -> TensorSeen:
        layout = str(_layout(value))[6:]
        plain = layout == "strided" and not _is_nested(value)
        shape = tuple(_size(value)) if not _is_nested(value) else ()
        start, length, is_gone = _memory_of(value) if plain else _NO_MEMORY
        is_leaf, grad_fn = _is_leaf(value), _grad_fn(value)
        retains_grad = _retains_grad(value)
        # A tensor that is neither has no gradient, and asking for it warns.
        gradient = _grad(value) if with_gradient and (is_leaf or retains_grad) else None
        return TensorSeen(
            dtype=str(_dtype(value))[6:],
            shape=shape,
            stride=tuple(_stride(value)) if plain else (),
            offset=_offset(value) if plain else 0,
            contiguous=_is_contiguous(value) if plain else False,
            device=str(_device(value))[:40],
            layout=layout,
            requires_grad=_requires_grad(value),
            is_leaf=is_leaf,
            is_parameter=issubclass(type(value), Parameter),
            retains_grad=retains_grad,
            grad_fn=None if grad_fn is None else type_name(type(grad_fn)),
            type_name=type_name(type(value)),
            storage=self._memory.number(start, length, is_gone),
            storage_bytes=length,
            identity=self._identities.number(value),
            version=None if _is_inference(value) else _version(value),
            values=self._tensor_values(value, start, length) if plain and math.prod(shape) <= most_elements else None,
            gradient=None if gradient is None else self._tensor(gradient, False, most_elements),
            moved=None if self._watch is None else self._watch.moved(value),
        )

    def _tensor_values(self, value: torch.Tensor, start: int, length: int) -> Values | None:
        """Return the numbers, None if they are too many, of no plain kind, or not in memory."""
        name = str(_dtype(value))[6:]
        read_as = _READ_AS.get(name) or {"bfloat16": np.dtype("uint16")}.get(name)
        if read_as is None and name in _FLOAT8:
            read_as = np.dtype("uint8")
        if read_as is None or _device(value).type != "cpu":
            return None
        shape, stride, item = tuple(_size(value)), tuple(_stride(value)), read_as.itemsize
        if not self._take(math.prod(shape) * (4 if name in _FLOAT8 or name == "bfloat16" else item)):
            return None
        if math.prod(shape) == 0:
            return Values(b"")
        offset = _offset(value)
        last = offset + sum((size - 1) * step for size, step in zip(shape, stride, strict=True))
        if start == 0 or (last + 1) * item > length:
            return None
        memory: Any = (ctypes.c_char * length).from_address(start)
        array: NDArray[Any] = np.ndarray(shape, read_as, memory, offset * item, tuple(step * item for step in stride))
        return Values(_as_carried(array, name, conjugate=_is_conj(value), negate=_is_neg(value)))

    def _array_values(self, value: NDArray[Any]) -> Values | None:
        plain = value.dtype.kind in "biufc" and value.dtype.name in _READ_AS
        if not plain or not self._take(value.nbytes):
            return None
        return Values(np.ascontiguousarray(value, value.dtype.newbyteorder("<")).tobytes())

    def _take(self, size: int) -> bool:
        """Take so many bytes of what one report may carry; False if there are not so many left."""
        if size > MAX_TENSOR_BYTES or self._bytes + size > _BODY_BYTES:
            return False
        self._bytes += size
        return True


def _is_gone(thing: "weakref.ref[object]") -> bool:
    """Whether it lives no more. A storage's Python object lives as long as its memory, whoever holds that."""
    return thing() is None


def _stays() -> bool:
    return False


_NO_MEMORY: Final[_Memory] = (0, 0, _stays)


def _memory_of(value: torch.Tensor) -> _Memory:
    """Return address and length of the memory behind a tensor, and whether it was given back; zeros if it has none."""
    try:
        storage = _storage(value)
        return _storage_pointer(storage), _storage_bytes(storage), partial(_is_gone, weakref.ref(storage))
    except (RuntimeError, NotImplementedError):
        return _NO_MEMORY


def _as_carried(array: NDArray[Any], dtype: str, *, conjugate: bool, negate: bool) -> bytes:
    """Return the elements in row-major order, little-endian; bfloat16 and float8 as float32."""
    if dtype == "bfloat16":
        array = (array.astype(np.uint32) << 16).view(np.float32)
    elif dtype in _FLOAT8:
        array = _FLOAT8[dtype][array]
    if conjugate:
        array = np.conjugate(array)
    if negate:
        array = np.negative(array)
    return array.astype(array.dtype.newbyteorder("<"), copy=False).tobytes()
