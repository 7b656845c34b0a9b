"""What is wrong with code before it runs: syntax by Python's own parser, unknown names and the like by pyflakes."""

import ast
from enum import StrEnum
from typing import Any

from msgspec import Struct
from pyflakes import checker
from pyflakes import messages as flakes

from quizapp.code_trees import NOT_PARSED, alone, parsed, tree_of
from quizapp.desktop.widgets.editor.syntax_words import syntax_message
from quizapp.message import Message, message

LONGEST_CODE = 100_000
"""Code points; longer code gets no pyflakes problems, since looking at it would be felt while typing."""


class Level(StrEnum):
    """How bad a problem is."""

    ERROR = "error"
    WARNING = "warning"


class Problem(Struct, frozen=True, kw_only=True):
    """Something wrong at a place in the code.

    Attributes:
        line: from 1. column, end_column: from 0, in code points; end after the last character.
    """

    line: int
    says: Message
    column: int = 0
    end_column: int = 1
    level: Level = Level.ERROR


def find_problems(code: str, known_names: frozenset[str] = frozenset()) -> tuple[Problem, ...]:
    """Return what is wrong with the code, by line; `known_names` are defined before it runs."""
    try:
        tree = tree_of(code)
    except SyntaxError as error:
        return (_syntax_problem(error, code),)
    except NOT_PARSED:
        return ()
    if len(code) > LONGEST_CODE:
        return ()
    return _flaws(tree, code, known_names)


def defined_names(code: str) -> frozenset[str]:
    """Return the names that running the code defines at top level; none if it can't be parsed."""
    tree = parsed(code)
    if tree is None:
        return frozenset()
    # What pyflakes finds bound in the module's scope: imports, functions, classes, and targets of every kind.
    scope = _looked_at(tree).deadScopes[-1]
    return frozenset(str(name) for name in scope)


def _syntax_problem(error: SyntaxError, code: str) -> Problem:
    lines = code.split("\n")
    line = min(max(error.lineno or 1, 1), len(lines))
    column = min(max((error.offset or 1) - 1, 0), len(lines[line - 1]))
    same_line = error.end_lineno in (None, line)
    end = (error.end_offset or 0) - 1 if same_line else len(lines[line - 1])
    return Problem(line=line, column=column, end_column=max(end, column + 1), says=syntax_message(error.msg))


def _flaws(tree: ast.Module, code: str, known_names: frozenset[str]) -> tuple[Problem, ...]:
    try:
        found = _looked_at(tree, known_names).messages
    except RecursionError:
        return ()
    lines = code.split("\n")
    problems = (_flaw(flaw, lines[flaw.lineno - 1]) for flaw in found if 0 < flaw.lineno <= len(lines))
    return tuple(sorted((problem for problem in problems if problem), key=lambda problem: problem.line))


def _looked_at(tree: ast.Module, known_names: frozenset[str] = frozenset()) -> checker.Checker:
    # pyflakes parses what stands in quotes as a type.
    with alone():
        return checker.Checker(tree, builtins=known_names)


def _flaw(flaw: Any, line: str) -> Problem | None:
    says = _flaw_message(flaw)
    if says is None:
        return None
    # The tree counts bytes of UTF-8.
    column = len(line.encode()[: flaw.col].decode(errors="ignore"))
    name = str(flaw.message_args[0]) if isinstance(flaw, flakes.UndefinedName) else ""
    length = len(name) or max(len(line.rstrip()) - column, 1)
    return Problem(line=flaw.lineno, column=column, end_column=column + length, says=says, level=Level.WARNING)


def _flaw_message(flaw: Any) -> Message | None:
    """Put those of pyflakes' messages into words that tell a learner of a likely mistake; the others are no help."""
    match flaw:
        case flakes.UndefinedName():
            return message("The name {name} is not defined", name=str(flaw.message_args[0]))
        case flakes.UndefinedLocal():
            return message("{name} is used before it gets its value here", name=str(flaw.message_args[0]))
        case flakes.IsLiteral():
            return message("Compare with ==, not with is")
        case flakes.IfTuple() | flakes.AssertTuple():
            return message("A tuple is always true; is there a comma too many?")
        case flakes.MultiValueRepeatedKeyLiteral():
            return message("This key stands twice in the dict")
        case flakes.InvalidPrintSyntax():
            return message("print is a function: put its arguments in brackets")
        case flakes.ReturnOutsideFunction() | flakes.YieldOutsideFunction():
            return message("This can only stand in a function")
        case flakes.ContinueOutsideLoop() | flakes.BreakOutsideLoop():
            return message("This can only stand in a loop")
        case flakes.DuplicateArgument():
            return message("Two parameters have the name {name}", name=str(flaw.message_args[0]))
        case _:
            return None
