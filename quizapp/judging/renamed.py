"""Things of a module that are there, but under other names. True of the shapes and numbers, or silent."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeAlias

from quizapp.sandbox.observation import ModuleSeen, TensorSeen

Marks: TypeAlias = Mapping[str, Hashable]
"""What each name stands for; two names with equal marks stand for the same."""


def are_renamed(missing: Sequence[str], extra: Sequence[str], expected: ModuleSeen, got: ModuleSeen) -> bool:
    """Tell whether the missing parameters or buffers are exactly the extra ones under other names.

    Each has its shape and its numbers; where the numbers differ (a layer that was initialised at random), it is enough
    that whole modules were renamed: `lin.weight` and `lin.bias` for `linear.weight` and `linear.bias`.
    """
    one, other = _only(missing, tensors_of(expected)), _only(extra, tensors_of(got))
    same = _pair_up(missing, extra, _numbers(one), _numbers(other))
    return same or _are_moved(missing, extra, _shapes(one), _shapes(other))


def are_renamed_children(missing: Sequence[str], extra: Sequence[str], expected: ModuleSeen, got: ModuleSeen) -> bool:
    """Tell whether the missing children are exactly the extra ones under other names: of one class, with one inside."""
    return _pair_up(missing, extra, _insides(missing, expected), _insides(extra, got))


def tensors_of(module: ModuleSeen) -> dict[str, TensorSeen]:
    """Return the parameters and buffers of a module by name."""
    return {**dict(module.parameters), **{name: tensor for name, tensor, _ in module.buffers}}


def _only(names: Sequence[str], tensors: dict[str, TensorSeen]) -> dict[str, TensorSeen]:
    return {name: tensors[name] for name in names}


def _pair_up(missing: Sequence[str], extra: Sequence[str], one: Marks, other: Marks) -> bool:
    """Tell whether each missing name has an extra one of its own with the same mark, and none is left over."""
    left = [other[name] for name in extra]
    for name in missing:
        if one[name] is None or one[name] not in left:
            return False
        left.remove(one[name])
    return bool(missing) and not left


def _are_moved(missing: Sequence[str], extra: Sequence[str], one: Marks, other: Marks) -> bool:
    """Tell whether each module of the missing names has an extra module of its own with the same names inside."""
    if not all("." in name for name in (*missing, *extra)):
        return False
    before, after = _by_module(missing, one), _by_module(extra, other)
    return _pair_up(tuple(before), tuple(after), before, after)


def _by_module(names: Sequence[str], marks: Marks) -> dict[str, Hashable]:
    modules: dict[str, list[Hashable]] = {}
    for name in names:
        path, _, own = name.rpartition(".")
        modules.setdefault(path, []).append((own, marks[name]))
    return {path: tuple(inside) for path, inside in modules.items()}


def _numbers(tensors: dict[str, TensorSeen]) -> Marks:
    """Return shape, dtype and numbers by name; None where the numbers are not known."""
    return {
        name: None if seen.values is None else (seen.shape, seen.dtype, bytes(seen.values.data))
        for name, seen in tensors.items()
    }


def _shapes(tensors: dict[str, TensorSeen]) -> Marks:
    return {name: (seen.shape, seen.dtype) for name, seen in tensors.items()}


def _insides(names: Sequence[str], module: ModuleSeen) -> Marks:
    """Return for each child its class, and the names and shapes in it."""
    classes = {part.name: part.type_name for part in module.submodules}
    shapes = _shapes(tensors_of(module))
    return {
        name: (
            classes.get(name),
            tuple(
                (path.removeprefix(f"{name}."), mark) for path, mark in shapes.items() if path.startswith(f"{name}.")
            ),
        )
        for name in names
    }
