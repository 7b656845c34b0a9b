"""The numbers of values, compared and read without asking the program's own comparisons."""

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from quizapp.probe.native import array_from, memory_of

_isnan = np.isnan
_errstate = np.errstate
_inf = float("inf")


def numbers(value: object) -> NDArray[Any]:
    """Return a copy of the numbers of a tensor, an array or nested lists, for NumPy: `abs(numbers(w)).max() <= 10`.

    bfloat16 and float8 come as float32.
    """
    return array_from(value)


def close(a: object, b: object, relative: float = 1e-4, absolute: float = 1e-5) -> bool:
    """Tell whether two tensors, arrays, lists or numbers have one shape and |a - b| <= absolute + relative * |b|.

    NaN equals NaN, an infinity only itself. For results of random inputs, compared with an oracle in the probe;
    what the solution always gives alike is better observed and compared outside.
    """
    one, other = array_from(a), array_from(b)
    if one.shape != other.shape:
        return False
    if one.dtype.kind not in "biufc" or other.dtype.kind not in "biufc":
        return one.dtype.kind == other.dtype.kind and bool((one == other).all())
    with _errstate(all="ignore"):
        wide, wanted = (side.astype("c16" if side.dtype.kind == "c" else "f8") for side in (one, other))
        near = abs(wide - wanted) <= absolute + relative * abs(wanted)
        same = (wide == wanted) | (_isnan(wide) & _isnan(wanted))
        finite = (abs(wide) < _inf) & (abs(wanted) < _inf)
    return bool((same | (near & finite)).all())


def shares_memory(a: "torch.Tensor | NDArray[Any]", b: "torch.Tensor | NDArray[Any]") -> bool:
    """Tell whether two tensors or arrays, in any mix, lie in overlapping memory.

    Raises:
        TypeError: if one of them is neither.
    """
    first, second = memory_of(a), memory_of(b)
    return max(first[0], second[0]) < min(first[1], second[1])
