"""What each statement of the learner's code makes: worked out once from its text, before it runs."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final, NamedTuple

from quizapp.sandbox.messages import LEARNER_FILE

_MOST_PLACES: Final = 8
_UNNAMED: Final = "_"
_Comprehension = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_Definition = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_OWN_SCOPE: Final = (ast.Lambda, *_Definition)
_Entered = (ast.For, ast.AsyncFor, ast.With, ast.AsyncWith, ast.match_case)
_Node = ast.stmt | ast.match_case | ast.ExceptHandler
_Waiting = (ast.Yield, ast.YieldFrom, ast.Await)


class Index(NamedTuple):
    """One step from a value to a part of it: `net[0]`, `batch["label"]`."""

    key: str | int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement leaves a value.

    Attributes:
        root: a name. steps: the attributes and plain indices from there.
        names: how the value is written after none of the steps, after the first, and so on.
        method: of a call that may change what it is called on, or its first argument; None for an assignment.
    """

    root: str
    steps: tuple[str | Index, ...]
    names: tuple[str, ...]
    method: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A simple statement, or the head of one that has others in it.

    Attributes:
        line, end: from 1; the first and last of its own lines.
        scope: the line of the function or class that it stands in; 0 at the top level.
        body: the first and last line of what it leads into when it made something: the head of `for`, which also
            runs when nothing is left, and of `with`, which also runs when it is left. None for others.
        returns: whether it is `return` with a value. waits: whether it has a `yield` or `await` in it.
        iterates: whether it has a comprehension in it, which may run its line once for each item.
    """

    line: int
    end: int
    scope: int = 0
    places: tuple[Place, ...] = ()
    body: tuple[int, int] | None = None
    returns: bool = False
    waits: bool = False
    iterates: bool = False


def statements_of(source: str) -> dict[int, Statement]:
    """Return by line what runs there; statements that share a line are one.

    Raises:
        SyntaxError: if it isn't Python.
        RecursionError: if it is nested too deeply.
    """
    table: dict[int, Statement] = {}
    for node, scope in _nodes(ast.parse(source, LEARNER_FILE), 0):
        statement = _statement(node, scope)
        for line in range(statement.line, statement.end + 1):
            table[line] = _merged(table[line], statement) if line in table else statement
    return table


def _nodes(within: ast.AST, scope: int) -> Iterator[tuple[_Node, int]]:
    """Yield all statements and the like, each with the line of the function or class that it stands in, or 0."""
    for node in ast.iter_child_nodes(within):
        if isinstance(node, _Node):
            yield node, scope
            yield from _nodes(node, node.lineno if isinstance(node, _Definition) else scope)


def _statement(node: _Node, scope: int) -> Statement:
    line, end = _own_lines(node)
    inside = list(_inside(node))
    body = node.body if isinstance(node, _Entered) else None
    return Statement(
        line=line,
        end=end,
        scope=scope,
        places=_distinct(_places(node, inside)),
        body=None if body is None else (body[0].lineno, body[-1].end_lineno or body[-1].lineno),
        returns=isinstance(node, ast.Return) and node.value is not None,
        waits=any(isinstance(part, _Waiting) for part in inside),
        iterates=any(isinstance(part, _Comprehension) for part in inside),
    )


def _own_lines(node: _Node) -> tuple[int, int]:
    """Return the first and last line without those of the statements in it."""
    first = node.pattern.lineno if isinstance(node, ast.match_case) else node.lineno
    if isinstance(node, _Definition) and node.decorator_list:
        first = node.decorator_list[0].lineno
    inner: list[ast.AST] = getattr(node, "body", None) or getattr(node, "cases", None) or []
    if not inner:
        last: int = getattr(node, "end_lineno", None) or first
        return first, last
    begins = inner[0].pattern.lineno if isinstance(inner[0], ast.match_case) else _first_line(inner[0])
    return first, max(first, begins - 1)


def _first_line(node: ast.AST) -> int:
    decorators = getattr(node, "decorator_list", None) or []
    line: int = min([getattr(node, "lineno", 1), *(decorator.lineno for decorator in decorators)])
    return line


def _merged(one: Statement, other: Statement) -> Statement:
    """Return two statements of one line as one; `for` on it still runs once more than its body."""
    loops = one.body is not None and one.body[0] == one.line
    return replace(
        one,
        end=max(one.end, other.end),
        places=_distinct([*one.places, *other.places]),
        body=one.body if loops else None,
        returns=one.returns or other.returns,
        waits=one.waits or other.waits,
        iterates=one.iterates or other.iterates,
    )


def _inside(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the parts of a statement that run with it: not those of statements in it, nor of functions."""
    for part in ast.iter_child_nodes(node):
        if not isinstance(part, (ast.stmt, ast.match_case, ast.ExceptHandler, *_OWN_SCOPE)):
            yield part
            yield from _inside(part)


