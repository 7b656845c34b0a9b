"""Static rules: what the code must call, must not call, must not use; looked up in its syntax tree.

A call counts under whatever name it is made: imported as another, assigned to another, asked for by `getattr`, as a
decorator, or handed to `map`. What stands in strings and comments does not count.
"""

import ast
from collections.abc import Iterator
from itertools import chain

from quizapp.code_trees import parsed
from quizapp.judging.spellings import (
    Aliases,
    aliases_in,
    attribute_of,
    dotted_name,
    resolved,
    spellings,
)
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect, Rule, RuleKind

CALLERS = frozenset({"map", "filter", "starmap", "reduce", "partial", "apply"})
"""Functions that call the first one that is handed to them."""

ONESELF = ("self", "cls")


def broken_rules(rules: tuple[Rule, ...], code: str, given: str = "") -> tuple[Finding, ...]:
    """Return a finding for each rule that the code breaks, with the line of the first offence.

    Code that does not parse breaks none: the run will say what is wrong with it.

    Args:
        rules: the exercise's.
        code: the learner's.
        given: what runs before it; its imports and assignments give names to what the code calls.
    """
    tree = parsed(code)
    if tree is None:
        return ()
    aliases = aliases_in(*(known for known in (parsed(given), tree) if known is not None))
    found = (_broken(rule, index, tree, aliases) for index, rule in enumerate(rules))
    return tuple(finding for finding in found if finding is not None)


def _broken(rule: Rule, index: int, tree: ast.Module, aliases: Aliases) -> Finding | None:
    wanted = rule.kind is RuleKind.MUST_CALL
    lines = list(_lines(rule, tree, aliases))
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


def _lines(rule: Rule, tree: ast.Module, aliases: Aliases) -> Iterator[int]:
    """Yield the lines that do what the rule is about."""
    if rule.kind is RuleKind.MUST_NOT_USE:
        statement = STATEMENTS.get(rule.name)
        for node in ast.walk(tree):
            if _uses(node, rule.name, aliases) or (statement is not None and isinstance(node, statement)):
                yield _line(node)
        return
    methods = _own_methods(tree)
    for function in _called(tree):
        # What the learner defined is called as they like; what must be called may well be what they define.
        own = rule.kind is RuleKind.MUST_NOT_CALL and _is_own(function, aliases, methods)
        if not own and _is_named(function, rule.name, aliases):
            yield _line(function)


def _called(tree: ast.Module) -> Iterator[ast.expr]:
    """Yield every expression that is called: `f` of `f(x)`, of `@f` and of `map(f, xs)`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node.func
            if (attribute_of(node.func) or dotted_name(node.func)) in CALLERS and node.args:
                yield node.args[0]
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield from (each for each in node.decorator_list if not isinstance(each, ast.Call))


def _is_named(node: ast.expr, name: str, aliases: Aliases) -> bool:
    """Tell whether an expression is `name` or something's `name`; a dotted one must be just this: `torch.clone`."""
    dotted = dotted_name(node)
    written = () if dotted is None else (dotted, resolved(dotted, aliases))
    if "." in name:
        return name in written or resolved(name, aliases) in written
    return name in {attribute_of(node), *(each.rpartition(".")[2] for each in written)}


def _uses(node: ast.AST, name: str, aliases: Aliases) -> bool:
    """Tell whether a node spells the name: a name, attribute, keyword, import or definition, or one that means it."""
    if name in spellings(node) or attribute_of(node) == name:
        return True
    if isinstance(node, ast.ImportFrom):
        return any(name == f"{node.module}.{alias.name}" for alias in node.names)
    return isinstance(node, ast.Name | ast.Attribute) and _is_named(node, name, aliases)


def _is_own(function: ast.expr, aliases: Aliases, methods: frozenset[str]) -> bool:
    """Tell whether a function is one that the code makes itself, though it has a known name."""
    match function:
        case ast.Name(id=name):
            return name in aliases and aliases[name] is None
        case ast.Attribute(value=ast.Name(id=head), attr=attribute):
            return head in ONESELF and attribute in methods
        case _:
            return False


def _own_methods(tree: ast.Module) -> frozenset[str]:
    classes = (node.body for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    definitions = (node for node in chain.from_iterable(classes) if isinstance(node, ast.FunctionDef))
    return frozenset(node.name for node in definitions)


def _line(node: ast.AST) -> int:
    """Return the line of the name: in a long chain of calls, that of its last part."""
    line = getattr(node, "end_lineno" if isinstance(node, ast.Attribute) else "lineno", None)
    return line or 1


STATEMENTS: dict[str, tuple[type[ast.AST], ...]] = {
    "for": (ast.For, ast.AsyncFor, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
    "while": (ast.While,),
    "if": (ast.If, ast.IfExp),
    "lambda": (ast.Lambda,),
    "with": (ast.With, ast.AsyncWith),
    "try": (ast.Try,),
    "import": (ast.Import, ast.ImportFrom),
    "del": (ast.Delete,),
    "def": (ast.FunctionDef, ast.AsyncFunctionDef),
    "class": (ast.ClassDef,),
    "assert": (ast.Assert,),
    "global": (ast.Global,),
    "return": (ast.Return,),
    "yield": (ast.Yield, ast.YieldFrom),
}
"""Python's keywords that a rule may forbid, though no node spells them."""
