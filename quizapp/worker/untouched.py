"""Our own code and the libraries that it uses, as they were before a program ran: given back whatever it replaced.

A learner who replaces `quizapp.probe.changed`, `msgspec.msgpack.encode` or `numpy.ndarray` gets, while their own code
runs, what they put there; what looks at the state that the code left gets the real thing.
"""

import ast
import builtins
import ctypes
import functools
import inspect
import json
import linecache
import math
import operator
import os
import random
import signal
import struct
import symtable
import sys
import time
import traceback
import types
from collections.abc import Iterable, Sequence
from typing import Any, Final

import msgspec
import numpy as np

from quizapp.worker.asking import REAL_NAMES

_LIBRARIES: Final = (
    *(ast, ctypes, inspect, json, linecache, math, os, random, signal, struct, symtable, time, traceback, types),
    *(msgspec, msgspec.msgpack, msgspec.structs, np, np.lib.array_utils),
)
_OURS: Final = "quizapp."
_own_of_type: Any = type.__dict__["__dict__"].__get__
_set_on_type = type.__setattr__
_delete_from_type = type.__delattr__
_is = operator.is_
_modules = sys.modules
_sys = sys
_builtins = {
    **vars(builtins),
    **{real: vars(builtins)[name] for name, real in REAL_NAMES.items()},
}


def builtins_of_ones_own() -> types.ModuleType:
    """Return a copy of `builtins`: what is replaced there, our own code doesn't use."""
    copy = types.ModuleType("builtins", builtins.__doc__)
    vars(copy).update(_builtins)
    return copy


class Untouched:
    """How modules are now: their names, functions and classes; of libraries only the names."""

    def __init__(self, ours: Sequence[types.ModuleType], libraries: Sequence[types.ModuleType] = ()) -> None:
        everything = (*ours, *libraries)
        self._modules = {module.__name__: module for module in everything}
        self._namespaces = [(vars(module), dict(vars(module))) for module in everything]
        self._classes = {kind: dict(_own_of_type(kind)) for kind in _classes_in(ours)}
        functions = _functions_in(ours, self._classes)
        self._codes = [(function, function.__code__) for function in functions]
        self._defaults = [(each, name, part) for each in functions for name, part in _defaults_of(each)]

    def restore(self) -> None:
        """Put back what was replaced; what was added to a module stays, and harms nobody."""
        dict.update(_modules, self._modules)
        _sys.modules = _modules
        for namespace, kept in self._namespaces:
            dict.update(namespace, kept)
        for kind, own in self._classes.items():
            _restore_class(kind, own)
        for function, code in self._codes:
            if function.__code__ is not code:
                function.__code__ = code
        for function, name, part in self._defaults:
            if getattr(function, name) is not part:
                setattr(function, name, part)


@functools.cache
def untouched() -> Untouched:
    """Return how our own code was when this was first called: once all is loaded, before any program runs."""
    return Untouched([module for name, module in sys.modules.items() if name.startswith(_OURS)], _LIBRARIES)


def _restore_class(kind: type, own: dict[str, Any]) -> None:
    now = _own_of_type(kind)
    if len(now) == len(own) and all(map(_is, now.values(), own.values())):
        return
    for name in [name for name in now if name not in own]:
        _delete_from_type(kind, name)
    for name, value in own.items():
        if now.get(name) is not value:
            _set_on_type(kind, name, value)


def _classes_in(places: Iterable[types.ModuleType]) -> list[type]:
    return [
        value
        for module in places
        for value in vars(module).values()
        if isinstance(value, type) and value.__module__ == module.__name__ and hasattr(value, "__dict__")
    ]


def _functions_in(places: Iterable[types.ModuleType], classes: dict[type, dict[str, Any]]) -> list[types.FunctionType]:
    namespaces: list[dict[str, Any]] = [*(vars(module) for module in places), *classes.values()]
    values = [value for namespace in namespaces for value in namespace.values()]
    inner = [getattr(value, "__wrapped__", getattr(value, "fget", value)) for value in values]
    found = {id(value): value for value in (*values, *inner) if isinstance(value, types.FunctionType)}
    return list(found.values())


def _defaults_of(function: types.FunctionType) -> list[tuple[str, Any]]:
    named = ((name, getattr(function, name)) for name in ("__defaults__", "__kwdefaults__"))
    return [(name, part) for name, part in named if part is not None]