def _distinct(places: "list[Place] | Iterator[Place]") -> tuple[Place, ...]:
    first: dict[str, Place] = {}
    for place in places:
        first.setdefault(place.names[-1], place)
    return tuple(first.values())[:_MOST_PLACES]


def _places(node: ast.AST, inside: list[ast.AST]) -> Iterator[Place]:
    yield from chain.from_iterable(map(_assigned, _targets(node)))
    for part in inside:
        if isinstance(part, ast.NamedExpr):
            yield from _assigned(part.target)
        elif isinstance(part, ast.MatchAs | ast.MatchStar) and part.name:
            yield from _place(ast.Name(part.name))
        elif isinstance(part, ast.keyword) and part.arg == "out":
            yield from _assigned(part.value)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield from _changed(node.value)


def _targets(node: ast.AST) -> list[ast.expr]:
    match node:
        case ast.Assign(targets=targets):
            return targets
        case ast.AnnAssign(target=target, value=value) if value is not None:
            return [target]
        case ast.AugAssign(target=target) | ast.For(target=target) | ast.AsyncFor(target=target):
            return [target]
        case ast.With(items=items) | ast.AsyncWith(items=items):
            return [item.optional_vars for item in items if item.optional_vars is not None]
    return []


def _assigned(target: ast.expr) -> Iterator[Place]:
    match target:
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            for part in parts:
                yield from _assigned(part)
        case ast.Starred(value=value):
            yield from _assigned(value)
        case ast.Subscript(value=value):
            yield from _place(value)
        case _:
            yield from _place(target)


def _changed(call: ast.Call) -> Iterator[Place]:
    """Yield what a call whose result nobody takes may have changed: `x.add_(1)`, `nn.init.zeros_(w)`."""
    if not isinstance(call.func, ast.Attribute):
        return
    method, receiver = call.func.attr, call.func.value
    while isinstance(receiver, ast.Call) and isinstance(receiver.func, ast.Attribute) and is_in_place(method):
        method, receiver = receiver.func.attr, receiver.func.value
    yield from _place(receiver, method)
    if is_in_place(method) and call.args:
        yield from _place(call.args[0], method)


def is_in_place(method: str) -> bool:
    """Tell whether a name is one of those that torch gives to what changes its tensor."""
    return method.endswith("_") and not method.endswith("__")


def _place(node: ast.expr, method: str | None = None) -> Iterator[Place]:
    """Yield the place of a name with attributes and plain indices behind it; nothing for other expressions."""
    steps: list[str | Index] = []
    names: list[str] = []
    at = node
    while not isinstance(at, ast.Name):
        match at:
            case ast.Attribute(value=value, attr=attribute):
                steps.append(attribute)
            case ast.Subscript(value=value, slice=ast.Constant(value=str() | int() as key)):
                steps.append(Index(key))
            case _:
                return
        names.append(ast.unparse(at))
        at = value
    if at.id != _UNNAMED:
        yield Place(at.id, tuple(reversed(steps)), (at.id, *reversed(names)), method)
