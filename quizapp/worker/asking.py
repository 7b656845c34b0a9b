"""Code of the instructor's that asks with `len(…)` or `list(…)` means Python's, whatever the learner calls so.

A learner who names a variable `list` or `type` breaks with it every probe and every observed expression that calls
one; who defines `len` could make them say anything.
"""

import ast
from collections.abc import Mapping
from typing import Any, Final

_CALLED: Final = ("all", "any", "enumerate", "getattr", "hasattr", "id", "isinstance", "len", "repr", "sorted", "zip")
_TYPES: Final = ("bool", "dict", "float", "frozenset", "int", "list", "range", "set", "str", "tuple", "type")
_ASKED: Final = frozenset((*_CALLED, *_TYPES))
"""What no exercise has a learner write: `sum`, `max` or `abs` one may."""


def real_name(name: str) -> str:
    """Return under which name, one that no code can spell, the built-in function is found."""
    return f"{name} (built in)"


REAL_NAMES: Final = {name: real_name(name) for name in sorted(_ASKED)}


def parse(source: str, file: str, mode: str, namespace: Mapping[str, Any]) -> Any:
    """Return the syntax tree; where it calls built-in functions that the namespace hides, with calls of these.

    Raises:
        SyntaxError: if it is not Python.
    """
    tree = ast.parse(source, file, mode)
    hidden = _ASKED.intersection(namespace)
    return _Asking(hidden).visit(tree) if hidden else tree


class _Asking(ast.NodeTransformer):
    """Looks for calls of built-in functions, and for what `isinstance` asks for."""

    def __init__(self, hidden: frozenset[str]) -> None:
        self._hidden = hidden

    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id == "isinstance":
            node.args = [*node.args[:1], *(_Meant(self._hidden).visit(kind) for kind in node.args[1:])]
        if isinstance(node.func, ast.Name):
            node.func = _Meant(self._hidden).visit(node.func)
        return node


class _Meant(ast.NodeTransformer):
    """Makes every name of a built-in function or type that is hidden one of the real thing."""

    def __init__(self, hidden: frozenset[str]) -> None:
        self._hidden = hidden

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.copy_location(ast.Name(real_name(node.id), ast.Load()), node) if node.id in self._hidden else node
