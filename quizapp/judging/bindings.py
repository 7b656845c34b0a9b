"""Which names a learner's code binds at its top level: what there is to look at after a run."""

import ast
from collections.abc import Iterator
from itertools import islice
from typing import Final

from quizapp.code_trees import parsed

MOST_NAMES: Final = 32
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def names_bound_by(code: str) -> tuple[str, ...]:
    """Return the first 32 names that the code gives a value at its top level, each once, in their order.

    Functions, classes, imports and names that begin with `_` are left out; code that is not Python binds none.
    """
    tree = parsed(code)
    if tree is None:
        return ()
    names = dict.fromkeys(name for name in _bound(tree) if not name.startswith("_"))
    return tuple(islice(names, MOST_NAMES))


def _bound(node: ast.AST) -> Iterator[str]:
    waiting = [node]
    while waiting:
        part = waiting.pop()
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
            yield part.id
        elif isinstance(part, _COMPREHENSIONS):
            yield from (inner.target.id for inner in ast.walk(part) if isinstance(inner, ast.NamedExpr))
        elif not isinstance(part, _FUNCTIONS):
            waiting.extend(reversed(list(ast.iter_child_nodes(part))))
