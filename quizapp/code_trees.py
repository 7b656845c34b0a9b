"""Python code as a syntax tree: the one place where the app's own process parses code; nothing of it runs here."""

import ast
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Lock
from typing import Final, TypeVar

NOT_PARSED: Final = (SyntaxError, ValueError, RecursionError, MemoryError)
"""What Python raises over code that it can't parse: no Python, a null character, too deeply nested, too large."""

_ONE_AT_A_TIME: Final = Lock()
_TRIES: Final = 5
_Tree = TypeVar("_Tree", ast.Module, ast.Expression)


@contextmanager
def alone() -> Iterator[None]:
    """Let nobody else make a tree meanwhile: for who parses by other means, such as pyflakes."""
    # Python 3.11 counts how deep the trees are that several threads make together, and fails over it (gh-106905);
    # what is done about warnings counts for all threads as well.
    with _ONE_AT_A_TIME, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def tree_of(code: str) -> ast.Module:
    """Return the syntax tree of a program.

    Raises:
        NOT_PARSED: one of these, if Python can't parse it.
    """
    return _again(lambda: ast.parse(code))


def expression_tree(code: str) -> ast.Expression:
    """Return the syntax tree of one expression.

    Raises:
        NOT_PARSED: one of these, if Python can't parse it as an expression.
    """
    return _again(lambda: ast.parse(code, mode="eval"))


def parsed(code: str) -> ast.Module | None:
    """Return the syntax tree of a program, None if Python can't parse it."""
    try:
        return tree_of(code)
    except NOT_PARSED:
        return None


def _again(make: Callable[[], _Tree]) -> _Tree:
    """Make a tree; once more if Python failed over another one."""
    for _ in range(_TRIES - 1):
        # Who prints a traceback makes trees as well, and asks nobody.
        with suppress(SystemError), alone():
            return make()
    with alone():
        return make()
