"""Tensors as a run leaves them behind, made from NumPy arrays."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.sandbox.observation import TensorSeen, Values


def tensor(array: Any, **known: Any) -> TensorSeen:
    """Return a contiguous tensor with these numbers, in memory of its own unless told otherwise."""
    numbers: NDArray[Any] = np.asarray(array)
    steps = tuple(step // numbers.itemsize for step in np.ascontiguousarray(numbers).strides) if numbers.ndim else ()
    facts: dict[str, Any] = {
        "dtype": str(numbers.dtype),
        "shape": numbers.shape,
        "stride": steps,
        "storage": 0,
        "storage_bytes": numbers.nbytes,
        "values": Values(numbers.tobytes()),
    }
    return TensorSeen(**(facts | known))


def strided(memory: NDArray[Any], shape: tuple[int, ...], stride: tuple[int, ...], offset: int = 0) -> TensorSeen:
    """Return a tensor that lies so on a memory."""
    numbers = np.lib.stride_tricks.as_strided(
        memory[offset:], shape, tuple(step * memory.itemsize for step in stride), writeable=False
    )
    return TensorSeen(
        dtype=str(memory.dtype),
        shape=shape,
        stride=stride,
        offset=offset,
        storage=0,
        storage_bytes=memory.nbytes,
        values=Values(numbers.tobytes()),
    )


def subject(name: str, array: Any, expected: Any = None) -> Subject:
    """Return a tensor by its name, with the one that was expected, if any."""
    return Subject(name, tensor(array), None if expected is None else tensor(expected))
