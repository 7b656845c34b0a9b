"""What can be seen of an nn.Module or an optimizer, read from their own dictionaries, not asked of their methods."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, Final

import torch
from torch import nn

from quizapp.sandbox.observation import GroupSeen, ModuleSeen, Observation, OptimizerSeen, SubmoduleSeen
from quizapp.sandbox.text import encodable, readable
from quizapp.worker.errors import type_name
from quizapp.worker.labels import Identities
from quizapp.worker.settings import settings_of
from quizapp.worker.tensors import Parameter, TensorCapture
from quizapp.worker.watching import Watch

_MOST_MODULES: Final = 1024
_MOST_WITH_SETTINGS: Final = 256
_MOST_TENSORS: Final = 2048
_MOST_ATTRIBUTES: Final = 256
_MOST_NAME: Final = 200
_MOST_DEPTH: Final = 64
_PLUMBING: Final = frozenset(vars(nn.Module()))  # its registers, hooks, and whether it trains
_attributes = object.__getattribute__
_extra_state = nn.Module.get_extra_state
_Module = nn.Module
_Tensor = torch.Tensor


def shown_name(name: object) -> str:
    """Return a name fit for a report: short, on one line, without control characters."""
    return readable(encodable(str(name)[:_MOST_NAME])).replace("\n", "\\n").replace("\t", "\\t")


def see_module(
    module: nn.Module, tensors: TensorCapture, identities: Identities, watch: Watch | None = None
) -> ModuleSeen:
    """Return what can be seen of a module; `watch` tells which rows its embeddings looked up.

    Raises:
        AttributeError: if it was never initialised.
    """
    places = list(islice(_places("", module, 0), _MOST_MODULES))
    registered = {id(part) for _, part in places} | {id(p) for _, p in _parameters(places)}
    see = tensors.tensor
    return ModuleSeen(
        type_name=type_name(type(module)),
        training=_is_training(module),
        submodules=tuple(_see_submodules(_once(places), watch)),
        parameters=tuple((shown_name(path), see(p)) for path, p in islice(_parameters(places), _MOST_TENSORS)),
        buffers=tuple((shown_name(path), see(b), kept) for path, b, kept in islice(_buffers(places), _MOST_TENSORS)),
        loose=tuple((shown_name(path), see(t)) for path, t in islice(_loose(_once(places)), _MOST_ATTRIBUTES)),
        hidden=tuple(map(shown_name, islice(_hidden(_once(places), registered), _MOST_ATTRIBUTES))),
        state_keys=tuple(map(shown_name, islice(_state_keys(places), 2 * _MOST_TENSORS))),
        identity=identities.number(module),
    )


def _see_submodules(places: list[tuple[str, nn.Module]], watch: Watch | None) -> Iterator[SubmoduleSeen]:
    for index, (path, module) in enumerate(places):
        yield SubmoduleSeen(
            name=shown_name(path),
            type_name=type_name(type(module)),
            training=_is_training(module),
            settings=settings_of(module) if index < _MOST_WITH_SETTINGS else (),
            looked_up=None if watch is None else watch.looked_up(module),
        )


def see_optimizer(
    optimizer: torch.optim.Optimizer, identities: Identities, see: Callable[[object], Observation]
) -> OptimizerSeen:
    """Return what can be seen of an optimizer; `see` captures its hyper-parameters."""
    own = _attributes(optimizer, "__dict__")
    groups = tuple(_see_group(group, identities, see) for group in islice(own["param_groups"], _MOST_ATTRIBUTES))
    states = (state for state in islice(own["state"].values(), _MOST_TENSORS) if isinstance(state, dict))
    keys = dict.fromkeys(shown_name(key) for state in states for key in islice(state, _MOST_ATTRIBUTES))
    return OptimizerSeen(type_name=type_name(type(optimizer)), groups=groups, state_keys=tuple(keys))


def _see_group(group: dict[str, Any], identities: Identities, see: Callable[[object], Observation]) -> GroupSeen:
    return GroupSeen(
        parameters=tuple(identities.number(parameter) for parameter in islice(group["params"], _MOST_TENSORS)),
        hyperparameters=tuple(
            (shown_name(name), see(value)) for name, value in islice(group.items(), 64) if name != "params"
        ),
    )


def _own(module: nn.Module) -> dict[str, Any]:
    return _attributes(module, "__dict__")  # type: ignore[no-any-return]


def _is_training(module: nn.Module) -> bool:
    return _own(module).get("training", True) is True


def _places(path: str, module: nn.Module, depth: int) -> Iterator[tuple[str, nn.Module]]:
    """Yield a module and all below it with their dotted paths; a module in two places comes twice."""
    yield path, module
    if depth < _MOST_DEPTH:
        for name, child in tuple(_own(module)["_modules"].items()):
            if issubclass(type(child), _Module):
                yield from _places(_named(path, name), child, depth + 1)


def _once(places: list[tuple[str, nn.Module]]) -> list[tuple[str, nn.Module]]:
    """Return each module at the first of its places."""
    first: dict[int, tuple[str, nn.Module]] = {}
    for path, module in places:
        first.setdefault(id(module), (path, module))
    return list(first.values())


def _named(path: str, name: object) -> str:
    return f"{path}.{name}" if path else str(name)


def _parameters(places: list[tuple[str, nn.Module]]) -> Iterator[tuple[str, torch.Tensor]]:
    for path, module in places:
        for name, value in _own(module)["_parameters"].items():
            if issubclass(type(value), _Tensor):
                yield _named(path, name), value


def _buffers(places: list[tuple[str, nn.Module]]) -> Iterator[tuple[str, torch.Tensor, bool]]:
    for path, module in places:
        own = _own(module)
        for name, value in own["_buffers"].items():
            if issubclass(type(value), _Tensor):
                yield _named(path, name), value, name not in own["_non_persistent_buffers_set"]


def _state_keys(places: list[tuple[str, nn.Module]]) -> Iterator[str]:
    """Yield the keys of the state_dict, in its order."""
    for path, module in places:
        own = _own(module)
        yield from (_named(path, name) for name, value in own["_parameters"].items() if value is not None)
        dropped = own["_non_persistent_buffers_set"]
        yield from (_named(path, n) for n, value in own["_buffers"].items() if value is not None and n not in dropped)
        if getattr(type(module), "get_extra_state", _extra_state) is not _extra_state:
            yield _named(path, "_extra_state")


def _loose(places: list[tuple[str, nn.Module]]) -> Iterator[tuple[str, torch.Tensor]]:
    for path, module in places:
        for name, value in _attributes_of(module):
            if issubclass(type(value), _Tensor):
                yield _named(path, name), value


def _attributes_of(module: nn.Module) -> Iterator[tuple[str, Any]]:
    """Yield what hangs on a module beside what every module has."""
    return ((name, value) for name, value in islice(_own(module).items(), _MOST_ATTRIBUTES) if name not in _PLUMBING)


def _hidden(places: list[tuple[str, nn.Module]], registered: set[int]) -> Iterator[str]:
    """Yield attributes that hold modules or parameters which no module of the tree has registered."""
    for path, module in places:
        for name, value in _attributes_of(module):
            if any(id(part) not in registered for part in _parts_in(value, 0)):
                yield _named(path, name)


def _parts_in(value: object, depth: int) -> Iterator[object]:
    """Yield the modules and parameters in lists, tuples and dicts, also nested ones."""
    kind = type(value)
    if depth and issubclass(kind, (_Module, Parameter)):
        yield value
    elif depth < 4 and isinstance(value, (list, tuple, dict)):
        entries = value.values() if isinstance(value, dict) else value
        for entry in islice(entries, _MOST_ATTRIBUTES):
            yield from _parts_in(entry, depth + 1)
