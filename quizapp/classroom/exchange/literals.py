"""Recorded numbers as Python: what a self-check compares with."""

import base64
import zlib
from typing import Final

import numpy as np

from quizapp.judging.numbers import Array, array_of
from quizapp.sandbox.observation import ArraySeen, TensorSeen

MOST_WRITTEN: Final = 256
"""Numbers that are written one by one; more than that are packed."""

MOST: Final = 100_000
"""Numbers that a notebook may hold of one value."""


def tensor_literal(seen: TensorSeen) -> str | None:
    """Return an expression for the tensor's numbers in its dtype and shape; None if they are not known or too many."""
    array = array_of(seen)
    if array is None or array.size > MOST or array.dtype.kind == "c":
        return None
    if array.size <= MOST_WRITTEN:
        shape = f".reshape({tuple(array.shape)})" if 0 in array.shape else ""
        return f"torch.tensor({number_literal(array)}, dtype=torch.{seen.dtype}){shape}"
    return f"torch.from_numpy({_packed(array)}).to(torch.{seen.dtype})"


def array_literal(seen: ArraySeen) -> str | None:
    """Return an expression for a NumPy array; None if its numbers are not known or too many."""
    array = array_of(seen)
    if array is None or array.size > MOST or array.dtype.kind == "c":
        return None
    if array.size <= MOST_WRITTEN:
        return f"np.array({number_literal(array)}, dtype={str(array.dtype)!r}).reshape({tuple(array.shape)})"
    return _packed(array)


def number_literal(array: Array) -> str:
    """Return numbers as nested lists, each as short as tells it apart."""
    if array.ndim == 0:
        return str(array[()])
    return f"[{', '.join(number_literal(np.asarray(part)) for part in array)}]"


def _packed(array: Array) -> str:
    plain = array.astype(np.uint8) if array.dtype.kind == "b" else array
    text = base64.b85encode(zlib.compress(plain.tobytes(), 9)).decode()
    raw = f'zlib.decompress(base64.b85decode("{text}"))'
    whole = f"np.frombuffer({raw}, dtype={plain.dtype.str!r}).reshape({tuple(array.shape)}).copy()"
    return f"{whole} != 0" if array.dtype.kind == "b" else whole
