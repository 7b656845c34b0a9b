"""Reads the number of a tensor that has one element, from memory, without running any of torch's operations."""

import struct
from ctypes import c_double, c_float, c_int32, c_int64, c_uint16
from typing import Any, Final

import torch

_Base: Any = torch._C.TensorBase
_count = _Base.numel
_address = _Base.data_ptr
_dtype = _Base.dtype.__get__
_layout = _Base.layout.__get__
_device = _Base.device.__get__
_no_torch_function = torch._C.DisableTorchFunction
_KINDS: Final = frozenset({torch.Tensor, torch.nn.Parameter})
_READ: Final[dict[torch.dtype, Any]] = {
    torch.float32: c_float.from_address,
    torch.float64: c_double.from_address,
    torch.int64: c_int64.from_address,
    torch.int32: c_int32.from_address,
    torch.float16: c_uint16.from_address,
    torch.bfloat16: c_uint16.from_address,
}
_CPU: Final = torch.device("cpu")


def number_of(value: object) -> float | None:
    """Return the number, None if the value is none of these, or is not in plain memory."""
    kind = type(value)
    if kind is float:
        return value  # type: ignore[return-value]
    if kind is int:
        return _as_float(value)  # type: ignore[arg-type]
    if kind not in _KINDS:
        return None
    with _no_torch_function():
        if _count(value) != 1 or _layout(value) is not torch.strided or _device(value) != _CPU:
            return None
        dtype, address = _dtype(value), _address(value)
    read = _READ.get(dtype)
    if read is None or not address:
        return None
    return _of_bits(read(address).value, dtype)


def _as_float(value: int) -> float | None:
    try:
        return float(value)
    except OverflowError:
        return None


def _of_bits(value: Any, dtype: torch.dtype) -> float:
    if dtype is torch.float16:
        return float(struct.unpack("<e", value.to_bytes(2, "little"))[0])
    if dtype is torch.bfloat16:
        return float(struct.unpack("<f", (value << 16).to_bytes(4, "little"))[0])
    return float(value)
