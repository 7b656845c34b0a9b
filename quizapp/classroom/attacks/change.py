"""What the ways of attacking share: each yields changed programs with the kind of the change."""

import ast
from collections.abc import Callable, Iterator

from msgspec import Struct

from quizapp.classroom.attacks.attack import Kind
from quizapp.classroom.attacks.rehearsal import Rehearsal
from quizapp.classroom.attacks.source import Source


class Change(Struct, frozen=True):
    """A changed program; `subject` names the change where its lines would not."""

    kind: Kind
    code: str
    subject: str | None = None


Way = Callable[[Source, Rehearsal], Iterator[Change]]
"""One way of attacking: yields what it makes of a solution; two may be the same, and some not even Python."""


def last_name(node: ast.AST) -> str | None:
    """Return `Parameter` of `nn.Parameter` and of `Parameter`; None of what is no name."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return None


def called(node: ast.AST) -> str | None:
    """Return the last name of what a call calls; None of what is no call."""
    return last_name(node.func) if isinstance(node, ast.Call) else None
