"""torch's own operations on a tensor's numbers, whatever a program replaced, overrode in a subclass or left active."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray

_Base: Any = torch._C.TensorBase
_StorageBase: Any = torch._C.StorageBase
_no_torch_function = torch._C.DisableTorchFunction
_no_dispatch = torch._C._DisableTorchDispatch
_from_numpy: Any = torch.from_numpy
_float32 = torch.float32
_no_numpy: Final = frozenset(
    {torch.bfloat16, torch.float8_e4m3fn, torch.float8_e4m3fnuz, torch.float8_e5m2, torch.float8_e5m2fnuz}
)
_detach = _Base.detach
_clone = _Base.clone
_copy_into = _Base.copy_
_to = _Base.to
_numpy = _Base.numpy
_resolve_conj = _Base.resolve_conj
_resolve_neg = _Base.resolve_neg
_equal = _Base.equal
_is_nan = _Base.isnan
_both = _Base.logical_and
_fill_where = _Base.masked_fill
_any = _Base.any
_storage = _Base.untyped_storage
_storage_pointer = _StorageBase.data_ptr
_storage_bytes = _StorageBase.nbytes
_Tensor = torch.Tensor
_Array = np.ndarray
_as_array = np.asarray
_copy_array = np.array
_byte_bounds = np.lib.array_utils.byte_bounds

requires_grad = _Base.requires_grad.__get__
gradient_of = _Base.grad.__get__
shape_of = _Base.size
dtype_of = _Base.dtype.__get__


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let tensors be handled as plain ones, without the program's overrides and modes."""
    with _no_torch_function(), _no_dispatch():
        yield


def copy_of(tensor: torch.Tensor) -> torch.Tensor:
    """Return a plain copy of a tensor's numbers, without autograd."""
    with undisturbed():
        return _clone(_detach(tensor))  # type: ignore[no-any-return]


def are_same(one: torch.Tensor, other: torch.Tensor) -> bool:
    """Tell whether two tensors hold the same, in shape and dtype too; NaN is the same as NaN."""
    with undisturbed():
        one, other = _detach(one), _detach(other)
        if dtype_of(one) is not dtype_of(other) or shape_of(one) != shape_of(other):
            return False
        if _equal(one, other):
            return True
        nowhere = _both(_is_nan(one), _is_nan(other))
        return bool(_equal(_fill_where(one, nowhere, 0), _fill_where(other, nowhere, 0)))


def has_nonzero(tensor: torch.Tensor) -> bool:
    """Tell whether any number of a tensor is not zero."""
    with undisturbed():
        return bool(_any(_detach(tensor)))


def write_into(tensor: torch.Tensor, values: torch.Tensor) -> None:
    """Write numbers of the same shape into a tensor, unseen by autograd."""
    with undisturbed():
        _copy_into(_detach(tensor), values)


def tensor_from(array: NDArray[Any]) -> torch.Tensor:
    """Return a tensor of an array's numbers, with memory of its own."""
    with undisturbed():
        return _clone(_from_numpy(array))  # type: ignore[no-any-return]


def array_from(value: object) -> NDArray[Any]:
    """Return the numbers of a tensor, an array or nested lists as an array of its own; bfloat16 as float32."""
    if not issubclass(type(value), _Tensor):
        return _copy_array(_as_array(value))
    with undisturbed():
        tensor = _resolve_neg(_resolve_conj(_detach(value)))
        if dtype_of(tensor) in _no_numpy:
            tensor = _to(tensor, _float32)
        return _copy_array(_numpy(tensor))


def memory_of(value: "torch.Tensor | NDArray[Any]") -> tuple[int, int]:
    """Return where the memory behind a value begins and ends: all of it, not just the part that it shows.

    Raises:
        TypeError: if it is neither a tensor nor an array.
    """
    if issubclass(type(value), _Tensor):
        with undisturbed():
            storage = _storage(value)
            return _storage_pointer(storage), _storage_pointer(storage) + _storage_bytes(storage)
    if not isinstance(value, _Array):
        raise TypeError(f"a {type(value).__name__} has no memory that could be shared: neither tensor nor array")
    owner = value
    while isinstance(owner.base, _Array):
        owner = owner.base
    return _byte_bounds(owner)
