"""What code spells: the identifiers in its syntax tree, and the names that its imports and assignments stand for."""

import ast
from collections.abc import Iterator, Mapping
from typing import TypeAlias

Aliases: TypeAlias = Mapping[str, str | None]
"""What each name that code binds stands for: a dotted name, or None for a value of the code's own."""

USUAL_ALIASES: Aliases = {"nn": "torch.nn", "F": "torch.nn.functional", "optim": "torch.optim", "np": "numpy"}
"""What these names stand for where nothing binds them, as in a rule."""

MOST_ALIASES = 8
"""How often a name is looked up in turn: `c = b`, `b = a`, …"""


def spellings(node: ast.AST) -> tuple[str, ...]:
    """Return the identifiers that a node itself spells: of a name, attribute, keyword, argument, import, definition."""
    match node:
        case ast.Name():
            return (node.id,)
        case ast.Attribute():
            dotted = dotted_name(node)
            return (node.attr,) if dotted is None else (node.attr, dotted)
        case ast.keyword() | ast.arg():
            return (node.arg,) if node.arg else ()
        case ast.alias():
            return (*_parts(node.name), *_parts(node.asname))
        case ast.ImportFrom():
            return _parts(node.module)
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return (node.name,)
        case _:
            return ()


def dotted_name(node: ast.expr) -> str | None:
    """Return `torch.nn.Linear` of such a chain of names, or None of any other expression."""
    attributes: list[str] = []
    while not isinstance(node, ast.Name):
        reached = _reached(node)
        if reached is None:
            return None
        node, attribute = reached
        attributes.append(attribute)
    return ".".join((node.id, *reversed(attributes)))


def attribute_of(node: ast.AST) -> str | None:
    """Return the attribute that an expression is about: `clone` of `x.clone` and of `getattr(x, "clone")`."""
    reached = _reached(node)
    return None if reached is None else reached[1]


def aliases_in(*trees: ast.AST) -> Aliases:
    """Return what the names that these trees bind stand for; one that is bound to several things is the code's own."""
    found: dict[str, set[str | None]] = {}
    for tree in trees:
        for name, target in _bindings(tree):
            found.setdefault(name, set()).add(target)
    return {name: targets.pop() if len(targets) == 1 else None for name, targets in found.items()}


def resolved(dotted: str, aliases: Aliases) -> str:
    """Return a dotted name with what its beginning stands for: `torch.nn.functional.relu` of `F.relu`."""
    for _ in range(MOST_ALIASES):
        head, dot, rest = dotted.partition(".")
        target = aliases[head] if head in aliases else USUAL_ALIASES.get(head)
        if target is None or target == head:
            break
        dotted = f"{target}{dot}{rest}"
    return dotted


def _bindings(tree: ast.AST) -> Iterator[tuple[str, str | None]]:
    """Yield each name that is bound, with the dotted name that it is bound to, or None."""
    assigned: set[int] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                yield from (_imported(alias) for alias in node.names)
            case ast.ImportFrom(module=str(module), level=0):
                yield from ((alias.asname or alias.name, f"{module}.{alias.name}") for alias in node.names)
            case ast.Assign(targets=[ast.Name(id=name) as target]):
                assigned.add(id(target))
                yield name, dotted_name(node.value)
            case ast.Name(ctx=ast.Store()) if id(node) not in assigned:
                yield node.id, None
            case ast.arg():
                yield node.arg, None
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name, None


def _reached(node: ast.AST) -> tuple[ast.expr, str] | None:
    """Return a value and the attribute of it that is asked for, by a dot or by a string."""
    match node:
        case ast.Attribute(value=value, attr=name):
            return value, name
        case ast.Call(
            func=ast.Name(id="getattr" | "setattr" | "hasattr" | "delattr"),
            args=[value, ast.Constant(value=str(name)), *_],
        ):
            return value, name
        case _:
            return None


def _imported(alias: ast.alias) -> tuple[str, str]:
    """Return what `import a.b` and `import a.b as c` bind, and to what."""
    head = alias.name.partition(".")[0]
    return (head, head) if alias.asname is None else (alias.asname, alias.name)


def _parts(dotted: str | None) -> tuple[str, ...]:
    """Return a dotted name and its parts: of `torch.nn` also `torch` and `nn`."""
    return (dotted, *dotted.split(".")) if dotted else ()
