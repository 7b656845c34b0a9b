"""A right program's text and syntax tree, and copies of the text with one change in it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias, TypeGuard

from quizapp.code_trees import parsed

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
Placed: TypeAlias = ast.expr | ast.stmt | ast.keyword | ast.withitem | ast.arg

_BINDS_TIGHTLY = (ast.Name, ast.Call, ast.Attribute, ast.Subscript, ast.List, ast.Tuple, ast.Dict)


@dataclass(frozen=True)
class Source:
    """A program, to derive others from. Every change gives a new text and leaves the rest of it as it stands."""

    text: str
    tree: ast.Module
    _starts: tuple[int, ...] = field(repr=False)
    _parents: dict[ast.AST, ast.AST] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> "Source":
        """Parse a program.

        Raises:
            SyntaxError: if it is not Python.
        """
        tree = parsed(text)
        if tree is None:
            raise SyntaxError("this program can't be parsed")
        starts = [0]
        for line in text.encode().splitlines(keepends=True):
            starts.append(starts[-1] + len(line))
        parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        return cls(text, tree, tuple(starts), parents)

    def parent(self, node: ast.AST) -> ast.AST | None:
        """Return the node around a node."""
        return self._parents.get(node)

    def nodes(self) -> Iterator[ast.AST]:
        """Yield every node in the order of the text, without what annotations and docstrings hold."""
        yield from _walk(self.tree)

    def written(self, node: ast.AST) -> str:
        """Return the text of a node."""
        start, end = self._span(node)
        return self.text.encode()[start:end].decode()

    def operand(self, node: ast.expr) -> str:
        """Return the text of an expression so that `.method()` can follow it."""
        written = self.written(node)
        bare_tuple = isinstance(node, ast.Tuple) and not written.startswith("(")
        return written if isinstance(node, _BINDS_TIGHTLY) and not bare_tuple else f"({written})"

    def replaced(self, node: ast.AST, text: str) -> str:
        """Return the program with this text in place of a node."""
        return self.between(node, node, text)

    def between(self, first: ast.AST, last: ast.AST, text: str) -> str:
        """Return the program with this text in place of all from the beginning of one node to the end of another."""
        whole = self.text.encode()
        return (whole[: self._span(first)[0]] + text.encode() + whole[self._span(last)[1] :]).decode()

    def with_operator(self, left: ast.expr, right: ast.expr, sign: str, other: str) -> str:
        """Return the program with another sign between two operands; parentheses that stand there stay."""
        whole = self.text.encode()
        end, start = self._span(left)[1], self._span(right)[0]
        return (whole[:end] + whole[end:start].replace(sign.encode(), other.encode(), 1) + whole[start:]).decode()

    def without(self, statement: ast.stmt) -> str:
        """Return the program without a statement; `pass` stands there if nothing else would."""
        start, end = self._span(statement)
        whole = self.text.encode()
        line_start = whole.rfind(b"\n", 0, start) + 1
        line_end = whole.find(b"\n", end)
        line_end = len(whole) if line_end < 0 else line_end + 1
        alone = not whole[line_start:start].strip() and not whole[end:line_end].strip()
        if not alone or len(self.block_of(statement)) == 1:
            return self.replaced(statement, "pass")
        return (whole[:line_start] + whole[line_end:]).decode()

    def after(self, statement: ast.stmt, added: str) -> str:
        """Return the program with a line of code behind a statement, indented as it is."""
        return self.replaced(statement, f"{self.written(statement)}\n{self.indent(statement)}{added}")

    def indent(self, statement: ast.stmt) -> str:
        """Return the spaces before a statement."""
        return " " * statement.col_offset

    def block_of(self, statement: ast.stmt) -> list[ast.stmt]:
        """Return the statements among which one stands."""
        around = self.parent(statement)
        blocks = (value for _, value in ast.iter_fields(around) if isinstance(value, list)) if around else ()
        return next((block for block in blocks if statement in block), [statement])

    def function_around(self, node: ast.AST) -> Function | None:
        """Return the innermost function in which a node stands."""
        around = self.parent(node)
        while around is not None and not is_function(around):
            around = self.parent(around)
        return around if is_function(around) else None

    def functions(self) -> Iterator[tuple[str, Function]]:
        """Yield the functions of the program and the methods of its classes: `embed`, `Layer.forward`."""
        for node in self.tree.body:
            if is_function(node):
                yield node.name, node
            elif isinstance(node, ast.ClassDef):
                yield from ((f"{node.name}.{inner.name}", inner) for inner in node.body if is_function(inner))

    def _span(self, node: ast.AST) -> tuple[int, int]:
        if isinstance(node, ast.withitem):
            return self._span(node.context_expr)[0], self._span(node.optional_vars or node.context_expr)[1]
        assert isinstance(node, ast.expr | ast.stmt | ast.keyword | ast.arg)
        assert node.end_lineno is not None and node.end_col_offset is not None
        start = self._starts[node.lineno - 1] + node.col_offset
        return start, self._starts[node.end_lineno - 1] + node.end_col_offset


def is_function(node: ast.AST | None) -> TypeGuard[Function]:
    """Tell whether a node defines a function."""
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_docstring(child):
                yield from _walk(child)


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
