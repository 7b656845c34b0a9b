"""What torch's own layers were made with: read from the instance, never asked of a method."""

import inspect
from collections.abc import Callable, Iterator
from typing import Any, Final

from torch import nn

from quizapp.sandbox.observation import Nothing, Observation, Real, Sequence, Truth, Whole, Words

_MOST_SETTINGS: Final = 24
_MOST_CHARACTERS: Final = 40
_MOST_ITEMS: Final = 8
_MOST_DIGITS: Final = 30
_attributes = object.__getattribute__
_classes_of = type.__dict__["__mro__"].__get__


def settings_of(module: nn.Module) -> tuple[tuple[str, Observation], ...]:
    """Return the plain values (numbers, words, None, short tuples of them) that a layer of torch.nn was made with.

    In the order of its constructor; of a class that derives from one, what that one was made with.
    """
    own = _attributes(module, "__dict__")
    names = next((_SETTINGS[kind] for kind in _classes_of(type(module)) if kind in _SETTINGS), ())
    seen = ((name, _plain(own[name])) for name in names if name in own)
    return tuple((name, value) for name, value in seen if value is not None)


def _plain(value: object, *, within: bool = False) -> Observation | None:
    """Return a value as an observation; None if it is not plain, or long."""
    see = _BY_TYPE.get(type(value))
    if see is not None:
        return see(value)
    if type(value) is not tuple or within or len(value) > _MOST_ITEMS:
        return None
    items = [_plain(item, within=True) for item in value]
    return None if None in items else Sequence("tuple", len(items), tuple(item for item in items if item is not None))


def _whole(value: int) -> Observation | None:
    digits = repr(value) if abs(value) < 10**_MOST_DIGITS else None
    return None if digits is None else Whole(digits)


def _words(value: str) -> Observation | None:
    return Words(value) if len(value) <= _MOST_CHARACTERS and value.isprintable() else None


_BY_TYPE: Final[dict[type, Callable[[Any], Observation | None]]] = {
    type(None): lambda _: Nothing(),
    bool: Truth,
    int: _whole,
    float: lambda value: Real(value.hex()),
    str: _words,
}


def _setting_names(kind: type[nn.Module]) -> tuple[str, ...]:
    """Return the parameters of a layer's constructor, then its other constants."""
    constants = (name for base in kind.__mro__ for name in vars(base).get("__constants__", ()))
    names = dict.fromkeys((*inspect.signature(kind).parameters, *constants))
    return tuple(names)[:_MOST_SETTINGS]


def _layers() -> Iterator[type[nn.Module]]:
    for kind in vars(nn).values():
        if isinstance(kind, type) and issubclass(kind, nn.Module) and kind is not nn.Module:
            yield kind


_SETTINGS: Final = {kind: _setting_names(kind) for kind in _layers()}
