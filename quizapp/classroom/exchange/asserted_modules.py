"""Assertions about modules, made of what was recorded of them."""

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from quizapp.classroom.exchange.asserted_values import Unsaid, tensor_lines
from quizapp.packs.model import Aspect, Check
from quizapp.sandbox.observation import ModuleSeen

_OF_PARAMETERS: Final = frozenset(
    (Aspect.SHAPE, Aspect.DTYPE, Aspect.VALUE, Aspect.GRADIENT, Aspect.GRADIENT_STATE, Aspect.REQUIRES_GRAD)
)
_ALL: Final = "named_parameters(remove_duplicate=False)"


def module_lines(name: str, check: Check, seen: ModuleSeen, aspect: Aspect) -> Iterator[str]:
    """Yield assertions about one aspect of a module.

    Raises:
        Unsaid: if that can't be said here.
    """
    if aspect in _OF_PARAMETERS:
        yield f"_parameters = dict({name}.{_ALL})"
        for parameter, tensor in seen.parameters:
            inner, where = f"_parameters[{parameter!r}]", f"{check.observe}.{parameter}"
            yield from tensor_lines(inner, where, tensor, aspect, check.tolerance)
    elif aspect in _LINES:
        yield from _LINES[aspect](name, check, seen)
    else:
        raise Unsaid


def _parameters(name: str, check: Check, seen: ModuleSeen) -> Iterator[str]:
    names = [parameter for parameter, _ in seen.parameters]
    found = f"[n for n, _ in {name}.{_ALL}]"
    if check.ordered:
        yield f"assert {found} == {names!r}, {f'parameters of {check.observe}: expected {names}'!r}"
    else:
        yield _names(found, names, f"parameters of {check.observe}")


def _trainable(name: str, check: Check, seen: ModuleSeen) -> Iterator[str]:
    names = [parameter for parameter, tensor in seen.parameters if tensor.requires_grad]
    yield _names(f"[n for n, p in {name}.{_ALL} if p.requires_grad]", names, f"trainable in {check.observe}")


def _buffers(name: str, check: Check, seen: ModuleSeen) -> Iterator[str]:
    names = [buffer for buffer, *_ in seen.buffers]
    yield _names(f"[n for n, _ in {name}.named_buffers()]", names, f"buffers of {check.observe}")


def _children(name: str, check: Check, seen: ModuleSeen) -> Iterator[str]:
    names = [each.name for each in seen.submodules if each.name]
    yield _names(f"[n for n, _ in {name}.named_modules() if n]", names, f"submodules of {check.observe}")


def _state_keys(name: str, check: Check, seen: ModuleSeen) -> Iterator[str]:
    yield _names(f"list({name}.state_dict())", list(seen.state_keys), f"state_dict of {check.observe}")


def _mode(name: str, check: Check, seen: ModuleSeen) -> Iterator[str]:
    modes = {each.name: each.training for each in seen.submodules}
    yield f"_modes = {{n: m.training for n, m in {name}.named_modules()}}"
    yield f"assert {{**_modes, **{modes!r}}} == _modes, {f'train or eval mode in {check.observe}: expected {modes}'!r}"


def _tied(name: str, check: Check, seen: ModuleSeen) -> Iterator[str]:
    by_identity: dict[int, list[str]] = {}
    for parameter, tensor in seen.parameters:
        by_identity.setdefault(tensor.identity, []).append(parameter)
    groups = sorted(sorted(names) for names in by_identity.values())
    yield f"_named = list({name}.{_ALL})"
    yield f"_groups = [sorted(n for n, p in _named if p is each) for each in {name}.parameters()]"
    yield f"assert sorted(_groups) == {groups!r}, {f'tied parameters of {check.observe}'!r}"


def _type(name: str, check: Check, seen: ModuleSeen) -> Iterator[str]:
    kind = seen.type_name.rpartition(".")[2]
    yield f"assert type({name}).__name__ == {kind!r}, {f'type of {check.observe}: expected {kind}'!r}"


def _names(expression: str, expected: list[str], where: str) -> str:
    told = repr(f"{where}: expected {', '.join(expected) or '-'}")
    return f"assert sorted({expression}) == {sorted(expected)!r}, {told}"


_Lines: TypeAlias = Callable[[str, Check, ModuleSeen], Iterator[str]]

_LINES: Final[dict[Aspect, _Lines]] = {
    Aspect.PARAMETERS: _parameters,
    Aspect.TRAINABLE: _trainable,
    Aspect.BUFFERS: _buffers,
    Aspect.CHILDREN: _children,
    Aspect.STATE_KEYS: _state_keys,
    Aspect.MODE: _mode,
    Aspect.TIED: _tied,
    Aspect.TYPE: _type,
}
"""How each aspect of a module as a whole is asserted."""
