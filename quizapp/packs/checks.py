"""Turns the checks, rules and variants of an `exercise.toml` into values; notes what is wrong with them."""

from keyword import iskeyword

from quizapp.message import message
from quizapp.packs.model import Aspect, Check, Rule, RuleKind, Text, Tolerance, Variant
from quizapp.packs.problems import as_toml, quoted
from quizapp.packs.python_code import expression_problem
from quizapp.packs.tables import OBSERVABLE, Table
from quizapp.packs.texts import Desk, written_text
from quizapp.packs.written import WrittenCheck, WrittenRule, WrittenText, WrittenTolerance, WrittenVariant


def read_checks(desk: Desk, table: Table, checks: list[WrittenCheck]) -> tuple[Check, ...]:
    """Return the checks; notes it if none of them is worth anything."""
    if checks and not any(check.weight for check in checks):
        says = message("the weight of every check is 0; let one be worth something")
        desk.problems.append(table.problem(says, "checks", 0, "weight"))
    return tuple(_check(desk, table, index, check) for index, check in enumerate(checks))


def _check(desk: Desk, table: Table, index: int, check: WrittenCheck) -> Check:
    for key, expression in (("observe", check.observe), ("shares_with", check.shares_with), ("same_as", check.same_as)):
        if expression is not None:
            _note_expression(desk, table, expression, "checks", index, key)
    for position, aspect in enumerate(check.aspects):
        _note_aspect(desk, table, check, aspect, "checks", index, "aspects", position)
    return Check(
        observe=check.observe,
        aspects=tuple(check.aspects),
        shares_with=check.shares_with,
        same_as=check.same_as,
        ordered=check.ordered,
        tolerance=_tolerance(check.tolerance),
        says=_says(desk, table, check.says, "checks", index),
        weight=check.weight,
    )


def _note_aspect(desk: Desk, table: Table, check: WrittenCheck, aspect: Aspect, *key: str | int) -> None:
    """Note an aspect that a check can't name, or that lacks the second value it is about."""
    if aspect not in OBSERVABLE:
        says = message(
            "expected one of {allowed}, found {found}", allowed=quoted(sorted(OBSERVABLE)), found=as_toml(aspect)
        )
        desk.problems.append(table.problem(says, *key))
    if aspect is Aspect.SHARING and check.shares_with is None:
        says = message('"sharing" is about two values; add shares_with = "…" to this check')
        desk.problems.append(table.problem(says, *key))
    if aspect is Aspect.IDENTITY and check.same_as is None:
        says = message('"identity" is about two values; add same_as = "…" to this check')
        desk.problems.append(table.problem(says, *key))


def _note_expression(desk: Desk, table: Table, expression: str, *key: str | int) -> None:
    if says := expression_problem(expression):
        desk.problems.append(table.problem(says, *key))


def _tolerance(written: float | WrittenTolerance | None) -> Tolerance | None:
    match written:
        case None:
            return None
        case WrittenTolerance():
            return Tolerance(written.relative, written.absolute)
        case _:
            return Tolerance(relative=0.0, absolute=float(written))


def _says(desk: Desk, table: Table, says: WrittenText | None, *key: str | int) -> Text | None:
    return None if says is None else written_text(desk, table, says, *key, "says")


def read_rules(desk: Desk, table: Table, rules: list[WrittenRule]) -> tuple[Rule, ...]:
    """Return the rules that say what they ask for."""
    read = (_rule(desk, table, index, rule) for index, rule in enumerate(rules))
    return tuple(rule for rule in read if rule is not None)


def _rule(desk: Desk, table: Table, index: int, rule: WrittenRule) -> Rule | None:
    asked = [(kind, name) for kind in RuleKind if (name := getattr(rule, kind)) is not None]
    if len(asked) != 1:
        says = message("expected exactly one of {allowed}, found {found}", allowed=quoted(RuleKind), found=len(asked))
        desk.problems.append(table.problem(says, "rules", index))
        return None
    kind, name = asked[0]
    return Rule(kind=kind, name=name, says=_says(desk, table, rule.says, "rules", index))


def read_variants(desk: Desk, table: Table, variants: list[WrittenVariant]) -> tuple[Variant, ...]:
    """Return the variants; one named "default", without inputs, where none is written."""
    earlier: set[str] = set()
    for index, variant in enumerate(variants):
        if variant.name in earlier:
            says = message('there is another variant with the name "{name}"', name=variant.name)
            desk.problems.append(table.problem(says, "variants", index, "name"))
        earlier.add(variant.name)
        for name, expression in variant.inputs.items():
            _note_input(desk, table, expression, "variants", index, "inputs", name)
    read = (Variant(name=variant.name, inputs=dict(variant.inputs)) for variant in variants)
    return tuple(read) or (Variant(name="default"),)


def _note_input(desk: Desk, table: Table, expression: str, *key: str | int) -> None:
    name = str(key[-1])
    if not name.isidentifier() or iskeyword(name):
        says = message("expected a Python name, found {found}", found=as_toml(name))
        desk.problems.append(table.problem(says, *key))
    _note_expression(desk, table, expression, *key)
