"""Attacks on the steps of a program: statements left out or in another order, loops that miss a turn, conditions."""

import ast
from collections.abc import Iterator
from itertools import pairwise

from quizapp.classroom.attacks.attack import Kind
from quizapp.classroom.attacks.change import Change, called
from quizapp.classroom.attacks.rehearsal import Rehearsal
from quizapp.classroom.attacks.source import Source

_DROPPED = {
    "zero_grad": Kind.ZERO_GRAD_DROPPED,
    "step": Kind.STEP_DROPPED,
    "backward": Kind.BACKWARD_DROPPED,
}


def dropped(source: Source, rehearsal: Rehearsal) -> Iterator[Change]:
    """Leave out a statement that does something; what only gives a name its first value would merely be missed."""
    for node in source.nodes():
        match node:
            case ast.Expr(value=call):
                yield Change(_DROPPED.get(called(call) or "", Kind.STATEMENT_DROPPED), source.without(node))
            case ast.AugAssign() | ast.Delete() | ast.Continue() | ast.Break():
                yield Change(Kind.STATEMENT_DROPPED, source.without(node))
            case ast.Assign(targets=[target, *_]) if _is_rebound(source, node, target):
                yield Change(Kind.STATEMENT_DROPPED, source.without(node))
            case ast.If(orelse=[]):
                yield Change(Kind.STATEMENT_DROPPED, source.without(node))


def _is_rebound(source: Source, statement: ast.Assign, target: ast.expr) -> bool:
    """Tell whether an assignment changes an object, or a name that has a value before it."""
    if not isinstance(target, ast.Name):
        return isinstance(target, ast.Attribute | ast.Subscript)
    around = source.function_around(statement)
    bound = [
        node
        for node in ast.walk(around or source.tree)
        if (isinstance(node, ast.arg) and node.arg == target.id)
        or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id == target.id)
    ]
    return any((node.lineno, node.col_offset) < (target.lineno, target.col_offset) for node in bound)


def swapped(source: Source, rehearsal: Rehearsal) -> Iterator[Change]:
    """Swap two calls that stand one below the other: `step()` before `backward()`."""
    for node in source.nodes():
        for block in (getattr(node, name, None) for name in ("body", "orelse")):
            if not isinstance(block, list):
                continue
            for one, other in pairwise(block):
                if _is_call(one) and _is_call(other):
                    between = f"{source.written(other)}\n{source.indent(one)}{source.written(one)}"
                    yield Change(Kind.STATEMENTS_SWAPPED, source.between(one, other, between), source.written(one))


def _is_call(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call)


def shortened_loops(source: Source, rehearsal: Rehearsal) -> Iterator[Change]:
    """Leave out the first or the last of what a loop goes through: a layer stays unfrozen, a batch unseen."""
    for node in source.nodes():
        if isinstance(node, ast.For | ast.comprehension):
            for part in ("[1:]", "[:-1]"):
                rest = f"list({source.written(node.iter)}){part}"
                yield Change(Kind.SKIPPED, source.replaced(node.iter, rest))


def conditions(source: Source, rehearsal: Rehearsal) -> Iterator[Change]:
    """Do always, or never, what is done under a condition."""
    for node in source.nodes():
        match node:
            case ast.If(test=test) | ast.IfExp(test=test):
                for always in ("True", "False"):
                    yield Change(Kind.OTHER_CONDITION, source.replaced(test, always))
            case ast.comprehension(ifs=[test, *_]):
                yield Change(Kind.OTHER_CONDITION, source.replaced(test, "True"))
            case ast.BoolOp(values=[one, other, *_]):
                yield Change(Kind.OTHER_CONDITION, source.replaced(node, source.written(one)))
                yield Change(Kind.OTHER_CONDITION, source.replaced(node, source.written(other)))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                yield Change(Kind.OTHER_CONDITION, source.replaced(node, source.written(operand)))
