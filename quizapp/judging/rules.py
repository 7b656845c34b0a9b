"""Static rules: what the code must call, must not call, must not use; looked up in its syntax tree."""

import ast

from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect, Rule, RuleKind


def broken_rules(rules: tuple[Rule, ...], code: str) -> tuple[Finding, ...]:
    """Return a finding for each rule that the code breaks, with the line of the first offence.

    Code that does not parse breaks none: the run will say what is wrong with it.
    """
    tree = parsed(code)
    if tree is None:
        return ()
    found = (_broken(rule, index, tree) for index, rule in enumerate(rules))
    return tuple(finding for finding in found if finding is not None)


def parsed(code: str) -> ast.Module | None:
    """Return the syntax tree, or None for code that Python can't parse."""
    try:
        return ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _broken(rule: Rule, index: int, tree: ast.Module) -> Finding | None:
    lines = (
        _lines_of_calls(tree, rule.name) if rule.kind is not RuleKind.MUST_NOT_USE else _lines_of_uses(tree, rule.name)
    )
    wanted = rule.kind is RuleKind.MUST_CALL
    if wanted == bool(lines):
        return None
    text = rule.name if rule.kind is RuleKind.MUST_NOT_USE else f"{rule.name}()"
    return Finding(
        where=rule.name,
        aspect=Aspect.RULE,
        expected=text if wanted else "",
        got="" if wanted else text,
        diagnosis=Diagnosis.RULE_BROKEN,
        names=(rule.name,),
        rule=index,
        line=min(lines, default=None),
    )


def _lines_of_calls(tree: ast.Module, name: str) -> list[int]:
    """Return the lines that call `name(…)`, `x.name(…)`; a dotted name must be written so: `torch.clone`."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [call.func.end_lineno or call.lineno for call in calls if _is_called(call.func, name)]


def _lines_of_uses(tree: ast.Module, name: str) -> list[int]:
    """Return the lines where a name, attribute, keyword or import is spelt so; a keyword such as `for` counts too."""
    statement = STATEMENTS.get(name)
    return [
        getattr(node, "end_lineno", None) or 1 if isinstance(node, ast.Attribute) else getattr(node, "lineno", 1)
        for node in ast.walk(tree)
        if name in spellings(node) or (statement is not None and isinstance(node, statement))
    ]


def spellings(node: ast.AST) -> tuple[str, ...]:
    """Return the identifiers that a node itself spells: of a name, attribute, keyword, argument, import, definition."""
    match node:
        case ast.Name():
            return (node.id,)
        case ast.Attribute():
            dotted = _dotted(node)
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


def _parts(dotted: str | None) -> tuple[str, ...]:
    """Return a dotted name and its parts: of `torch.nn` also `torch` and `nn`."""
    return (dotted, *dotted.split(".")) if dotted else ()


def _is_called(function: ast.expr, name: str) -> bool:
    if isinstance(function, ast.Name):
        return function.id == name
    return isinstance(function, ast.Attribute) and name in spellings(function)


def _dotted(node: ast.expr) -> str | None:
    """Return `torch.nn.Linear` of such a chain of names, or None of any other expression."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        head = _dotted(node.value)
        return None if head is None else f"{head}.{node.attr}"
    return None


STATEMENTS: dict[str, tuple[type[ast.AST], ...]] = {
    "for": (ast.For, ast.AsyncFor, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
    "while": (ast.While,),
    "if": (ast.If, ast.IfExp),
    "lambda": (ast.Lambda,),
    "with": (ast.With, ast.AsyncWith),
    "try": (ast.Try,),
    "import": (ast.Import, ast.ImportFrom),
}
"""Python's keywords that a rule may forbid, though no node spells them."""
