"""Attacks on what is computed: other numbers, operators and reductions, calls and arguments left out or swapped."""

import ast
from collections.abc import Iterator
from typing import Final

from quizapp.classroom.attacks.attack import Kind
from quizapp.classroom.attacks.change import Change, called
from quizapp.classroom.attacks.rehearsal import Rehearsal
from quizapp.classroom.attacks.source import Source
from quizapp.judging.spellings import USUAL_ALIASES, dotted_name

_COPIES: Final = frozenset({"clone", "contiguous", "copy", "deepcopy"})
_OPERATORS: Final[dict[type[ast.operator], tuple[str, str]]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "/"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "/"),
    ast.Mod: ("%", "//"),
    ast.Pow: ("**", "*"),
    ast.MatMult: ("@", "*"),
}
_COMPARISONS: Final[dict[type[ast.cmpop], str]] = {
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.Is: "is not",
    ast.IsNot: "is",
}
_REDUCTIONS: Final = {"mean": "sum", "sum": "mean", "max": "min", "min": "max", "argmax": "argmin", "argmin": "argmax"}


def numbers(source: Source, rehearsal: Rehearsal) -> Iterator[Change]:
    """Put another number for a number: one more, one less; twice a fraction. True for False."""
    for node in source.nodes():
        match node:
            case ast.Constant(value=bool(flag)):
                yield Change(Kind.FLIPPED, source.replaced(node, str(not flag)))
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(number))):
                for other in (-number - 1, -number + 1):
                    yield Change(Kind.OTHER_NUMBER, source.replaced(node, str(other)))
            case ast.Constant(value=int(number)) if not isinstance(source.parent(node), ast.UnaryOp):
                for other in (number + 1, number - 1) if number else (1,):
                    yield Change(Kind.OTHER_NUMBER, source.replaced(node, str(other)))
            case ast.Constant(value=float(number)):
                yield Change(Kind.OTHER_NUMBER, source.replaced(node, repr(number * 2 if number else 1.0)))


def operators(source: Source, rehearsal: Rehearsal) -> Iterator[Change]:
    """Put another operator, or leave out one side of it."""
    for node in source.nodes():
        match node:
            case ast.BinOp(left=left, op=op, right=right):
                if type(op) in _OPERATORS:
                    yield Change(Kind.OTHER_OPERATOR, source.with_operator(left, right, *_OPERATORS[type(op)]))
                yield Change(Kind.OPERAND_DROPPED, source.replaced(node, source.operand(left)))
                yield Change(Kind.OPERAND_DROPPED, source.replaced(node, source.operand(right)))
            case ast.AugAssign(target=target, op=op, value=value) if type(op) in _OPERATORS:
                sign, other = _OPERATORS[type(op)]
                yield Change(Kind.OTHER_OPERATOR, source.with_operator(target, value, f"{sign}=", f"{other}="))
            case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARISONS:
                changed = f"{source.written(left)} {_COMPARISONS[type(op)]} {source.written(right)}"
                yield Change(Kind.OTHER_OPERATOR, source.replaced(node, changed))
            case ast.UnaryOp(op=ast.USub(), operand=operand) if not isinstance(operand, ast.Constant):
                yield Change(Kind.OPERAND_DROPPED, source.replaced(node, source.written(operand)))


def reductions(source: Source, rehearsal: Rehearsal) -> Iterator[Change]:
    """Put a sum for a mean, a smallest for a largest, and the other way round."""
    for node in source.nodes():
        match node:
            case ast.Call(func=ast.Attribute(value=value, attr=name) as function) if name in _REDUCTIONS:
                yield Change(
                    Kind.OTHER_REDUCTION, source.replaced(function, f"{source.operand(value)}.{_REDUCTIONS[name]}")
                )


def calls(source: Source, rehearsal: Rehearsal) -> Iterator[Change]:
    """Leave out a call around a value: a copy, a conversion, a function."""
    modules = {"torch", *USUAL_ALIASES, *_imported(source)}
    for node in source.nodes():
        if not isinstance(node, ast.Call) or isinstance(source.parent(node), ast.Expr):
            continue
        kind = Kind.NOT_COPIED if called(node) in _COPIES else Kind.CALL_DROPPED
        match node:
            case ast.Call(args=[ast.expr() as only], keywords=[]) if not isinstance(only, ast.Starred):
                yield Change(kind, source.replaced(node, source.operand(only)))
        match node:
            case ast.Call(func=ast.Attribute(value=value)) if called(node) != "detach" and not _is_module(
                value, modules
            ):
                yield Change(kind, source.replaced(node, source.written(value)))


def _imported(source: Source) -> Iterator[str]:
    for node in source.nodes():
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from (alias.asname or alias.name.partition(".")[0] for alias in node.names)


def _is_module(node: ast.expr, modules: set[str]) -> bool:
    dotted = dotted_name(node)
    return dotted is not None and dotted.partition(".")[0] in modules


def arguments(source: Source, rehearsal: Rehearsal) -> Iterator[Change]:
    """Leave out an argument that is handed by name, and swap the first two of the others."""
    for node in source.nodes():
        if not isinstance(node, ast.Call):
            continue
        parts = [*node.args, *node.keywords]
        for keyword in node.keywords:
            rest = ", ".join(source.written(part) for part in parts if part is not keyword)
            yield Change(Kind.KEYWORD_DROPPED, source.replaced(node, f"{source.written(node.func)}({rest})"))
        match node.args:
            case [one, other, *_] if not isinstance(one, ast.Starred) and not isinstance(other, ast.Starred):
                turned = f"{source.written(other)}, {source.written(one)}"
                yield Change(Kind.ARGUMENTS_SWAPPED, source.between(one, other, turned))
