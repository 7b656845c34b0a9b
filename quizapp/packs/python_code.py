"""Whether Python in a pack can be parsed; nothing of it runs here."""

import ast
from collections.abc import Callable

from quizapp.code_trees import NOT_PARSED, expression_tree, tree_of
from quizapp.message import Message, message
from quizapp.packs.files import Source
from quizapp.packs.problems import PackError


def code_problem(source: Source) -> PackError | None:
    """Return why a Python file can't be parsed, with its line, or None."""
    reason, line = _fault(source.text, tree_of)
    if reason is None:
        return None
    return source.problem(message("this Python can't be parsed: {reason}", reason=reason), line)


def expression_problem(expression: str) -> Message | None:
    """Return why a text is not one Python expression, or None."""
    reason, _ = _fault(expression, expression_tree)
    if reason is None:
        return None
    return message(
        "expected a Python expression, found {found} ({reason})", found=f'"{expression.strip()}"', reason=reason
    )


def _fault(code: str, parse: Callable[[str], ast.AST]) -> tuple[str | None, int | None]:
    """Return what Python says against a text, and in which line."""
    try:
        parse(code)
    except SyntaxError as error:
        return error.msg, error.lineno or None
    except NOT_PARSED as error:
        return str(error) or "it is nested too deeply", None
    return None, None
