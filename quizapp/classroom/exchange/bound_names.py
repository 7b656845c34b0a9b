"""Which names a piece of Python gives a meaning, and which it uses: what one cell of a notebook needs of others."""

import ast
from collections.abc import Iterable
from typing import Final

from quizapp.code_trees import parsed

DEEPEST: Final = 100
"""Levels of a syntax tree; nobody writes deeper ones, and what walks over trees here goes down by calls."""


def parsed_flat(code: str) -> ast.Module | None:
    """Return the syntax tree, None if the text is not Python or nested too deeply."""
    tree = parsed(code)
    level: list[ast.AST] = [] if tree is None else [tree]
    for _ in range(DEEPEST):
        level = [child for node in level for child in ast.iter_child_nodes(node)]
    return None if level else tree


def bound_by(nodes: Iterable[ast.AST]) -> frozenset[str]:
    """Return the names that statements bind in their own scope: targets, definitions, imports."""
    return frozenset(name for node in nodes for name in _bound(node))


def used_by(nodes: Iterable[ast.AST]) -> frozenset[str]:
    """Return every name that is looked up, also within functions; those are names of the module or of none."""
    return frozenset(
        part.id
        for node in nodes
        for part in ast.walk(node)
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)
    )


def _bound(node: ast.AST) -> set[str]:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return {node.name}
        case ast.Import() | ast.ImportFrom():
            return {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
        case ast.Name():
            return {node.id} if isinstance(node.ctx, ast.Store) else set()
        case ast.ExceptHandler():
            return {name for child in ast.iter_child_nodes(node) for name in _bound(child)} | {node.name or ""} - {""}
        case ast.Lambda() | ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            return set()
    return {name for child in ast.iter_child_nodes(node) for name in _bound(child)}
