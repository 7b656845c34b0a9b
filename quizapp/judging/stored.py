"""Observations as they rest in a pack: plain data, and the numbers beside it under a key."""

from math import prod
from typing import Any

import msgspec
import numpy as np
from msgspec import Struct
from msgspec.structs import fields

from quizapp.judging.numbers import CARRIED_AS, Array, array_of
from quizapp.sandbox.observation import ArraySeen, TensorSeen, Values

COMPLEX = ("complex64", "complex128")


class StoredNumbers:
    """The numbers of `expected.safetensors`, looked up while `expected.json` is decoded."""

    def __init__(self, by_key: dict[str, Values]) -> None:
        self._by_key = by_key

    def decode(self, kind: type, key: object) -> Values:
        """Return the numbers under a key, as msgspec's `dec_hook`.

        Raises:
            ValidationError: if there are none.
        """
        if kind is not Values or not isinstance(key, str) or key not in self._by_key:
            raise msgspec.ValidationError(f"no numbers for {key!r}")
        return self._by_key[key]

    def check_sizes(self, value: object) -> None:
        """Raise ValidationError if the numbers of any tensor within `value` do not fit its dtype and shape."""
        if isinstance(value, TensorSeen | ArraySeen) and value.values is not None and value.dtype in CARRIED_AS:
            size = prod(value.shape) * np.dtype(CARRIED_AS[value.dtype]).itemsize
            if len(value.values.data) != size:
                raise msgspec.ValidationError(f"{len(value.values.data)} bytes of numbers, {size} needed")
        for part in _parts(value):
            self.check_sizes(part)


def plain_form(value: Any, key: str, numbers: dict[str, Array]) -> Any:
    """Return an observation as plain data without its defaults; its numbers are put into `numbers` under `key/…`."""
    if isinstance(value, Struct):
        return _plain_struct(value, key, numbers)
    if isinstance(value, tuple):
        return [plain_form(item, f"{key}/{_label(item, index)}", numbers) for index, item in enumerate(value)]
    return value


def _plain_struct(value: Struct, key: str, numbers: dict[str, Array]) -> dict[str, Any]:
    config = value.__struct_config__
    plain: dict[str, Any] = {} if config.tag is None else {str(config.tag_field): config.tag}
    for each in fields(value):
        part = getattr(value, each.name)
        if isinstance(part, Values):
            plain[each.name] = _free_key(key, numbers)
            numbers[plain[each.name]] = _as_array(value)
        elif each.required or part != each.default:
            plain[each.name] = plain_form(part, f"{key}/{each.name}", numbers)
    return plain


def _free_key(key: str, numbers: dict[str, Array]) -> str:
    """Return the key, lengthened if an expression with a slash in it took it already."""
    while key in numbers:
        key += "'"
    return key


def _as_array(seen: Struct) -> Array:
    """Return the numbers as safetensors can hold them: complex and unknown dtypes as their bytes."""
    assert isinstance(seen, TensorSeen | ArraySeen) and seen.values is not None
    array = None if seen.dtype in COMPLEX else array_of(seen)
    exact = array is not None and (seen.dtype != "bool" or array.tobytes() == bytes(seen.values.data))
    return array if array is not None and exact else np.frombuffer(bytes(seen.values.data), dtype=np.uint8)


def _label(item: Any, index: int) -> str:
    """Return how a part is called in a key: a named tensor by its name."""
    return item[0] if isinstance(item, tuple) and item and isinstance(item[0], str) else str(index)


def _parts(value: object) -> tuple[object, ...]:
    if isinstance(value, Struct):
        return tuple(getattr(value, name) for name in value.__struct_fields__)
    if isinstance(value, dict):
        return tuple(value.values())
    return value if isinstance(value, tuple) else ()
